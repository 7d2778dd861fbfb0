"""One window to a profile: who opens it, and how a later start hands its photos over to it.

The authority is a lock in the profile that the system itself lets go of when its process dies,
however it dies. Whoever holds it listens at an address derived from the profile; see `doorbell`.
Nothing heavy is imported here: a second start has little to do and should be over at once, and the
first one wants to paint.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from PySide6.QtCore import QDeadlineTimer

from carmp_desktop.core.paths import Profile
from carmp_desktop.core.problems import Failure, Problem

ACCEPTED = b"ok\n"
PATIENCE = 8.0
_LOCK = "window.lock"
_BETWEEN_TRIES = 0.1
# A socket's whole path may have 104 bytes on macOS, and Qt binds it under a longer name first.
_LONGEST_ADDRESS = 88
_LONGEST_TOKEN = 256


@dataclass(frozen=True, slots=True)
class Call:
    """What a later start asks of the open window: to come to the front, with these photos.

    ``photos`` are absolute paths of files and folders. ``token`` is the desktop's permission to
    take the focus, where there is one.
    """

    photos: tuple[Path, ...] = ()
    token: str = ""

    def to_line(self) -> bytes:
        """The call as one line of JSON."""
        said = {"raise": True, "photos": [str(photo) for photo in self.photos]}
        return json.dumps(said | ({"token": self.token} if self.token else {})).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Call:
        """Understand a line. Raises `ValueError` where it is anything but a call."""
        try:
            said = json.loads(line)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(said, dict) or said.get("raise") is not True:
            raise ValueError("not a call")
        photos, token = said.get("photos"), said.get("token", "")
        if not isinstance(photos, list) or not all(isinstance(photo, str) for photo in photos):
            raise ValueError("no list of photos")
        if not isinstance(token, str) or not token.isascii() or len(token) > _LONGEST_TOKEN:
            raise ValueError("no token")
        return cls(
            tuple(_absolute(photo) for photo in photos), token if token.isprintable() else ""
        )


def claim(
    profile: Profile, photos: Sequence[Path], patience: float = PATIENCE
) -> BaseFileLock | None:
    """Become the one window of a profile, or hand the photos over to the one there is.

    The answer is the lock, to be kept as long as the program runs; or None where another took
    the photos. That other may be just starting, or just ending: so for ``patience`` seconds both
    are tried in turn. Raises `Failure` where it does not answer, or the profile cannot be used.
    """
    try:
        profile.data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(profile.data / _LOCK)
        if _taken(lock, 0):
            return lock
        call = Call(tuple(photo.absolute() for photo in photos), _focus_token())
        late = QDeadlineTimer(int(patience * 1000))
        while not _hand_over(address(profile), call, late):
            if _taken(lock, _BETWEEN_TRIES):
                return lock
            if late.hasExpired():
                raise Failure(_no_answer(profile))
    except OSError as error:
        raise Failure(_no_lock(profile, error)) from error
    return None


def address(profile: Profile) -> str:
    """Where the window of a profile listens; "" where no place for that is safe.

    The same for every way to write the profile's path, and another one for another user.
    """
    folder = str(profile.data.resolve())
    same = folder.casefold() if sys.platform in ("win32", "darwin") else folder
    whose = f"{getpass.getuser()}\n{same}" if sys.platform == "win32" else f"{os.getuid()}\n{same}"
    name = f"carmp-{hashlib.sha256(os.fsencode(whose)).hexdigest()[:20]}"
    if sys.platform == "win32":
        return name
    fitting = (str(folder / name) for folder in _private_folders())
    return next((path for path in fitting if len(os.fsencode(path)) <= _LONGEST_ADDRESS), "")


def _private_folders() -> Iterator[Path]:
    """Folders on this computer, the best first, into which only this user can put a socket."""
    session = Path("/run/user", str(os.getuid()))
    own = f"carmp-desktop-{os.getuid()}"
    for folder in (session, Path(tempfile.gettempdir(), own), Path("/tmp", own)):  # noqa: S108 - proved private below
        try:
            if folder.name == own:
                folder.mkdir(mode=0o700, exist_ok=True)
            found = folder.lstat()
        except OSError:
            continue
        is_folder = stat.S_ISDIR(found.st_mode)
        if is_folder and found.st_uid == os.getuid() and not found.st_mode & 0o077:
            yield folder


def _taken(lock: BaseFileLock, patience: float) -> bool:
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        return False
    return True


def _hand_over(where: str, call: Call, late: QDeadlineTimer) -> bool:
    """Say one call and wait until it is accepted; False where nobody does."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(max(1, late.remainingTime())):
        return False
    _let_take_the_focus()
    socket.write(call.to_line())
    while not socket.canReadLine():
        if late.hasExpired() or not socket.waitForReadyRead(max(1, late.remainingTime())):
            return False
    return socket.readLine().data() == ACCEPTED


def _let_take_the_focus() -> None:
    """Pass on the right to come to the front, which Windows gave to what the user has started."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def _focus_token() -> str:
    return os.environ.get("XDG_ACTIVATION_TOKEN", "")


def _absolute(text: str) -> Path:
    path = Path(text)
    if "\0" in text or not path.is_absolute():
        raise ValueError("not an absolute path")
    os.fsencode(path)  # a UnicodeError, which is a ValueError, where it can name no file
    return path


def _no_answer(profile: Profile) -> Problem:
    return Problem(
        code="already_open",
        title="Already open",
        sentence="The window that is open on the profile {folder} does not answer.",
        action="Wait a moment and start again, or end that program first.",
        fields={"folder": str(profile.data)},
        retryable=True,
    )


def _no_lock(profile: Profile, error: OSError) -> Problem:
    return Problem(
        code="profile_unusable",
        title="Profile not usable",
        sentence="The folder {folder} cannot be used: {error}.",
        action="Choose another folder with --profile, or make this one writable.",
        fields={"folder": str(profile.data), "error": error.strerror or str(error)},
    )

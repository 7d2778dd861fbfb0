"""How the mirror stands, as one frozen value; and what can be wrong with a remote, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from carmp_desktop.core.problems import Problem


class MirrorKind(StrEnum):
    """What the mirror does at an instant."""

    OFF = "off"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    WAITING = "waiting"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class MirrorState:
    """What the window shows of the mirror.

    ``events`` counts those that wait to be delivered. ``until`` is when the next try begins, where
    the mirror waits for one, or was refused and tries again; ``problem`` says why. With
    `MirrorKind.ELSEWHERE` another run of the program on this profile is the one that sends.
    ``address`` is the remote's, with nothing in it that may be a secret.
    """

    kind: MirrorKind = MirrorKind.OFF
    events: int = 0
    until: datetime | None = None
    problem: Problem | None = None
    address: str = ""


class Broken(Exception):
    """A connection that could not be made, or has ended; ``problem`` says why.

    ``is_refusal`` where the remote has answered and will not have us: trying again at once is no
    use.
    """

    def __init__(self, problem: Problem, *, is_refusal: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.is_refusal = is_refusal


def shown_address(url: str) -> str:
    """An address without user, password, query and fragment."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}{port}{parts.path}" if host else ""


def no_address() -> Problem:
    """The address in the settings is none; it is not quoted, for it may hold a password."""
    return Problem(
        code="mirror_address",
        title="Mirror address not understood",
        sentence="The mirror's address in the settings is no WebSocket address.",
        action="Enter one that begins with wss:// or ws://, or nothing for no mirror.",
    )


def no_token(url: str) -> Problem:
    """The token has characters that no header may have."""
    return Problem(
        code="mirror_token",
        title="Mirror token not understood",
        sentence="The token for {address} is no token: it has characters that cannot be sent.",
        action="Enter the mirror's token again.",
        fields={"address": shown_address(url)},
    )


def unexpected(url: str) -> Problem:
    """A bug of ours."""
    return Problem(
        code="mirror_bug",
        title="Mirror interrupted",
        sentence="Something went wrong inside the program; the details are in the log.",
        action="The events are kept and sent at the next try.",
        fields={"address": shown_address(url)},
        retryable=True,
    )


def in_the_clear(url: str) -> Problem:
    """A token would go over the network for everybody to read."""
    return Problem(
        code="mirror_unencrypted",
        title="Mirror not encrypted",
        sentence="The mirror's token is not sent to {address}, where others could read it.",
        action="Use a wss:// address, or remove the mirror's token.",
        fields={"address": shown_address(url)},
    )


def not_reached(url: str, reason: str) -> Problem:
    """Nobody answers, or the connection has broken."""
    return Problem(
        code="mirror_unreachable",
        title="Mirror not reached",
        sentence="{address} is not connected: {reason}.",
        action="The events are kept and sent when it answers again.",
        fields={"address": shown_address(url), "reason": reason},
        retryable=True,
    )


def refused(url: str, reason: str) -> Problem:
    """The remote has answered that it will not have us."""
    return Problem(
        code="mirror_refused",
        title="Mirror refused",
        sentence="{address} does not take the connection: {reason}.",
        action="Check the mirror's address and token. The events are kept.",
        fields={"address": shown_address(url), "reason": reason},
        retryable=True,
    )


def untrusted(url: str, reason: str) -> Problem:
    """The remote's certificate is not trusted by this computer."""
    return Problem(
        code="mirror_untrusted",
        title="Mirror not trusted",
        sentence="The certificate of {address} is not trusted: {reason}.",
        action="Install its authority on this computer, or correct the address.",
        fields={"address": shown_address(url), "reason": reason},
        retryable=True,
    )

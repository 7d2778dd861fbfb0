"""Where everything lives on disk: one `Profile`, and the resources shipped with the program.

Nothing here touches the disk until `Profile.create` is called.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "Car Marketplace"
_APP_FOLDER = "carmp-desktop"


@dataclass(frozen=True, slots=True)
class Profile:
    """The folders and files of one user of the program.

    ``root`` is the folder given with ``--profile``, or None for the platform's own places.
    ``gallery`` may be moved by a setting; everything else follows from the root.
    """

    root: Path | None
    data: Path
    gallery: Path
    cache: Path
    logs: Path
    config: Path

    @classmethod
    def at(cls, root: Path) -> Profile:
        """A profile that lives wholly in one folder."""
        root = root.expanduser().absolute()
        return cls(
            root=root,
            data=root,
            gallery=root / "gallery",
            cache=root / "cache",
            logs=root / "logs",
            config=root,
        )

    @classmethod
    def default(cls) -> Profile:
        """The profile in the platform's usual places, the gallery in the Pictures folder."""
        dirs = platformdirs.PlatformDirs(_APP_FOLDER, appauthor=False)
        return cls(
            root=None,
            data=dirs.user_data_path,
            gallery=platformdirs.user_pictures_path() / APP_NAME,
            cache=dirs.user_cache_path,
            logs=dirs.user_log_path,
            config=dirs.user_config_path,
        )

    def create(self) -> None:
        """Make the folders the program writes to; the gallery is made by its first image."""
        for folder in (self.data, self.cache, self.logs, self.config):
            folder.mkdir(parents=True, exist_ok=True)

    def gallery_at(self, chosen: str) -> Path:
        """The folder where finished images go: the one that a setting names, else its own."""
        return Path(chosen).expanduser() if chosen else self.gallery

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "carmp.db"

    @property
    def settings(self) -> Path:
        """The settings, as JSON."""
        return self.config / "settings.json"

    @property
    def log(self) -> Path:
        """The newest log file; older ones have a number behind it."""
        return self.logs / "carmp.log"

    @property
    def sheets(self) -> Path:
        """Last good copies of the preset sheets."""
        return self.cache / "sheets"

    @property
    def thumbs(self) -> Path:
        """Thumbnails of gallery images and of source photos."""
        return self.cache / "thumbs"

    @property
    def scenes(self) -> Path:
        """What the studio engine keeps beside its pictures: outlines and painted parts."""
        return self.data / "scenes"

    @property
    def incoming(self) -> Path:
        """Finished images on their way into the gallery: safe here, whatever becomes of that."""
        return self.data / "incoming"

    @property
    def runs(self) -> Path:
        """One lock file for every run of the program that lives."""
        return self.data / "running"

    @property
    def prices(self) -> Path:
        """What each model's images cost, as the user may correct it."""
        return self.config / "prices.csv"

    @property
    def uploads(self) -> Path:
        """Photos as they are sent: without location, upright, in a format the service reads."""
        return self.cache / "uploads"


def resources() -> Path:
    """The folder shipped with the program: beside the package in a checkout, else inside it."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"

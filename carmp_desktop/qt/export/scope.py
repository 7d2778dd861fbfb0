"""What an export can be about, as the dialog offers it, and what was chosen last time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from carmp_desktop.core.export.words import LANGUAGES, Disclosure
from carmp_desktop.core.whole_files import put_whole

_NAME = "export.json"


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Images that belong together: by their ``ids``, else a batch's, else a car's.

    ``words`` name them on the screen; ``car`` names them for the user in any case, "" for none.
    """

    words: str
    car: str = ""
    ids: tuple[int, ...] | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class LastExport:
    """What the user chose; empty texts where nothing was chosen yet."""

    profile: str = ""
    target: str = ""
    disclosure: Disclosure = Disclosure.FILE
    language: str = ""
    contact_sheet: bool = True


class LastExportFile:
    """The last choices of one profile on disk; what cannot be read is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def load(self) -> LastExport:
        """What was saved last. Blocks on the disk."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return LastExport()
        return _last(said) if isinstance(said, dict) else LastExport()

    def save(self, last: LastExport) -> None:
        """Put the file in its place whole. Blocks on the disk; raises OSError where it fails."""
        text = json.dumps(asdict(last), indent=2, ensure_ascii=False)
        put_whole(self._path, f"{text}\n".encode())


def _last(said: dict[str, Any]) -> LastExport:
    texts = {name: value for name, value in said.items() if isinstance(value, str)}
    disclosure, language = texts.get("disclosure"), texts.get("language", "")
    return LastExport(
        profile=texts.get("profile", ""),
        target=texts.get("target", ""),
        disclosure=Disclosure(disclosure) if disclosure in set(Disclosure) else Disclosure.FILE,
        language=language if language in LANGUAGES else "",
        contact_sheet=said.get("contact_sheet") is not False,
    )

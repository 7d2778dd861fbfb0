"""What the settings dialog starts from, what it hands over, and what can be wrong with that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from carmp_desktop.core.mirror.state import no_address
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.settings import amount_of_money

SHEETS = ("global_prompts_url", "angle_presets_url", "color_presets_url")
"""The settings that are addresses of sheets."""

_ADDRESS = re.compile(r"(https?://[^/\s]+|file:///?)\S*", re.IGNORECASE)
_MODEL = re.compile(r"[\w.-]+/[\w.-]+(:\w+)?")

_NO_ADDRESS = Problem(
    code="bad_address",
    title="Not an address",
    sentence="This is no address of a sheet.",
    action="It begins with https://, http:// or file://.",
)
_NO_MODEL = Problem(
    code="bad_model",
    title="Not a model",
    sentence="This is no name of a model.",
    action="Write it as owner/name, as in google/nano-banana.",
)
_NO_GALLERY = Problem(
    code="no_gallery",
    title="No folder",
    sentence="Finished images need a folder.",
    action="Name one, or choose it with Browse.",
)


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """What the dialog starts from. A token itself is never handed to it.

    ``token_state`` says in one sentence where Replicate's token is kept; ``token_locked`` is True
    where the environment decides it, and ``locked`` names the settings of which that is true. The
    same is said of the mirror's token.
    """

    token_state: str
    token_locked: bool
    has_token: bool
    global_prompts_url: str
    angle_presets_url: str
    color_presets_url: str
    model: str
    gallery: str
    budget: str = ""
    after_interruption: str = ""
    engine: str = ""
    scheme: str = ""
    language: str = ""
    mirror_url: str = ""
    mirror_token_state: str = ""
    mirror_token_locked: bool = False
    has_mirror_token: bool = False
    locked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """What the user saved. A token is None where it stays, "" where it shall be removed."""

    token: str | None
    global_prompts_url: str
    angle_presets_url: str
    color_presets_url: str
    model: str
    gallery: str
    budget: str = ""
    after_interruption: str = ""
    engine: str = ""
    scheme: str = ""
    language: str = ""
    mirror_url: str = ""
    mirror_token: str | None = None


def faults_in(values: Mapping[str, str]) -> dict[str, Problem]:
    """What is wrong with settings as they were typed, by their names; nothing where all is well."""
    wrong = {name: _NO_ADDRESS for name in SHEETS if not _ADDRESS.fullmatch(values[name])}
    if not _MODEL.fullmatch(values["model"]):
        wrong["model"] = _NO_MODEL
    if not values["gallery"]:
        wrong["gallery"] = _NO_GALLERY
    if values["mirror_url"] and not _is_socket(values["mirror_url"]):
        wrong["mirror_url"] = no_address()
    try:
        amount_of_money(values["budget"])
    except Failure as failure:
        wrong["budget"] = failure.problem
    return wrong


def _is_socket(text: str) -> bool:
    """Whether a text is the address of a WebSocket."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("ws", "wss") and bool(host) and not re.search(r"\s", text)

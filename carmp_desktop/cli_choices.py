"""What a batch's words mean: photos with their angles, keys of the sheets, colors of one's own."""

from __future__ import annotations

import argparse
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from carmp_desktop.cli_output import remark
from carmp_desktop.core.marketplace import Marketplace
from carmp_desktop.core.model import Angle, BatchRequest, Color, EngineName, Photo
from carmp_desktop.core.photos import gather, open_photo
from carmp_desktop.core.planning import NO_ANGLES, NO_PHOTOS, unknown_key
from carmp_desktop.core.presets import Presets, Sheet
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.prompts import custom_color

T = TypeVar("T", Angle, Color)

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
_MOST_NEAR = 3
_GIVE_PHOTOS = "Give at least one: --photo FILE."
_GIVE_ANGLES = "Give at least one as --angle KEY: {known}."
_KEY_ALONE = Problem(
    code="key_alone",
    title="Not a photo",
    sentence="{key} is the key of {what}, and no file.",
    action="Put {option} before each key: {option} {key}.",
)
_NO_USABLE_PHOTO = Problem(
    code="no_usable_photo",
    title="No usable photo",
    sentence="None of the given files can be used as a photo.",
    action="Give at least one JPEG, PNG, WebP, HEIC, AVIF or TIFF photo.",
)


def require_photos(options: argparse.Namespace) -> None:
    """Raise `Failure` where no photo is named: that needs no sheet to be known."""
    if not options.photo:
        raise Failure(replace(NO_PHOTOS, action=_GIVE_PHOTOS))


def chosen(options: argparse.Namespace, presets: Presets, market: Marketplace) -> BatchRequest:
    """What the options ask for, in the presets' words.

    A photo that cannot be used is refused by name on stderr. Raises `Failure` for an unknown key,
    a color that cannot be understood, and where no photo is left.
    """
    angles = {angle.key: angle for angle in presets.angles}
    colors = {color.key: color for color in presets.colors}
    _refuse_keys_alone(options.photo, angles, colors)
    if not options.angle:
        fields = {"known": ", ".join(angles)}
        raise Failure(replace(NO_ANGLES, action=_GIVE_ANGLES, fields=fields))
    engine = options.engine or market.engine_state().name
    wanted = [_known(key, angles, Sheet.ANGLES) for key in options.angle]
    paints = [_color(text, colors) for text in options.color]
    files: dict[Path, str | None] = {}
    for file, key in _tagged(options.photo, angles):
        files[file] = key or files.get(file)  # a folder may hold what was tagged by name
    return BatchRequest(
        photos=_photos(files, market.profile.thumbs / "photos"),
        angles=tuple(dict.fromkeys(wanted)),
        colors=tuple(dict.fromkeys(paints)),
        auto_colorize=options.auto_colorize,
        car=options.car,
        instructions=options.instructions,
        engine=EngineName(engine),
    )


def near_misses(word: str, known: Collection[str]) -> list[str]:
    """The keys that were probably meant by a word, likeliest first, at most three."""
    plain = {_plain(key): key for key in known}
    alike = get_close_matches(_plain(word), plain, n=_MOST_NEAR, cutoff=0.7)
    holding = [name for name in plain if _plain(word) and _plain(word) in name]
    return [plain[name] for name in dict.fromkeys([*alike, *holding])][:_MOST_NEAR]


def _plain(key: str) -> str:
    """A key without what people write differently: case, spaces, hyphens, underscores."""
    return re.sub(r"[\W_]+", "", key.casefold())


def _refuse_keys_alone(
    photos: Iterable[Path], angles: Collection[str], colors: Collection[str]
) -> None:
    """Raise `Failure` where a key stands among the photos, as it does behind ``--angle a b``."""
    for path in photos:
        is_angle, is_color = str(path) in angles, str(path) in colors
        if (is_angle or is_color) and not path.exists():
            what, option = ("an angle", "--angle") if is_angle else ("a color", "--color")
            fields = {"key": str(path), "what": what, "option": option}
            raise Failure(replace(_KEY_ALONE, fields=fields))


def _known(key: str, presets: Mapping[str, T], sheet: Sheet) -> T:
    if key in presets:
        return presets[key]
    problem = unknown_key(sheet, key, presets)
    if near := near_misses(key, presets):
        fields = {**problem.fields, "near": " or ".join(near)}
        problem = replace(problem, action=f"Did you mean {{near}}? {problem.action}", fields=fields)
    raise Failure(problem)


def _color(text: str, colors: Mapping[str, Color]) -> Color:
    """A color of the sheet by its key, or one of the user's own as ``NAME=#RRGGBB``.

    The latter is what the window makes of the same name and hex typed there.
    """
    name, sign, paint = text.rpartition("=")
    if text in colors or not (sign or paint.startswith("#")):
        return _known(text, colors, Sheet.COLORS)
    if not _HEX.fullmatch(paint.strip()):
        raise Failure(_no_color(text))
    return custom_color(f"{name} {paint}")


def _tagged(
    paths: Iterable[Path], angles: Mapping[str, Angle]
) -> Iterator[tuple[Path, str | None]]:
    """Every file that is meant, with the key of the angle that it is said to show.

    ``KEY=FILE`` says so; a folder's key holds for all photos in it. A file of just that name comes
    first. Raises `Failure` where there is such a file but no such key.
    """
    for path in paths:
        key, sign, name = _split(str(path), angles)
        if path.exists() or not sign:
            yield from ((file, None) for file in gather([path]))
            continue
        file = Path(name).expanduser()
        if key in angles or file.exists():
            angle = _known(key, angles, Sheet.ANGLES)
            yield from ((each, angle.key) for each in gather([file]))
        else:
            yield path, None


def _split(text: str, keys: Iterable[str]) -> tuple[str, str, str]:
    """``KEY=FILE`` in its parts; a key of the sheet may hold the sign itself."""
    known = [key for key in keys if text.startswith(f"{key}=")]
    if known:
        key = max(known, key=len)
        return key, "=", text[len(key) + 1 :]
    return text.partition("=")


def _photos(files: Mapping[Path, str | None], thumbs: Path) -> tuple[Photo, ...]:
    """The photos that open; each other one is refused by name on stderr.

    Raises `Failure` where none is left.
    """
    photos = []
    for file, angle_key in files.items():
        try:
            photos.append(replace(open_photo(file, thumbs).photo, angle_key=angle_key))
        except Failure as failure:
            remark(failure)
    if files and not photos:
        raise Failure(_NO_USABLE_PHOTO)
    return tuple(photos)


def _no_color(text: str) -> Problem:
    return Problem(
        code="no_color",
        title="Color not understood",
        sentence="“{text}” is no name and hex code.",
        action="Write a color of your own like this: --color “Nardo gray=#686A6C”.",
        fields={"text": text},
    )

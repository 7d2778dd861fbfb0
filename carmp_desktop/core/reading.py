"""Reads what people write into labels and values: an angle's azimuth, a color's hex."""

from __future__ import annotations

import re

_DEGREES = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:°|deg)", re.IGNORECASE)
# A single digit but 0 numbers a variant ("front_2"), it is no direction.
_TRAILING = re.compile(r"(?:^|\D)(0|\d{2,3})$", re.ASCII)
_QUARTER = re.compile(r"3[\W_]?4(?!\d)|¾", re.ASCII)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE | re.ASCII)

_WORDS = {"front": 0.0, "right": 90.0, "rear": 180.0, "back": 180.0, "left": 270.0, "side": 90.0}


def azimuth_of(key: str, label: str) -> float | None:
    """Degrees clockwise from the car's front, from the label's "(45°)", the key's number, or words.

    None where none of them tells.
    """
    written = _DEGREES.search(label)
    if written:
        return float(written.group(1)) % 360
    words = re.findall(r"[a-z]+", f"{key} {label}".lower().replace("_", " "))
    if "three" in words or "quarter" in words or _QUARTER.search(f"{key} {label}"):
        return _three_quarter(set(words))
    trailing = _TRAILING.search(key)
    if trailing:
        degrees = float(trailing.group(1))
        return degrees % 360 if degrees <= 360 else None
    if {"left", "right"} & set(words) and {"front", "rear", "back"} & set(words):
        return _three_quarter(set(words))
    if {"driver", "passenger"} & set(words) and not {"left", "right"} & set(words):
        return None  # which side that is differs between countries
    known = [word for word in ("left", "right", *_WORDS) if word in words]
    return _WORDS[known[0]] if known else None


def _three_quarter(words: set[str]) -> float | None:
    left = "left" in words
    if "front" in words:
        return 315.0 if left else 45.0
    if words & {"rear", "back"}:
        return 225.0 if left else 135.0
    return None


def hex_of(text: str) -> str | None:
    """The first ``#RGB`` or ``#RRGGBB`` in a text as ``#RRGGBB`` in capitals, or None."""
    found = _HEX.search(text)
    if not found:
        return None
    digits = found.group(1).upper()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}"

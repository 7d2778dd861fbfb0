"""The colors and measures of the window, light and dark; no color is written anywhere else.

Every pair of text and ground that is used has a contrast of at least 4.5:1. ``faint`` is for marks
that are no text, which have at least 3:1, and for what is disabled.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme of colors, as ``#RRGGBB``."""

    dark: bool
    ground: str
    surface: str
    raised: str
    border: str
    border_strong: str
    hover: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_ground: str
    done: str
    check: str
    failed: str
    failed_ground: str
    failed_border: str
    badge: str
    badge_text: str


LIGHT = Tokens(
    dark=False,
    ground="#F5F6F8",
    surface="#FFFFFF",
    raised="#FAFBFC",
    border="#E2E5EA",
    border_strong="#C9CED6",
    hover="#F0F2F5",
    text="#15171C",
    muted="#5A6472",
    faint="#838C9A",
    accent="#2A62F4",
    accent_hover="#1F53DC",
    accent_text="#FFFFFF",
    accent_ground="#EDF3FF",
    done="#167C4B",
    check="#9A6200",
    failed="#C9362F",
    failed_ground="#FDF0EF",
    failed_border="#F0B4B0",
    badge="#4A4D52",
    badge_text="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    ground="#101215",
    surface="#171A1F",
    raised="#1D2127",
    border="#2A2F37",
    border_strong="#3A414C",
    hover="#20252C",
    text="#ECEEF2",
    muted="#A0A9B6",
    faint="#737D8C",
    accent="#5C8DFF",
    accent_hover="#7AA2FF",
    accent_text="#0E1116",
    accent_ground="#1B2744",
    done="#4CC38A",
    check="#E5B454",
    failed="#FF7B72",
    failed_ground="#2A1A1B",
    failed_border="#6E3433",
    badge="#2B2E33",
    badge_text="#FFFFFF",
)

SPACE = 8
"""The rhythm of the layout, in pixels."""

RADIUS_CARD = 10
RADIUS_FIELD = 8
PANEL_WIDTH = 336
TOPBAR_HEIGHT = 52
FOOTER_HEIGHT = 40

FONT_BODY = 13
FONT_LABEL = 12
FONT_TITLE = 16
FONT_CARD = 11

"""Before the first batch the centre teaches the three steps, and says at which the user is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.model import Angle, BatchRequest, Color, EngineName
from carmp_desktop.qt.batch.empty_state import EmptyState
from carmp_desktop.qt.parts.ghost_matrix import GhostMatrix
from carmp_desktop.qt.request.offer import Offer
from tests.qt.samples import ANGLES, COLORS, photo

NOTHING = BatchRequest(photos=(), angles=())
FULL = BatchRequest(photos=(photo("a.jpg"), photo("b.jpg")), angles=ANGLES[:3], colors=COLORS)
MANY = BatchRequest(
    photos=FULL.photos,
    angles=tuple(Angle(f"a{n}", "", "", 15.0 * n) for n in range(12)),
    colors=tuple(Color(f"c{n}", "", "", "#C00000") for n in range(12)),
)


@pytest.fixture
def empty(stand: Callable[[QWidget], QWidget]) -> EmptyState:
    made = EmptyState()
    stand(made).resize(624, 500)
    return made


def shown(empty: EmptyState) -> list[str]:
    return [label.text() for label in empty.findChildren(QLabel) if label.isVisible()]


def steps(empty: EmptyState) -> list[str]:
    names = [child.accessibleName() for child in empty.findChildren(QWidget)]
    return [name.partition(": ")[2] for name in names if ": " in name]


def offer(request: BatchRequest, **placed: object) -> Offer:
    return Offer(request, **{"price": 0.039, **placed})


def test_it_names_the_three_steps_in_order(empty: EmptyState) -> None:
    texts = shown(empty)
    places = [texts.index(step) for step in ("Add photos", "Tick angles and colors", "Generate")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("request_", "states", "title", "following"),
    [
        (
            NOTHING,
            ["next", "later", "later"],
            "Every angle, in every color",
            "Drop photos of one car anywhere on this window to begin.",
        ),
        (
            BatchRequest(photos=FULL.photos[:1], angles=()),
            ["done", "next", "later"],
            "1 photo in",
            "Choose angles and colors on the left, then press Generate.",
        ),
        (
            BatchRequest(photos=FULL.photos, angles=ANGLES[:1]),
            ["done", "next", "later"],
            "2 photos in",
            "Choose a color, or turn auto-colorize off.",
        ),
        (
            FULL,
            ["done", "done", "next"],
            "2 photos in",
            "Press “Generate 3 Angles → 3 Colors each”, or Ctrl+Return.",
        ),
    ],
    ids=["nothing", "photos", "angles", "all"],
)
def test_it_says_what_is_done_and_what_comes_next(
    empty: EmptyState, request_: BatchRequest, states: list[str], title: str, following: str
) -> None:
    empty.show_offer(offer(request_))
    assert steps(empty) == states
    assert title in shown(empty)
    assert following in shown(empty)


def test_what_it_costs_is_said_where_nothing_is_in_the_way(empty: EmptyState) -> None:
    empty.show_offer(offer(FULL))
    assert "12 images with Replicate, for about $0.468." in shown(empty)
    empty.show_offer(offer(FULL, is_ready=False, hint="No Replicate token yet."))
    assert "No Replicate token yet." in shown(empty)
    assert not any("$" in text for text in shown(empty))


@pytest.mark.parametrize(
    ("engine", "is_ready", "words", "offers_token"),
    [
        (EngineName.REPLICATE, True, "Replicate makes the images, for about $0.039 each.", False),
        (EngineName.REPLICATE, False, "No token.", True),
        (
            EngineName.STUDIO,
            True,
            "Studio makes previews on this computer, without token or cost.",
            True,
        ),
    ],
)
def test_before_the_first_photo_it_says_who_makes_the_images(
    empty: EmptyState, engine: EngineName, is_ready: bool, words: str, offers_token: bool
) -> None:
    request = BatchRequest(photos=(), angles=(), engine=engine)
    empty.show_offer(offer(request, is_ready=is_ready, hint="" if is_ready else "No token."))
    assert words in shown(empty)
    links = [each for each in empty.findChildren(QPushButton) if "token" in each.text()]
    assert [link.isVisible() for link in links] == [offers_token]


def test_the_ways_to_begin_go_when_there_are_photos_and_come_back(
    empty: EmptyState, qtbot: QtBot
) -> None:
    samples = empty.add_button("Try with sample photos", "plain")
    qtbot.waitUntil(samples.isVisible)
    browse = next(x for x in empty.findChildren(QPushButton) if x.text() == "Browse photos…")
    with qtbot.waitSignal(empty.browse_requested):
        browse.click()
    with qtbot.waitSignal(samples.clicked):
        samples.click()
    empty.show_offer(offer(FULL))
    assert not samples.isVisible()
    assert not browse.isVisible()
    empty.show_offer(offer(NOTHING))
    assert samples.isVisible()
    assert browse.isVisible()


def test_the_illustration_is_drawn_in_more_than_one_color(empty: EmptyState) -> None:
    drawn = empty.findChild(GhostMatrix).grab().toImage()
    colors = {
        drawn.pixel(x, y) for x in range(0, drawn.width(), 3) for y in range(0, drawn.height(), 3)
    }
    assert len(colors) > 8


def test_the_illustration_becomes_the_plan_of_the_batch(empty: EmptyState) -> None:
    ghosts = empty.findChild(GhostMatrix)
    pictures = []
    for request in (NOTHING, FULL, BatchRequest(FULL.photos, ANGLES[:1], COLORS[:1])):
        empty.show_offer(offer(request))
        ghosts.adjustSize()
        pictures.append(ghosts.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[2].width() < pictures[1].width()
    assert pictures[2].height() == pictures[1].height(), "what stands below would move"


@pytest.mark.parametrize("request_", [NOTHING, FULL, MANY], ids=["nothing", "full", "many"])
def test_it_fits_the_smallest_window(empty: EmptyState, request_: BatchRequest) -> None:
    """What is left of 960 × 600 beside the panel, between the bar and the foot."""
    empty.add_button("Try with sample photos", "plain")
    empty.show_offer(offer(request_))
    assert empty.minimumSizeHint().width() <= 584
    assert empty.minimumSizeHint().height() <= 492

"""The loupe alone: walked with real keys over real files, its pixels read back from the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QClipboard, QColor, QFontMetricsF, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carmp_desktop.core.export.profiles import Format
from carmp_desktop.core.model import JobStatus
from carmp_desktop.qt.look.theme import dress, font
from carmp_desktop.qt.look.tokens import FONT_LABEL
from carmp_desktop.qt.loupe.fact import FactRow
from carmp_desktop.qt.loupe.images import MOST_HELD, read_full
from carmp_desktop.qt.loupe.items import Fact, LoupeItem, LoupeSet, Scene
from carmp_desktop.qt.loupe.loupe import Loupe
from carmp_desktop.qt.loupe.stage import Mode
from carmp_desktop.qt.parts.images import ImageLoader
from carmp_desktop.qt.parts.zooming import View
from tests.core.credential_samples import INFO, NAMELESS, manifest, with_manifest

NAMES = ("Original color", "Red", "Green", "Blue")
PAINTS = ("#808080", "#C02020", "#20A040", "#2040C0")
ROWS = ("Front", "Right side", "Rear")
PHOTO = "#E0B000"
LEFT = Qt.MouseButton.LeftButton
SIZE = (1344, 768)


class Viewer:
    """The loupe open over a window, and the hands that use it."""

    def __init__(self, qtbot: QtBot, shown: LoupeSet, key: object) -> None:
        self.qtbot = qtbot
        self.loader = ImageLoader()
        self.window = QWidget()
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        self.window.resize(1440, 900)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()
        self.loupe = Loupe(shown, key, self.loader, self.window)
        self.loupe.begin()
        self.canvas = self.loupe.canvas

    def settle(self) -> None:
        """Wait until nothing is being decoded."""
        images = self.loupe.exhibits.images
        self.qtbot.waitUntil(lambda: not images.pending and not self.loader.pending)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier
        self.qtbot.keyClick(
            QApplication.focusWidget(), key, modifier.ControlModifier if control else modifier(0)
        )

    def choose(self, mode: Mode) -> None:
        self.loupe.bar.modes.choose(mode)
        self.settle()

    def color(self, x: float, y: float = 0.5) -> str:
        """The color at a share of the canvas's width and height."""
        seen = self.canvas.grab().toImage()
        place = QPoint(int(x * (seen.width() - 1)), int(y * (seen.height() - 1)))
        return QColor(seen.pixel(place)).name().upper()

    def turn_wheel(self, place: QPointF, notches: int) -> None:
        QApplication.sendEvent(
            self.canvas,
            QWheelEvent(
                place,
                self.canvas.mapToGlobal(place),
                QPoint(),
                QPoint(0, 120 * notches),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    def row(self, label: str) -> FactRow:
        return next(row for row in self.loupe.facts.rows if row.label == label)

    def button(self, text: str) -> QAbstractButton:
        found = self.loupe.findChildren(QAbstractButton)
        return next(each for each in found if each.text() == text and not each.isHidden())

    def close(self) -> None:
        self.loupe.leave()
        self.loader.shutdown()


def paint(file: Path, color: str, size: tuple[int, int] = SIZE) -> Path:
    Image.new("RGB", size, color).save(file)
    return file


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> LoupeSet:
    """Three angles by four paints, each one a plain color; the last two places have no image."""
    tmp_path = tmp_path_factory.mktemp("loupe")
    items: list[LoupeItem] = []
    for row in ROWS:
        for name, color in zip(NAMES, PAINTS, strict=True):
            file = paint(tmp_path / f"{row} {name}.png", color)
            items.append(
                LoupeItem(
                    (row, name),
                    name,
                    image=file,
                    row=row,
                    state="Completed in 9.4 s",
                    facts=(Fact("Size", None), Fact("File", file.name)),
                    prompt=f"Paint it {name}.",
                    before=None if name == NAMES[0] else (row, NAMES[0]),
                )
            )
    items[-1] = replace(
        items[-1],
        image=None,
        status=JobStatus.FAILED,
        state="Refused",
        reason="The photo was flagged. Try another photo.",
        facts=(),
    )
    items[-2] = replace(items[-2], image=None, status=None, state="Not made", facts=(), prompt="")
    photo = Scene("photo", "car.jpg", paint(tmp_path / "car.png", PHOTO, (800, 600)))
    return LoupeSet("BMW 1 M", tuple(items), len(NAMES), (photo,))


@pytest.fixture
def open_loupe(
    qtbot: QtBot, dressed: QApplication, shown: LoupeSet
) -> Iterator[Callable[..., Viewer]]:
    """Opens the loupe at an item and waits for its images."""
    assert dressed
    viewers: list[Viewer] = []

    def opened(row: int = 0, column: int = 3, of: LoupeSet = shown) -> Viewer:
        viewer = Viewer(qtbot, of, of.items[row * of.columns + column].key)
        viewers.append(viewer)
        viewer.settle()
        return viewer

    yield opened
    for viewer in viewers:
        viewer.close()


OpenLoupe = Callable[..., Viewer]
sides = st.floats(50, 4000)
shares = st.floats(0, 1)


@given(
    picture=st.tuples(sides, sides),
    room=st.tuples(sides, sides),
    at=st.tuples(shares, shares),
    first=st.floats(0, 8),
    then=st.floats(-8, 8),
    native=st.none() | st.sampled_from((1.0, 0.5)),
)
def test_what_is_under_the_pointer_stays_there(
    picture: tuple[float, float],
    room: tuple[float, float],
    at: tuple[float, float],
    first: float,
    then: float,
    native: float | None,
) -> None:
    view = View()
    view.set_room(QSizeF(*room))
    view.set_picture(QSizeF(*picture))
    if native is not None:
        view.set_native(native)
    view.zoom_by(first)
    pointer = QPointF(at[0] * room[0], at[1] * room[1])
    before, under = view.frame, view.to_picture(pointer)
    view.zoom_by(then, pointer)
    after, now = view.frame, view.to_widget(under)
    least, most = view.limits
    assert least <= view.zoom <= most
    # At an edge the picture may not be drawn away from it; elsewhere the place stays to the pixel.
    inside = QRectF(QPointF(), QSizeF(*room)).adjusted(1e-3, 1e-3, -1e-3, -1e-3)
    if before.contains(inside) and after.left() < -1e-3 and after.right() > room[0] + 1e-3:
        assert now.x() == pytest.approx(pointer.x(), abs=1e-3)
    if before.contains(inside) and after.top() < -1e-3 and after.bottom() > room[1] + 1e-3:
        assert now.y() == pytest.approx(pointer.y(), abs=1e-3)


def test_arrows_walk_the_matrix(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 2)
    walked: list[object] = []
    viewer.loupe.moved.connect(walked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        viewer.press(key)
    assert walked == [
        ("Front", "Blue"),
        ("Right side", "Blue"),
        ("Right side", "Green"),
        ("Front", "Green"),
    ]
    viewer.press(Qt.Key.Key_Up)
    assert viewer.loupe.item.key == ("Front", "Green")
    viewer.press(Qt.Key.Key_End)
    viewer.press(Qt.Key.Key_Right)
    assert viewer.loupe.item.key == ("Rear", "Blue")
    viewer.press(Qt.Key.Key_Home)
    assert viewer.loupe.item.key == ("Front", "Original color")


def test_right_at_the_end_of_a_row_goes_on_in_the_next(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 3)
    viewer.press(Qt.Key.Key_Right)
    assert viewer.loupe.item.key == ("Right side", "Original color")


def test_no_more_images_are_held_than_said_however_far_one_walks(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 0)
    images = viewer.loupe.exhibits.images
    for _ in range(11):
        viewer.press(Qt.Key.Key_Right)
        assert len(images.held) <= MOST_HELD
    viewer.press(Qt.Key.Key_Home)
    viewer.settle()
    assert 0 < len(images.held) <= MOST_HELD
    viewer.loupe.leave()
    assert images.held == ()


def test_the_next_image_is_there_before_it_is_asked_for(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 1)
    viewer.press(Qt.Key.Key_Right)
    assert viewer.color(0.5) == PAINTS[2]
    viewer.settle()
    viewer.press(Qt.Key.Key_Right)
    assert viewer.color(0.5) == PAINTS[3]


def test_one_image_then_two_under_a_line_then_two_side_by_side(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    assert (viewer.color(0.2), viewer.color(0.8)) == (PAINTS[3], PAINTS[3])
    viewer.press(Qt.Key.Key_V)
    viewer.settle()
    assert (viewer.color(0.2), viewer.color(0.8)) == (PAINTS[0], PAINTS[3])
    viewer.press(Qt.Key.Key_V)
    viewer.settle()
    assert (viewer.color(0.2), viewer.color(0.8)) == (PAINTS[0], PAINTS[3])
    assert viewer.color(0.5) == QColor(viewer.loupe.palette().window().color()).name().upper()
    viewer.press(Qt.Key.Key_V)
    assert viewer.canvas.mode is Mode.SINGLE


def test_the_line_is_dragged_and_moved_by_keys(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.choose(Mode.SLIDER)
    middle = viewer.canvas.height() // 2
    start, end = (QPoint(int(viewer.canvas.width() * share), middle) for share in (0.5, 0.75))
    viewer.qtbot.mousePress(viewer.canvas, LEFT, pos=start)
    viewer.qtbot.mouseMove(viewer.canvas, end)
    viewer.qtbot.mouseRelease(viewer.canvas, LEFT, pos=end)
    assert viewer.canvas.line == pytest.approx(0.75, abs=0.01)
    assert (viewer.color(0.7), viewer.color(0.8)) == (PAINTS[0], PAINTS[3])
    viewer.press(Qt.Key.Key_BracketRight)
    assert viewer.canvas.line == pytest.approx(0.77, abs=0.01)


def test_space_shows_the_original_while_it_is_held(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.qtbot.keyPress(viewer.canvas, Qt.Key.Key_Space)
    assert viewer.color(0.3) == PAINTS[0]
    viewer.qtbot.keyRelease(viewer.canvas, Qt.Key.Key_Space)
    assert viewer.color(0.3) == PAINTS[3]


def test_an_angle_s_own_image_has_the_photo_as_its_original(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 0)
    viewer.qtbot.keyPress(viewer.canvas, Qt.Key.Key_Space)
    assert viewer.color(0.5) == PHOTO
    viewer.qtbot.keyRelease(viewer.canvas, Qt.Key.Key_Space)


def test_holding_the_original_leaves_zoom_and_place_alone(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 0)
    viewer.choose(Mode.SIDE_BY_SIDE)
    viewer.canvas.zoom_by(6, QPointF(20, 20))
    before = viewer.canvas.view.frame
    viewer.qtbot.keyPress(viewer.canvas, Qt.Key.Key_Space)
    viewer.qtbot.keyRelease(viewer.canvas, Qt.Key.Key_Space)
    assert viewer.canvas.view.frame == before


def test_a_photo_of_another_shape_stands_within_the_image_s_frame(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 0)
    viewer.choose(Mode.SLIDER)
    viewer.canvas.set_line(1.0)
    assert viewer.color(0.5) == PHOTO
    assert viewer.color(0.05) not in (PHOTO, PAINTS[0])


def _menu(viewer: Viewer) -> QMenu:
    return viewer.loupe.compare.menu_of(viewer.loupe.shown, viewer.loupe.item)


def test_anything_can_be_compared_with(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    menu = _menu(viewer)
    offered = {action.text(): action for action in menu.actions() if action.text()}
    assert list(offered) == ["car.jpg", "Original color", "Red", "Green", "Right side", "Rear"]
    assert [text for text, action in offered.items() if action.isChecked()] == ["Original color"]
    offered["Red"].trigger()
    viewer.settle()
    assert viewer.canvas.mode is Mode.SLIDER
    assert (viewer.color(0.2), viewer.color(0.8)) == (PAINTS[1], PAINTS[3])
    viewer.press(Qt.Key.Key_Left)
    viewer.settle()
    assert (viewer.color(0.2), viewer.color(0.8)) == (PAINTS[1], PAINTS[2])
    viewer.press(Qt.Key.Key_Left)
    viewer.settle()
    assert viewer.loupe.compare.text() == "Original color"
    menu.deleteLater()


def test_c_opens_the_menu_of_what_to_compare_with(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.press(Qt.Key.Key_C)
    (menu,) = [menu for menu in viewer.loupe.compare.findChildren(QMenu) if menu.isVisible()]
    viewer.qtbot.keyClick(menu, Qt.Key.Key_Down)
    viewer.qtbot.keyClick(menu, Qt.Key.Key_Return)
    viewer.settle()
    assert viewer.loupe.compare.text() == "car.jpg"


def test_the_wheel_zooms_where_the_pointer_is_and_both_pictures(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.choose(Mode.SIDE_BY_SIDE)
    right = QPointF(viewer.canvas.width() * 0.8, viewer.canvas.height() / 2)
    viewer.turn_wheel(right, 4)
    assert viewer.canvas.view.zoom == pytest.approx(1.25**4)
    left, other = viewer.canvas.sights()
    assert left.size() == other.size()


def test_a_double_click_goes_to_all_pixels_and_back(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.qtbot.mouseDClick(viewer.canvas, LEFT, pos=QPoint(500, 300))
    assert viewer.canvas.percent == 100
    viewer.qtbot.mouseDClick(viewer.canvas, LEFT, pos=QPoint(500, 300))
    assert viewer.canvas.view.zoom == 1


def test_keys_zoom_fit_and_show_all_pixels(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.press(Qt.Key.Key_Plus)
    assert viewer.canvas.view.zoom == pytest.approx(1.25)
    viewer.press(Qt.Key.Key_Minus)
    assert viewer.canvas.view.zoom == pytest.approx(1.0)
    viewer.press(Qt.Key.Key_1)
    assert viewer.canvas.percent == 100
    assert viewer.button("100 %").isVisible()
    viewer.press(Qt.Key.Key_0)
    assert viewer.button("Fit").isVisible()


def test_a_picture_is_moved_by_dragging_and_by_ctrl_and_arrows(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.canvas.zoom_by(5)
    before = viewer.canvas.view.frame.topLeft()
    viewer.qtbot.mousePress(viewer.canvas, LEFT, pos=QPoint(300, 300))
    viewer.qtbot.mouseMove(viewer.canvas, QPoint(340, 320))
    viewer.qtbot.mouseRelease(viewer.canvas, LEFT, pos=QPoint(340, 320))
    dragged = viewer.canvas.view.frame.topLeft()
    assert (dragged - before).toPoint() == QPoint(40, 20)
    viewer.press(Qt.Key.Key_Left, control=True)
    moved = viewer.canvas.view.frame.topLeft() - dragged
    assert moved.x() > 50
    assert viewer.loupe.item.key == ("Front", "Blue")


def test_zoom_stays_from_one_image_to_the_next(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 1)
    viewer.canvas.zoom_by(3)
    frame = viewer.canvas.view.frame
    viewer.press(Qt.Key.Key_Right)
    assert viewer.canvas.view.frame == frame


def test_at_100_percent_every_pixel_is_the_file_s_own(
    open_loupe: OpenLoupe, shown: LoupeSet, tmp_path: Path
) -> None:
    file = tmp_path / "board.png"
    squares = np.indices((SIZE[1], SIZE[0])).sum(0) % 2
    Image.fromarray((255 * squares).astype(np.uint8)).save(file)
    viewer = open_loupe(0, 0, shown.with_item(replace(shown.items[0], image=file)))
    viewer.press(Qt.Key.Key_1)
    middle = viewer.canvas.rect().center()
    seen = viewer.canvas.grab().toImage().copy(middle.x(), middle.y(), 40, 40)
    values = {QColor(seen.pixel(x, y)).value() for x in range(40) for y in range(40)}
    assert values == {0, 255}
    viewer.press(Qt.Key.Key_0)
    for _ in range(6):
        viewer.press(Qt.Key.Key_Minus)
    small = viewer.canvas.grab().toImage()
    gray = QColor(small.pixel(viewer.canvas.rect().center())).value()
    assert gray == pytest.approx(128, abs=40), "the mean of black and white, not one of them"


def test_a_fact_is_copied_by_click_and_by_key_and_says_so(
    open_loupe: OpenLoupe, clipboard: QClipboard
) -> None:
    viewer = open_loupe()
    row = viewer.row("File")
    viewer.qtbot.mouseClick(row, LEFT)
    assert clipboard.text() == "Front Blue.png"
    assert row.is_answering
    size = viewer.row("Size")
    size.setFocus(Qt.FocusReason.TabFocusReason)
    viewer.press(Qt.Key.Key_Space)
    assert clipboard.text().startswith("1344 × 768 · PNG · ")
    viewer.press(Qt.Key.Key_Left)
    assert viewer.loupe.item.key == ("Front", "Green")
    assert not size.is_answering or size.value == clipboard.text()


@pytest.mark.parametrize(
    ("claim", "told"), [(INFO, "Gemini"), (NAMELESS, "Present, naming nobody")]
)
def test_content_credentials_are_told_as_a_claim_and_only_where_they_are(
    open_loupe: OpenLoupe,
    shown: LoupeSet,
    clipboard: QClipboard,
    tmp_path: Path,
    claim: bytes,
    told: str,
) -> None:
    item = shown.items[1]
    assert item.image is not None
    marked = tmp_path / "marked.png"
    marked.write_bytes(with_manifest(item.image.read_bytes(), manifest(claim), Format.PNG))
    viewer = open_loupe(column=1, of=shown.with_item(replace(item, image=marked)))
    row = viewer.row("Content credentials")
    assert row is viewer.loupe.facts.rows[-1]
    assert (row.value, row.accessibleName()) == (told, f"Content credentials: {told}")
    for said in (row.toolTip(), row.accessibleDescription()):
        assert "Its signature is not checked" in said
    assert row.height() > viewer.row("File").height(), "its name needs two lines"
    viewer.qtbot.mouseClick(row, LEFT)
    assert clipboard.text() == told
    viewer.press(Qt.Key.Key_Left)
    viewer.settle()
    assert "Content credentials" not in [each.label for each in viewer.loupe.facts.rows]


def test_prompt_and_image_are_copied(open_loupe: OpenLoupe, clipboard: QClipboard) -> None:
    viewer = open_loupe()
    viewer.button("Copy").click()
    assert clipboard.text() == "Paint it Blue."
    assert viewer.button("Copied")
    viewer.press(Qt.Key.Key_C, control=True)
    image = clipboard.image()
    assert (image.width(), image.height()) == SIZE
    assert QColor(image.pixel(5, 5)).name().upper() == PAINTS[3]


def test_what_the_user_wants_is_said_with_the_item_s_key(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    item = replace(
        viewer.loupe.item, starred=False, can_touch_up=True, can_make_again=True, can_bin=True
    )
    viewer.loupe.update_item(item)
    heard: list[tuple[object, ...]] = []
    loupe = viewer.loupe
    for name, signal in (
        ("folder", loupe.folder_requested),
        ("touch up", loupe.touch_up_requested),
        ("again", loupe.again_requested),
        ("bin", loupe.bin_requested),
    ):
        signal.connect(lambda key, name=name: heard.append((name, key)))
    loupe.star_toggled.connect(lambda key, starred: heard.append((key, starred)))
    for text in ("Folder", "Touch up", "Make again", "To the bin"):
        viewer.button(text).click()
    viewer.press(Qt.Key.Key_S)
    assert heard == [
        *((name, item.key) for name in ("folder", "touch up", "again", "bin")),
        (item.key, True),
    ]
    loupe.update_item(replace(item, starred=True))
    assert viewer.button("Starred")


def test_a_place_without_an_image_says_why_and_offers_nothing(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(2, 3)
    assert viewer.row("State").value == "Refused"
    blank = viewer.canvas.grab().toImage()
    viewer.press(Qt.Key.Key_Left)
    assert viewer.row("State").value == "Not made"
    assert viewer.canvas.grab().toImage() != blank
    texts = {each.text() for each in viewer.loupe.findChildren(QAbstractButton) if each.isVisible()}
    assert not texts & {"Copy image", "Folder", "Copy"}
    viewer.choose(Mode.SIDE_BY_SIDE)
    assert viewer.color(0.2) == PAINTS[0]


def test_a_file_that_is_gone_is_told_calmly_and_the_others_go_on(
    open_loupe: OpenLoupe, shown: LoupeSet
) -> None:
    lost = replace(shown.items[1], image=Path("gone") / "Front Red.png")
    viewer = open_loupe(0, 1, shown.with_item(lost))
    assert viewer.loupe.exhibits.of(viewer.loupe.item).title == "The file cannot be read"
    assert "Front Red.png" in viewer.loupe.exhibits.of(viewer.loupe.item).sentence
    assert viewer.color(0.5, 0.1) != PAINTS[1]
    viewer.press(Qt.Key.Key_Right)
    assert viewer.color(0.5) == PAINTS[2]


def test_an_image_that_comes_while_one_looks_is_shown(
    open_loupe: OpenLoupe, tmp_path: Path
) -> None:
    viewer = open_loupe(2, 3)
    file = paint(tmp_path / "new.png", PAINTS[3])
    done = replace(viewer.loupe.item, image=file, status=JobStatus.COMPLETED, state="Completed")
    viewer.loupe.update_item(done)
    viewer.settle()
    assert viewer.color(0.5) == PAINTS[3]


def test_the_small_copy_stands_in_until_the_image_is_decoded(
    open_loupe: OpenLoupe, tmp_path: Path
) -> None:
    small = paint(tmp_path / "small.jpg", "#104010", (256, 146))
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no image")
    viewer = open_loupe(0, 0)
    item = replace(viewer.loupe.item, image=broken, thumb=small)
    exhibits = viewer.loupe.exhibits
    assert exhibits.of(item).image is None
    with viewer.qtbot.waitSignal(exhibits.changed):
        pass
    standing_in = exhibits.of(item).image
    assert standing_in is not None
    assert standing_in.width() == 256


def test_the_keyboard_stays_in_the_loupe_and_goes_back_afterwards(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    seen: set[QWidget] = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert viewer.loupe.isAncestorOf(focused)
        seen.add(focused)
        viewer.press(Qt.Key.Key_Tab)
    assert len(seen) > 8
    assert viewer.canvas in seen
    viewer.canvas.setFocus()
    with viewer.qtbot.waitSignal(viewer.loupe.closed):
        viewer.press(Qt.Key.Key_Escape)
    assert viewer.loupe.isHidden()
    assert QApplication.focusWidget() is viewer.field


def test_every_control_has_a_name_for_a_screen_reader(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    viewer.choose(Mode.SLIDER)
    controls = [
        each
        for each in viewer.loupe.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible()
    ]
    assert len(controls) > 8
    for each in controls:
        assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()), each
    assert viewer.canvas.accessibleName() == "Front · Blue: Completed in 9.4 s"


def test_long_names_and_a_small_window(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    word = "a-name-that-goes-on_" * 8
    item = replace(
        viewer.loupe.item,
        name=word,
        row=word,
        facts=(Fact("Size", None), Fact("File", word + ".png"), Fact("Engine", "x" * 200)),
        prompt="https://example.org/" + "y" * 300,
        doubt=word,
        note=word,
        can_touch_up=True,
        can_make_again=True,
        starred=True,
    )
    viewer.loupe.update_item(item)
    viewer.window.resize(960, 600)
    viewer.qtbot.waitUntil(lambda: viewer.loupe.width() == 960)
    assert viewer.loupe.minimumSizeHint().width() <= 960
    assert viewer.loupe.minimumSizeHint().height() <= 600
    assert viewer.canvas.width() > 500
    file = viewer.row("File")
    line = QFontMetricsF(font(FONT_LABEL)).height()
    assert file.height() > 4 * line
    area = file.parentWidget()
    assert area is not None
    assert area.width() <= viewer.loupe.facts.width()
    viewer.press(Qt.Key.Key_I)
    assert viewer.loupe.facts.isHidden()
    viewer.choose(Mode.SLIDER)
    sight = viewer.canvas.sights()[0]
    assert viewer.loupe.compare.geometry().right() <= sight.center().x() + 1


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_drawn_in_the_scheme_s_colors(
    open_loupe: OpenLoupe, dressed: QApplication, *, dark: bool
) -> None:
    viewer = open_loupe()
    dress(dressed, dark=dark)
    seen = viewer.loupe.grab().toImage()
    for place in (QPoint(5, seen.height() // 2), QPoint(seen.width() - 5, 300)):
        assert (QColor(seen.pixel(place)).lightness() < 128) is dark


def test_the_filmstrip_shows_all_in_order_and_leads_there(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe(0, 0)
    strip = viewer.loupe.strip
    model = strip.model()
    assert model.rowCount() == 12
    strip.grab()
    viewer.settle()
    index = model.index(2, 0)
    place = strip.visualRect(index).center()
    seen = strip.viewport().grab().toImage()
    assert QColor(seen.pixel(place)).name().upper() == PAINTS[2]
    viewer.qtbot.mouseClick(strip.viewport(), LEFT, pos=place)
    assert viewer.loupe.item.key == ("Front", "Green")
    assert strip.currentIndex().row() == 2


def test_news_of_other_images_leave_the_strip_where_it_was_scrolled(
    open_loupe: OpenLoupe, shown: LoupeSet
) -> None:
    viewer = open_loupe(0, 0)
    viewer.window.resize(960, 600)
    bar = viewer.loupe.strip.horizontalScrollBar()
    viewer.qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    viewer.loupe.update_item(replace(shown.items[5], state="Completed in 3.0 s"))
    assert bar.value() == 300
    index = viewer.loupe.strip.model().index(5, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Right side · Red: Completed in 3.0 s"


def test_the_focus_is_not_given_to_what_has_gone(open_loupe: OpenLoupe) -> None:
    viewer = open_loupe()
    shiboken6.delete(viewer.field)
    with viewer.qtbot.waitSignal(viewer.loupe.closed):
        viewer.press(Qt.Key.Key_Escape)
    assert viewer.loupe.isHidden()


@pytest.mark.parametrize("name", ["car.heic", "car.tif", "turned.jpg"])
def test_photos_of_every_kind_are_read_upright(tmp_path: Path, heic_photo: Path, name: str) -> None:
    file = tmp_path / name
    if name.endswith("heic"):
        file = heic_photo
    else:
        exif = Image.Exif()
        exif[0x0112] = 6 if name == "turned.jpg" else 1
        Image.new("RGB", (642, 420), PHOTO).save(file, exif=exif)
    full = read_full(file)
    assert full is not None
    size = (420, 642) if name == "turned.jpg" else (642, 420)
    assert (full.size.width(), full.size.height()) == size
    assert (full.image.width(), full.image.height()) == size
    assert full.image.format() is QImage.Format.Format_RGB32
    assert full.bytes == file.stat().st_size


def test_a_set_needs_items() -> None:
    with pytest.raises(ValueError, match="needs items"):
        LoupeSet("empty", (), 1)

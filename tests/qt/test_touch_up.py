"""The touch-up editor: real strokes on a real scene, seen, undone, applied and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeySequence,
    QScreen,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from carmp_desktop.core.engines.studio.corrections import Layer
from carmp_desktop.core.engines.studio.scene import set_scene
from carmp_desktop.core.engines.studio.segment import Borders, CutOut
from carmp_desktop.core.engines.studio.sidecar import folder_of, load_scene, save_scene
from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.keys_sheet import KeysSheet, key_groups
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.touch_up.dialog import TouchUpDialog
from carmp_desktop.qt.touch_up.session import TouchUpSession
from carmp_desktop.qt.touch_up.work import Answer
from tests.core.studio.drawing import draw_car

JOB = "angle-1"
LEFT, TOP, RIGHT, BOTTOM = 700, 120, 800, 180
BLOT = (slice(TOP, BOTTOM), slice(LEFT, RIGHT))


@pytest.fixture(scope="session")
def kept_scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the scene of a drawn car and a blot of wall above its roof."""
    drawn = draw_car((176, 30, 34))
    alpha = drawn.car.astype(np.uint8) * 255
    scene = set_scene(drawn.rgb, CutOut(alpha, Borders(), ("Check the outline.",)))
    painted = np.repeat((drawn.paint * np.uint8(255))[..., None], 3, 2)
    paint = np.minimum(set_scene(painted, CutOut(alpha, Borders())).photo[..., 0], scene.alpha)
    spoiled = scene.alpha.copy()
    spoiled[BLOT] = 255
    workspace = tmp_path_factory.mktemp("scenes")
    save_scene(workspace, JOB, replace(scene, alpha=spoiled, paint=paint))
    return workspace


class Editor:
    """The dialog open on a scene, and the hands that use it."""

    def __init__(self, workspace: Path, job_id: str, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.session = TouchUpSession(workspace, job_id)
        self.answers: list[Answer] = []
        self.session.answered.connect(self.answers.append)
        self.dialog = TouchUpDialog("Front ¾ left", self.session)
        self.canvas, self.panel = self.dialog.canvas, self.dialog.panel
        qtbot.addWidget(self.dialog)

    def open(self) -> None:
        with self.qtbot.waitSignal(self.session.answered):
            self.dialog.open()

    def draw(self, *places: tuple[float, float]) -> None:
        """Drag through places given in the photo's pixels."""
        first, *rest = [self.canvas.view.to_widget(QPointF(*place)).toPoint() for place in places]
        self.qtbot.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=first)
        for place in rest:
            self.qtbot.mouseMove(self.canvas, place)
        self.qtbot.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=(rest or [first])[-1])

    def remove_blot(self) -> None:
        self.panel.swap_tool()
        middle = (TOP + BOTTOM) / 2
        with self.qtbot.waitSignal(self.session.answered):
            self.draw((LEFT + 10, middle), (LEFT + 50, middle), (RIGHT - 10, middle))

    def press(self, text: str) -> None:
        self.button(text).click()

    def button(self, text: str) -> QPushButton:
        buttons = {each.text(): each for each in self.dialog.findChildren(QPushButton)}
        return buttons[text]

    @property
    def keeps_blot(self) -> bool:
        return self.answers[-1].car.contains(QPointF((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2))

    @property
    def saved_blot(self) -> bool:
        kept = load_scene(self.workspace, JOB)
        assert kept is not None
        return bool(kept.alpha[BLOT].mean() > 127)


@pytest.fixture
def editor(
    kept_scene: Path, tmp_path: Path, qtbot: QtBot, dressed: QApplication
) -> Iterator[Editor]:
    assert dressed
    scene = load_scene(kept_scene, JOB)
    assert scene is not None
    save_scene(tmp_path, JOB, scene)
    opened = Editor(tmp_path, JOB, qtbot)
    opened.open()
    yield opened
    opened.session.shutdown()


APPLY = "Apply to all colors of this row"


def test_a_stroke_with_the_mouse_changes_the_outline(editor: Editor) -> None:
    assert editor.keeps_blot
    assert not editor.button(APPLY).isEnabled()
    editor.remove_blot()
    assert not editor.keeps_blot
    assert editor.button(APPLY).isEnabled()


def test_a_stroke_stands_until_it_is_computed(editor: Editor) -> None:
    editor.draw((600, 500), (650, 500))
    assert editor.canvas.waiting == 1
    editor.qtbot.waitUntil(lambda: editor.canvas.waiting == 0)
    assert editor.answers[-1].drawn == 1


def test_strokes_drawn_quickly_are_all_in_the_last_answer(editor: Editor) -> None:
    before = len(editor.answers)
    for row in range(6):
        editor.draw((600, 500 + row), (650, 500 + row))
    editor.qtbot.waitUntil(lambda: editor.canvas.waiting == 0)
    assert editor.answers[-1].drawn == 6
    assert len(editor.answers) - before <= 2


def test_undo_and_redo_by_key(editor: Editor) -> None:
    editor.remove_blot()
    control = Qt.KeyboardModifier.ControlModifier
    with editor.qtbot.waitSignal(editor.session.answered):
        editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_Z, control)
    assert editor.keeps_blot
    assert not editor.button(APPLY).isEnabled()
    with editor.qtbot.waitSignal(editor.session.answered):
        editor.qtbot.keyClick(
            editor.canvas, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier
        )
    assert not editor.keeps_blot


def test_apply_speaks_after_the_scene_is_kept(editor: Editor) -> None:
    kept: list[bool] = []
    editor.dialog.applied.connect(lambda: kept.append(editor.saved_blot))
    editor.remove_blot()
    assert editor.saved_blot
    with editor.qtbot.waitSignal(editor.dialog.applied):
        editor.press(APPLY)
    assert kept == [False]
    assert not editor.dialog.isVisible()


def test_a_stroke_drawn_just_before_apply_is_kept_too(editor: Editor) -> None:
    editor.remove_blot()
    editor.draw((600, 500), (650, 500))
    with editor.qtbot.waitSignal(editor.dialog.applied):
        editor.press(APPLY)
    kept = load_scene(editor.workspace, JOB)
    assert kept is not None
    body = kept.alpha[495:505, 610:640]
    assert (body < 128).all()


def test_cancel_asks_once_before_strokes_are_lost(editor: Editor) -> None:
    editor.remove_blot()
    editor.press("Cancel")
    assert editor.dialog.isVisible()
    editor.press("Cancel")
    assert not editor.dialog.isVisible()
    assert editor.saved_blot


def test_escape_closes_at_once_where_nothing_was_drawn(editor: Editor) -> None:
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert not editor.dialog.isVisible()


def test_a_stroke_with_the_keyboard(editor: Editor) -> None:
    drawn: list[tuple[tuple[float, float], ...]] = []
    editor.canvas.stroke_drawn.connect(lambda points, _width, _adds: drawn.append(points))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Enter):
        editor.qtbot.keyClick(editor.canvas, key)
    half = editor.panel.brush / 2
    assert drawn == [((768.0, 512.0 - half), (768.0 + half, 512.0 - half))]
    editor.qtbot.waitUntil(lambda: editor.canvas.waiting == 0)


def test_escape_drops_a_stroke_begun_and_stays(editor: Editor) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Right):
        editor.qtbot.keyClick(editor.canvas, key)
    assert editor.dialog.isVisible()
    assert editor.canvas.waiting == 0


def test_the_brush_answers_to_the_brackets(editor: Editor) -> None:
    first = editor.panel.brush
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_BracketRight)
    assert editor.panel.brush > first
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_BracketLeft)
    assert editor.panel.brush == first
    editor.panel.findChild(QSlider).setValue(2)
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_BracketLeft)
    assert editor.panel.brush == 2


def test_letters_choose_layer_brush_and_view(editor: Editor) -> None:
    for key in (Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_M):
        editor.qtbot.keyClick(editor.canvas, key)
    assert editor.panel.layer is Layer.PAINT
    assert not editor.panel.adds
    assert not editor.panel.masked
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_O)
    assert editor.panel.layer is Layer.OUTLINE


def test_without_the_mask_the_finished_picture_is_shown_finer_after_a_rest(editor: Editor) -> None:
    with editor.qtbot.waitSignal(editor.session.answered):
        editor.panel.toggle_mask()
    assert editor.answers[-1].picture is not None
    assert editor.answers[-1].picture.width() == 768
    editor.qtbot.waitUntil(lambda: editor.answers[-1].fine)
    assert editor.answers[-1].picture.width() == 1536


def test_the_wheel_zooms_around_the_pointer(editor: Editor) -> None:
    place = QPointF(300, 300)
    under = editor.canvas.view.to_picture(place)
    turn = QWheelEvent(
        place,
        editor.canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.canvas, turn)
    assert editor.canvas.view.zoom > 1.5
    moved = editor.canvas.view.to_picture(place) - under
    assert abs(moved.x()) < 0.5
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert editor.canvas.view.zoom == 1


def test_space_and_a_drag_move_the_picture_and_draw_nothing(editor: Editor) -> None:
    editor.canvas.zoom_by(4)
    before = editor.canvas.view.frame.topLeft()
    editor.qtbot.keyPress(editor.canvas, Qt.Key.Key_Space)
    editor.qtbot.mousePress(editor.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    editor.qtbot.mouseMove(editor.canvas, QPoint(340, 320))
    editor.qtbot.mouseRelease(editor.canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 320))
    editor.qtbot.keyRelease(editor.canvas, Qt.Key.Key_Space)
    assert editor.canvas.view.frame.topLeft() - before == QPointF(40, 20)
    assert editor.canvas.waiting == 0


def test_a_scene_that_is_gone_is_told(tmp_path: Path, qtbot: QtBot, dressed: QApplication) -> None:
    assert dressed
    editor = Editor(tmp_path, "unknown", qtbot)
    with qtbot.waitSignal(editor.session.failed) as failed:
        editor.dialog.open()
    problem = failed.args[0]
    assert isinstance(problem, Problem)
    assert problem.code == "studio_no_scene"
    assert not editor.button(APPLY).isEnabled()
    editor.session.shutdown()


def test_a_scene_that_cannot_be_kept_leaves_the_strokes(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    editor.remove_blot()
    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with editor.qtbot.waitSignal(editor.session.failed):
            editor.press(APPLY)
    assert editor.dialog.isVisible()
    assert editor.button(APPLY).isEnabled()
    with editor.qtbot.waitSignal(editor.dialog.applied):
        editor.press(APPLY)
    assert not editor.saved_blot
    assert folder_of(editor.workspace, JOB).is_dir()


@pytest.mark.parametrize("dark", [False, True])
def test_every_view_is_drawn_in_the_scheme_s_colors(
    editor: Editor, dressed: QApplication, *, dark: bool
) -> None:
    dress(dressed, dark=dark)
    seen: list[QImage] = []
    for layer in (Layer.OUTLINE, Layer.PAINT):
        editor.panel.choose_layer(layer)
        seen.append(editor.dialog.grab().toImage())
    ground = QColor(seen[0].pixel(2, seen[0].height() - 2)).lightness()
    assert (ground < 128) is dark
    assert seen[0] != seen[1]


def test_what_is_cut_away_is_hatched_and_not_only_dimmed(editor: Editor) -> None:
    wall = editor.canvas.view.to_widget(QPointF(60, 60)).toPoint()
    shown = editor.canvas.grab().toImage().copy(wall.x(), wall.y(), 40, 40)
    rows = np.array([[QColor(shown.pixel(x, y)).lightness() for x in range(40)] for y in range(40)])
    along = np.mean([np.std(np.diagonal(rows, offset)) for offset in range(-10, 10)])
    across = np.mean([np.std(np.diagonal(rows[:, ::-1], offset)) for offset in range(-10, 10)])
    assert across > 1.5 * along


def test_every_control_has_a_name_for_a_screen_reader(editor: Editor) -> None:
    controls = [
        each
        for each in editor.dialog.findChildren(object)
        if getattr(each, "focusPolicy", None) and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(controls) > 10
    assert all(
        each.accessibleName() or (isinstance(each, QPushButton) and each.text())
        for each in controls
    )


def test_it_opens_within_a_screen_that_is_smaller_than_it_is_drawn(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "a screen")
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(1240, 700))
    session = TouchUpSession(editor.workspace, JOB)
    dialog = TouchUpDialog("Front ¾ left", session)
    editor.qtbot.addWidget(dialog)
    with editor.qtbot.waitSignal(session.answered):
        dialog.open()
    assert dialog.frameGeometry().width() <= 1240
    assert dialog.frameGeometry().height() <= 700
    for button in dialog.findChildren(QPushButton):
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()
    session.shutdown()


def test_a_long_title_lets_it_become_as_small_as_any(editor: Editor) -> None:
    dialog = TouchUpDialog("Volkswagen Polo GTI Highline Plus " * 4, editor.session)
    editor.qtbot.addWidget(dialog)
    dialog.resize(dialog.minimumSize())
    assert dialog.minimumSizeHint().width() <= dialog.minimumWidth()
    assert dialog.minimumSizeHint().height() <= dialog.minimumHeight()


def test_its_keys_are_on_the_sheet_which_opens_over_it(editor: Editor) -> None:
    sheet = {
        QKeySequence(key).toString()
        for group in key_groups()
        if group.place in ("Touch-up", "Everywhere")
        for keys, _ in group.keys
        for key in keys.split()
    }
    bound = {each.key().toString() for each in editor.dialog.findChildren(QShortcut)}
    assert bound - sheet == {"Ctrl+Y", "Ctrl+="}  # other ways to what is there
    assert {"[", "]", "X", "M", "O", "P"} <= bound & sheet
    editor.qtbot.keyClick(editor.canvas, Qt.Key.Key_F1)
    (opened,) = editor.dialog.findChildren(KeysSheet)
    assert opened.isVisible()
    editor.qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert editor.dialog.isVisible()

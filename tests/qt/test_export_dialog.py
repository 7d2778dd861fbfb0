"""The export dialog says what it will write before it does, and what is wrong where it is wrong."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from carmp_desktop.core import remarks as core_remarks
from carmp_desktop.core.export import file_problems, problems
from carmp_desktop.core.export.profiles import OWN_FILE, ExportProfile, read_profiles
from carmp_desktop.core.export.request import Exported, ExportRequest, Plan
from carmp_desktop.core.export.validation import faults
from carmp_desktop.core.export.words import Disclosure, SourceType
from carmp_desktop.core.paths import resources
from carmp_desktop.core.problems import Failure
from carmp_desktop.qt.export.dialog import ExportDialog
from carmp_desktop.qt.export.form import ExportForm
from carmp_desktop.qt.export.scope import ExportScope, LastExport, LastExportFile
from carmp_desktop.qt.export.words import demands, exported_words, file_remarks, remarks
from carmp_desktop.qt.look.theme import dress
from carmp_desktop.qt.words.text import problem_texts
from tests.core.export_samples import ANGLES, COLORS, Gallery
from tests.window.words_on_screen import Pseudo, odd, plain_words

PROFILES = read_profiles(resources() / OWN_FILE, Path("/nowhere"))
SCOPES = (
    ExportScope("This batch", "BMW 1 M", batch="b_1"),
    ExportScope("2 selected images", "BMW 1 M", ids=(3, 4)),
    ExportScope("All of BMW 1 M", "BMW 1 M"),
)


class Opened:
    """A dialog, and what it asked for."""

    def __init__(self, qtbot: QtBot, last: LastExport, parent: QWidget | None = None) -> None:
        self.dialog = ExportDialog(SCOPES, PROFILES, last, parent)
        self.form = self.dialog.form
        self.requests: list[ExportRequest] = []
        self.plans: list[Plan] = []
        self.stops = 0
        self._qtbot = qtbot
        self.dialog.plan_wanted.connect(self.requests.append)
        self.dialog.export_requested.connect(self.plans.append)
        self.dialog.stop_requested.connect(self._count_stop)
        qtbot.addWidget(self.dialog)
        with qtbot.waitActive(self.dialog):
            self.dialog.open()

    def asked(self) -> ExportRequest:
        """The next request."""
        with self._qtbot.waitSignal(self.dialog.plan_wanted) as wanted:
            pass
        return wanted.args[0]

    def button(self, text: str) -> QPushButton:
        found = [x for x in self.dialog.findChildren(QPushButton) if x.text() == text]
        assert found, f"no button {text}"
        return found[0]

    def write(self, line: QLineEdit, text: str) -> None:
        line.selectAll()
        QTest.keyClicks(line, text)

    def _count_stop(self) -> None:
        self.stops += 1


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Opened]]:
    assert qapp

    def open_it(parent: QWidget | None = None, **last: object) -> Opened:
        chosen = {"target": "/exports/bmw", "profile": "ebay", **last}
        return Opened(qtbot, LastExport(**chosen), parent)

    yield open_it


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "profile")


def test_a_burst_of_changes_is_one_request(opened: Callable[..., Opened]) -> None:
    it = opened()
    assert "Looking at the images" in it.dialog.plan_view.text
    assert it.asked().batch == "b_1"
    it.form.approved.switch.click()
    it.form.sheet.switch.click()
    it.form.recolored.switch.click()
    it.write(it.form.names.line, "{car}-{n:03}")
    request = it.asked()
    assert len(it.requests) == 2
    assert request.approved_only
    assert request.recolored_main
    assert not request.contact_sheet
    assert request.names == "{car}-{n:03}"
    assert request.target == Path("/exports/bmw")
    assert request.profile == PROFILES["ebay"]


def test_what_is_exported_follows_the_choice(opened: Callable[..., Opened]) -> None:
    it = opened()
    it.asked()
    it.form.scope.choose("1")
    one = it.asked()
    assert (one.ids, one.batch, one.car) == ((3, 4), None, None)
    assert it.form.approved.hint == ""
    it.form.scope.choose("2")
    car = it.asked()
    assert (car.ids, car.batch, car.car) == (None, None, "BMW 1 M")
    assert "rejected" in it.form.approved.hint


def test_a_bad_template_is_told_in_its_place(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    it = opened()
    it.asked()
    it.write(it.form.names.line, "{nonsense}")
    qtbot.waitUntil(lambda: "{nonsense}" in it.form.names.error)
    assert len(it.requests) == 1
    assert "needs a look" in it.dialog.plan_view.text
    assert not it.button("Export").isEnabled()
    it.write(it.form.names.line, "{car}_{n}")
    it.asked()
    assert it.form.names.error == ""
    assert it.form.names.hint.startswith("BMW-1-M_1.jpg")


def test_a_place_is_needed(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    it = opened(target="")
    qtbot.waitUntil(lambda: "folder or a ZIP" in it.form.place.error)
    assert it.requests == []
    it.write(it.form.place.line, "/exports/bmw.zip")
    assert it.asked().is_zip


def test_the_last_choices_are_offered_again(opened: Callable[..., Opened]) -> None:
    last = {
        "profile": "full_size",
        "target": "/else",
        "disclosure": Disclosure.BURN,
        "language": "es",
        "contact_sheet": False,
    }
    it = opened(**last)
    assert it.form.last == LastExport(**last)
    request = it.asked()
    assert (request.disclosure, request.language) == (Disclosure.BURN, "es")


def test_a_profile_that_is_gone_gives_way_to_the_first(opened: Callable[..., Opened]) -> None:
    it = opened(profile="my_site")
    assert it.form.profile.key == next(iter(PROFILES))


def test_only_what_the_profile_leaves_open_is_offered(opened: Callable[..., Opened]) -> None:
    it = opened(disclosure=Disclosure.BURN)
    form = it.form
    assert it.asked().disclosure is Disclosure.FILE
    assert form.recolored.isVisibleTo(form)
    assert form.enlarge.isVisibleTo(form)
    assert not form.stock.isVisibleTo(form)
    form.profile.choose("dealer_feed")
    assert form.stock.isVisibleTo(form)
    it.write(form.stock.line, "A-17")
    assert it.asked().stock == "A-17"
    form.profile.choose("full_size")
    assert not form.recolored.isVisibleTo(form)
    assert not form.enlarge.isVisibleTo(form)
    assert not form.stock.isVisibleTo(form)
    form.disclosure.choose(Disclosure.BURN)
    full = it.asked()
    assert full.disclosure is Disclosure.BURN
    assert full.stock == ""
    form.disclosure.choose(Disclosure.NONE)
    assert not form.language.isVisibleTo(form)


def test_names_of_ones_own_stay_with_another_profile(opened: Callable[..., Opened]) -> None:
    it = opened()
    assert it.form.names.value == PROFILES["ebay"].names
    it.form.profile.choose("web")
    assert it.form.names.value == PROFILES["web"].names
    it.write(it.form.names.line, "{n}")
    it.form.profile.choose("dealer_feed")
    assert it.form.names.value == "{n}"
    it.form.names.line.clear()
    assert it.form.names.line.placeholderText() == PROFILES["dealer_feed"].names
    assert it.asked().names == PROFILES["dealer_feed"].names


@pytest.mark.parametrize("key", PROFILES)
def test_what_nobody_has_confirmed_stands_apart(opened: Callable[..., Opened], key: str) -> None:
    profile: ExportProfile = PROFILES[key]
    said = demands(profile)
    assert bool(said.unconfirmed) == bool(profile.unknown)
    it = opened(profile=key)
    spoken = it.form.profile.accessibleDescription()
    assert said.confirmed in spoken
    assert said.unconfirmed in spoken


def test_shipped_profiles_are_called_in_the_language_and_own_ones_as_written(
    qtbot: QtBot, qapp: QApplication
) -> None:
    own = replace(PROFILES["web"], key="own", title="My site", about="As I like it.")
    language = Pseudo(qapp)
    qapp.installTranslator(language)
    try:
        form = ExportForm(SCOPES, {"ebay": PROFILES["ebay"], "own": own}, LastExport())
        qtbot.addWidget(form)
        shipped, title = PROFILES["ebay"], form.profile.text()
        told = [each.toolTip() for each in form.findChildren(QLabel)]
        form.profile.choose("own")
        (problem,) = remarks([problems.too_many(shipped)], counting=False)
    finally:
        qapp.removeTranslator(language)
    assert title == odd(shipped.title)
    assert odd(shipped.about) in told
    assert odd(shipped.title) in problem.sentence
    assert form.profile.text() == "My site"
    assert "As I like it." in [each.toolTip() for each in form.findChildren(QLabel)]


def test_what_is_wrong_inside_a_file_is_told_in_the_language_too(
    qapp: QApplication, tmp_path: Path
) -> None:
    own = tmp_path / OWN_FILE
    own.write_text("[ebay]\nquality = 101", encoding="utf-8")
    with pytest.raises(Failure) as refused:
        read_profiles(resources() / OWN_FILE, own)
    small = io.BytesIO()
    Image.new("RGB", (400, 300)).save(small, "PNG")
    wrong = faults(small.getvalue(), PROFILES["ebay"], SourceType.INVENTED)
    assert len(wrong) > 3
    language = Pseudo(qapp)
    qapp.installTranslator(language)
    try:
        for problem in (refused.value.problem, problems.not_valid(PROFILES["ebay"], wrong)):
            _, sentence, _ = problem_texts(problem)
            assert plain_words(sentence, {OWN_FILE, "ebay", "quality", "PNG", "JPEG"}) == []
    finally:
        qapp.removeTranslator(language)


def test_demands_in_words() -> None:
    ebay, google = demands(PROFILES["ebay"]), demands(PROFILES["google_vehicle_ads"])
    assert "at most 24 images of a car" in ebay.confirmed
    assert "at least 500 px" in ebay.confirmed
    assert "the main image in the car's own color" in ebay.confirmed
    assert "4:3 where the car allows" in ebay.unconfirmed
    assert "at most 5 MB a file" in ebay.unconfirmed
    assert "4:3 where the car allows" in google.confirmed
    assert "how many images" in google.unconfirmed
    assert "exactly 1.71:1" in demands(PROFILES["web"]).confirmed


def test_the_plan_is_told_before_anything_is_written(
    opened: Callable[..., Opened], gallery: Gallery, tmp_path: Path
) -> None:
    ids = gallery.add(angles=ANGLES, colors=COLORS)
    target = tmp_path / "out"
    plan = gallery.plan(gallery.request(target, "ebay", ids=tuple(ids)))
    it = opened()
    it.asked()
    it.dialog.show_plan(plan)
    told = it.dialog.plan_view.text
    assert told.startswith("12 images and 4 files beside them")
    assert str(target) in told
    assert "Not the actual car" in told
    for file in plan.files:
        assert str(file.name) in told
    assert it.form.names.hint.startswith(str(plan.files[0].name))
    assert it.dialog.plan_view.accessibleDescription() == told
    it.button("Export 12 images").click()
    assert it.plans == [plan]
    assert not target.exists()


def test_what_stays_behind_is_told_with_its_reason(
    opened: Callable[..., Opened], gallery: Gallery, tmp_path: Path
) -> None:
    gallery.add(angles=ANGLES[:2])
    gallery.add("b_2", angles=ANGLES[:1], colors=COLORS, car="Only red")
    plan = gallery.plan(gallery.request(tmp_path / "out", "ebay"))
    left = gallery.plan(gallery.request(tmp_path / "out", "ebay", batch="b_2"))
    assert plan.files
    reasons = remarks((each.problem for each in plan.left_out), counting=True)
    assert len(reasons) == len({each.problem.code for each in plan.left_out})
    it = opened()
    it.asked()
    it.dialog.show_plan(left)
    assert str(left.files[0].name) in it.dialog.plan_view.text
    small = file_problems.too_small(PROFILES["ebay"], 400)
    again = remarks([small, small, file_problems.unreadable("torn")], counting=True)
    assert [(each.heading, each.images) for each in again] == [
        ("Too small · 2 images", 2),
        (again[1].title, 1),
    ]


def test_each_kind_of_doubt_is_told_once_with_its_files_the_worst_first(
    opened: Callable[..., Opened], gallery: Gallery, tmp_path: Path
) -> None:
    ids = gallery.add(angles=ANGLES, colors=COLORS[:1])
    gallery.doubt(ids[:1], core_remarks.UNTAGGED.format(n=1))
    gallery.doubt(ids[1:], core_remarks.STANDS_IN.format(n=1))
    plan = gallery.plan(gallery.request(tmp_path / "out"))
    it = opened()
    it.asked()
    it.dialog.show_plan(plan)

    worst, untagged = file_remarks(plan)

    assert worst.heading == "Look at it twice · 7 images"
    assert "so photo 1 stands in." in worst.sentence
    assert worst.files.endswith(" and 4 more")
    assert (untagged.images, "Photo 1 has no tag" in untagged.sentence) == (1, True)
    (file,) = (each for each in plan.files if each.original.id == ids[0])
    assert untagged.files == str(file.name)
    told = it.dialog.plan_view.text
    places = [told.index(each) for each in (worst.sentence, worst.files, untagged.sentence)]
    assert places == sorted(places)


def test_a_plan_that_comes_too_late_is_not_shown(
    opened: Callable[..., Opened], gallery: Gallery, tmp_path: Path
) -> None:
    gallery.add()
    plan = gallery.plan(gallery.request(tmp_path / "out"))
    it = opened()
    it.asked()
    it.form.sheet.switch.click()
    it.dialog.show_plan(plan)
    assert it.dialog.plan is None
    it.asked()
    it.dialog.show_plan(plan)
    assert it.dialog.plan is plan


def test_progress_stop_and_failure_are_told_in_place(
    opened: Callable[..., Opened], gallery: Gallery, tmp_path: Path
) -> None:
    gallery.add()
    plan = gallery.plan(gallery.request(tmp_path / "out"))
    it = opened()
    it.asked()
    it.dialog.show_plan(plan)
    it.button("Export 1 image").click()
    assert not it.form.isEnabled()
    it.dialog.show_progress(1, 3)
    assert any(label == "1 of 3 images" for label in texts(it.dialog))
    QTest.keyClick(it.dialog, Qt.Key.Key_Escape)
    assert it.stops == 1
    assert it.dialog.isVisible()
    it.dialog.show_stopped()
    assert it.form.isEnabled()
    assert any(label.startswith("Stopped") for label in texts(it.dialog))
    it.button("Export 1 image").click()
    it.dialog.show_problem(problems.taken_meanwhile(tmp_path))
    assert "Names taken" in it.dialog.plan_view.text
    assert it.form.isEnabled()
    assert not it.button("Export").isEnabled()
    it.button("Cancel").click()
    assert not it.dialog.isVisible()


def test_everything_is_named_and_reached_by_tab(opened: Callable[..., Opened]) -> None:
    it = opened(profile="dealer_feed")
    it.asked()
    reached: set[QWidget] = set()
    focus = it.dialog.focusWidget()
    while focus is not None and focus not in reached:
        reached.add(focus)
        named = focus.accessibleName() or getattr(focus, "text", str)()
        assert named, f"{focus} has no name"
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = it.dialog.focusWidget()
    controls = it.dialog.findChildren(QAbstractButton) + it.dialog.findChildren(QLineEdit)
    missed = [
        each
        for each in controls
        if each.isVisible() and each.isEnabled() and each not in reached and not unchosen(each)
    ]
    assert missed == []


def test_a_profile_is_chosen_by_keys_and_from_a_menu(
    opened: Callable[..., Opened], qtbot: QtBot
) -> None:
    it = opened()
    pick = it.form.profile
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_Up)
    assert pick.key == "ebay"
    QTest.keyClick(pick, Qt.Key.Key_Down)
    assert pick.key == "google_vehicle_ads"
    assert pick.accessibleName() == "Profile: Google vehicle ads"
    QTest.keyClick(pick, Qt.Key.Key_Return)
    menu = pick.findChild(QMenu)
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["Google vehicle ads"]
    with qtbot.waitSignal(menu.destroyed):
        menu.actions()[-1].trigger()
        menu.close()
    assert pick.key == "transparent"


def test_it_stands_within_a_small_window(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    dialog = opened(window).dialog
    assert dialog.width() <= 1280
    assert dialog.height() <= 720
    corner = dialog.rect().bottomRight()
    button = next(x for x in dialog.findChildren(QPushButton) if x.text() == "Export")
    assert button.mapTo(dialog, QPoint(button.width(), button.height())).y() <= corner.y()


def test_coming_back_is_told(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    it = opened()
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    with qtbot.waitSignal(it.dialog.returned):
        it.dialog.activateWindow()
    changed = {**PROFILES, "mine": PROFILES["web"]}
    it.form.show_profiles(changed)
    assert it.form.profile.key == "ebay"


def test_the_end_in_words(gallery: Gallery, tmp_path: Path) -> None:
    gallery.add(angles=ANGLES[:2])
    exported = gallery.export(gallery.request(tmp_path / "out"))
    title, sentence = exported_words(exported)
    assert title == "2 images are exported"
    assert str(tmp_path / "out") in sentence
    none = Exported(exported.plan, datetime.now().astimezone(), exported.files[:1])
    assert exported_words(none)[0] == "An image is exported"


def test_the_last_choices_are_kept_on_disk(tmp_path: Path) -> None:
    file = LastExportFile(tmp_path)
    assert file.load() == LastExport()
    last = LastExport("web", "/exports", Disclosure.NONE, "pt_BR", contact_sheet=False)
    file.save(last)
    assert LastExportFile(tmp_path).load() == last
    for broken in ("{", "[]", '{"disclosure": "loud", "language": "xx", "target": 7}'):
        (tmp_path / "export.json").write_text(broken)
        assert file.load() == LastExport()


def texts(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def unchosen(widget: QWidget) -> bool:
    """Whether it is a segment that the arrow keys lead to."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


@pytest.mark.parametrize("letters", [54, 90])
def test_a_long_name_of_the_car_leaves_every_control_in_sight(
    qtbot: QtBot, qapp: QApplication, letters: int
) -> None:
    dress(qapp, dark=False)
    car = ("Volkswagen Polo GTI 2.0 TSI DSG Highline Plus Panorama " * 2)[:letters].strip()
    whole = f"All of {car}"
    scopes = (*SCOPES[:2], ExportScope(whole, car))
    dialog = ExportDialog(scopes, PROFILES, LastExport(target="/exports", profile="ebay"))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.plan_wanted), qtbot.waitActive(dialog):
        dialog.open()
    form = dialog.form
    with qtbot.waitSignal(dialog.plan_wanted):
        form.scope.choose("2")
    qtbot.waitUntil(lambda: car[:4] in form.names.hint)
    view = form.parentWidget()
    assert form.width() <= view.width()
    assert form.approved.switch.visibleRegion().boundingRect() == form.approved.switch.rect()
    *short, long = form.scope.findChildren(QRadioButton)
    assert [each.is_elided for each in short] == [False, False]
    assert long.is_elided
    assert whole in long.accessibleName()
    place = long.rect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, long.mapToGlobal(place))
    QApplication.sendEvent(long, asked)
    assert QToolTip.text() == whole
    QToolTip.hideText()

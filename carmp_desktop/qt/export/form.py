"""The choices of an export: what, as which profile, where to, under which names, how disclosed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from carmp_desktop.core.export.naming import NameParts, preview
from carmp_desktop.core.export.profiles import ExportProfile, Forbidden
from carmp_desktop.core.export.request import ExportRequest, Plan
from carmp_desktop.core.export.words import LANGUAGES, Disclosure
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.qt.export.pick import PickButton
from carmp_desktop.qt.export.place import PlaceField
from carmp_desktop.qt.export.scope import ExportScope, LastExport
from carmp_desktop.qt.export.words import demands, name_parts
from carmp_desktop.qt.look.tokens import SPACE
from carmp_desktop.qt.parts.controls import labeled
from carmp_desktop.qt.settings.field import (
    SettingsChoice,
    SettingsField,
    SettingsRow,
    SettingsSwitch,
)
from carmp_desktop.qt.words.language import LANGUAGE_NAMES
from carmp_desktop.qt.words.remarks import translated_remark

_SHOWN_NAMES = 3
_NO_PLACE = Problem(
    code="export_no_place",
    title="No place",
    sentence="An export needs a folder or a ZIP file.",
    action="Name one, or choose it.",
)


class ExportForm(QWidget):
    """Says that something was changed; `request` is what all choices come to."""

    changed = Signal()
    """Another request is wanted."""

    def __init__(
        self,
        scopes: Sequence[ExportScope],
        profiles: Mapping[str, ExportProfile],
        last: LastExport,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes = tuple(scopes)
        self._profiles = dict(profiles)
        self._parts: tuple[NameParts, ...] = ()
        self._template = ""
        self._day = date.today()  # noqa: DTZ011 - the day on the user's clock
        places = [(str(place), scope.words) for place, scope in enumerate(scopes)]
        self.scope = SettingsChoice(self.tr("What"), "0", places)
        self.approved = SettingsSwitch(self.tr("Approved images only"), "", on="yes")
        self.profile = PickButton(self.tr("Profile"))
        self._demands = _wrapped("muted")
        self._unconfirmed = _wrapped("check")
        self.place = PlaceField(last.target)
        self.names = SettingsField(self.tr("Names"), "")
        self.stock = SettingsField(
            self.tr("Stock number"), "", hint=self.tr("Without one the car's name stands for it.")
        )
        self._disclosures = {burns: self._disclosure(last, burns) for burns in (True, False)}
        spoken = last.language or QLocale().name()
        self.language = SettingsChoice(
            self.tr("Language of the disclosure"),
            next((each for each in LANGUAGES if spoken.startswith(each[:2])), LANGUAGES[0]),
            list(zip(LANGUAGES, LANGUAGE_NAMES, strict=True)),
        )
        self.sheet = SettingsSwitch(
            self.tr("Contact sheet"),
            "yes" if last.contact_sheet else "",
            on="yes",
            hint=self.tr("The matrix of each car as PNG and PDF."),
        )
        self.recolored = SettingsSwitch(
            self.tr("A recolored image may be the main one"),
            "",
            on="yes",
            hint=self.tr("The profile asks for the car's own color there."),
        )
        self.enlarge = SettingsSwitch(
            self.tr("Enlarge small images"),
            "",
            on="yes",
            hint=self.tr("They gain pixels and no detail. Else they are left out."),
        )
        self._build()
        self.show_profiles(profiles, last.profile)
        self._connect()

    @property
    def chosen_profile(self) -> ExportProfile:
        """The profile that is chosen."""
        return self._profiles[self.profile.key]

    @property
    def chosen_scope(self) -> ExportScope:
        """The images that are chosen."""
        return self._scopes[int(self.scope.value)]

    @property
    def disclosure(self) -> SettingsChoice:
        """The choice of disclosure that the profile leaves."""
        return self._disclosures[Forbidden.TEXT not in self.chosen_profile.forbids]

    @property
    def last(self) -> LastExport:
        """What is worth remembering."""
        return LastExport(
            profile=self.profile.key,
            target=self.place.value,
            disclosure=Disclosure(self.disclosure.value),
            language=self.language.value,
            contact_sheet=bool(self.sheet.value),
        )

    def request(self) -> ExportRequest | None:
        """What is asked for; None where something is missing, which is said in its place."""
        template = self.names.value or self.chosen_profile.names
        self.place.set_problem(None if self.place.value else _NO_PLACE)
        if not self._preview(template) or not self.place.value:
            return None
        scope = self.chosen_scope
        by_car = scope.ids is None and scope.batch is None
        return ExportRequest(
            target=Path(self.place.value).expanduser(),
            profile=self.chosen_profile,
            day=self._day,
            ids=scope.ids,
            batch=scope.batch,
            car=scope.car if by_car else None,
            approved_only=bool(self.approved.value),
            names=template,
            stock=self.stock.value if "{stock" in template else "",
            disclosure=Disclosure(self.disclosure.value),
            language=self.language.value,
            recolored_main=bool(self.recolored.value) and self._forbids_recolored,
            enlarge=bool(self.enlarge.value) and self.chosen_profile.least_long_side is not None,
            contact_sheet=bool(self.sheet.value),
        )

    def show_profiles(self, profiles: Mapping[str, ExportProfile], key: str = "") -> None:
        """Offer these profiles; the chosen one stays so while there is one of its key."""
        self._profiles = dict(profiles)
        titles = [(each.key, translated_remark(each.title)) for each in profiles.values()]
        self.profile.set_choices(titles, key or self.profile.key)
        self._show_profile()

    def show_plan(self, plan: Plan) -> None:
        """Preview the names of what would really be written."""
        self._parts = name_parts(plan) if plan.files else ()
        self._preview(self.names.value or self.chosen_profile.names)

    @property
    def _forbids_recolored(self) -> bool:
        return Forbidden.RECOLORED_MAIN in self.chosen_profile.forbids

    @Slot()
    def _show_profile(self) -> None:
        """Say what the profile demands, and offer what it leaves open."""
        profile = self.chosen_profile
        asked = demands(profile)
        self._demands.setText(asked.confirmed)
        self._demands.setToolTip(translated_remark(profile.about))
        unconfirmed = self.tr(
            "We could not confirm these limits; please check them with the marketplace: {what}"
        ).format(what=asked.unconfirmed)
        self._unconfirmed.setText(unconfirmed if asked.unconfirmed else "")
        self._unconfirmed.setVisible(bool(asked.unconfirmed))
        self.profile.setAccessibleDescription(f"{asked.confirmed}. {self._unconfirmed.text()}")
        if self.names.value in ("", self._template):
            self.names.line.setText(profile.names)
        self.names.line.setPlaceholderText(profile.names)
        self._template = profile.names
        self.recolored.setVisible(self._forbids_recolored)
        self.enlarge.setVisible(profile.least_long_side is not None)
        for choice in self._disclosures.values():
            choice.setVisible(choice is self.disclosure)
        self._take_change()

    @Slot()
    def _take_change(self) -> None:
        by_hand = self.chosen_scope.ids is not None
        stays = self.tr("What you rejected stays behind in any case.")
        self.approved.set_hint("" if by_hand else stays)
        self.language.setVisible(self.disclosure.value != Disclosure.NONE)
        self.stock.setVisible("{stock" in (self.names.value or self.chosen_profile.names))
        self.changed.emit()

    def _preview(self, template: str) -> bool:
        """Show the first names below the template, or what is wrong with it."""
        example = NameParts(
            self.chosen_scope.car or "car", "front_3_4", "", 1, self._day, self.stock.value
        )
        parts = self._parts or (example,)
        try:
            suffix = self.chosen_profile.format.suffix
            names = preview(template, parts[:_SHOWN_NAMES], suffix)
        except Failure as failure:
            self.names.set_hint("")
            self.names.set_problem(failure.problem)
            return False
        self.names.set_problem(None)
        more = len(parts) > _SHOWN_NAMES
        self.names.set_hint(", ".join(names) + (", …" if more else ""))
        return True

    def _disclosure(self, last: LastExport, burns: bool) -> SettingsChoice:
        choices = [(Disclosure.FILE.value, self.tr("File beside them"))]
        if burns:
            choices.append((Disclosure.BURN.value, self.tr("On the images")))
        choices.append((Disclosure.NONE.value, self.tr("None")))
        hint = self.tr("Tells people that the images are no photos; the files are always marked.")
        if not burns:
            hint = self.tr("The profile forbids text on the images; the files are always marked.")
        return SettingsChoice(self.tr("Disclosure"), last.disclosure, choices, hint=hint)

    def _connect(self) -> None:
        self.profile.chosen.connect(self._show_profile)
        rows = (self.scope, self.approved, self.place, self.names, self.stock, self.language)
        switches = (self.sheet, self.recolored, self.enlarge)
        for row in (*rows, *switches, *self._disclosures.values()):
            row.edited.connect(self._take_change)

    def _build(self) -> None:
        self.scope.setVisible(len(self._scopes) > 1)
        picked = QVBoxLayout()
        picked.setSpacing(6)
        head = labeled(self.tr("Profile"), role="section")
        head.setBuddy(self.profile)
        for widget in (head, self.profile, self._demands, self._unconfirmed):
            picked.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE + 2)
        layout.addWidget(self.scope)
        layout.addWidget(self.approved)
        layout.addLayout(picked)
        offered: tuple[SettingsRow, ...] = (
            self.place,
            self.names,
            self.stock,
            *self._disclosures.values(),
            self.language,
            self.sheet,
            self.recolored,
            self.enlarge,
        )
        for row in offered:
            layout.addWidget(row)
        layout.addStretch()


def _wrapped(role: str) -> QLabel:
    label = labeled("", role=role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

"""Remembers what was chosen: suggests it at the start, and writes down what the user changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Slot

from carmp_desktop.core.last_choices import ChoicesFile, LastChoices, choices_in, first_choices
from carmp_desktop.core.log import LOG
from carmp_desktop.core.presets import Presets
from carmp_desktop.qt.request.panel import RequestPanel


class ChoicesDesk(QObject):
    """Chooses in the panel as last time, until somebody chooses otherwise there.

    Sheets may bring other presets than those at the start: as long as nobody has chosen, they are
    chosen from in the same way, and nothing is forgotten that only this reading did not offer.
    """

    def __init__(self, panel: RequestPanel, file: ChoicesFile, presets: Presets) -> None:
        """``presets`` are those the panel offers now."""
        super().__init__(panel)
        self._panel = panel
        self._file = file
        self._last = file.load()
        self._is_choosing = False
        # One thread, so that what was chosen last is what is written last.
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="carmp-choices")
        self._known = LastChoices()
        self._suggest(presets)
        self._follows = True
        panel.presets_offered.connect(self._offered)
        panel.selection_changed.connect(self._changed)

    def finish(self) -> None:
        """Wait until everything is written; called once, when the window goes."""
        self._panel.selection_changed.disconnect(self._changed)
        self._writer.shutdown()

    @Slot(object)
    def _offered(self, presets: Presets) -> None:
        if self._follows:
            self._suggest(presets)
        else:
            self._known = choices_in(self._panel.request())

    def _suggest(self, presets: Presets) -> None:
        self._is_choosing = True
        self._panel.choose(self._last or first_choices(presets))
        self._is_choosing = False
        self._known = choices_in(self._panel.request())

    @Slot()
    def _changed(self) -> None:
        chosen = choices_in(self._panel.request())
        if self._is_choosing or chosen == self._known:
            return
        self._follows = False
        self._known = chosen
        self._writer.submit(_write, self._file, chosen)


def _write(file: ChoicesFile, choices: LastChoices) -> None:
    """Called in the writer's thread. To be without them is no reason to disturb anybody."""
    try:
        file.save(choices)
    except OSError as error:
        LOG.warning("choices not remembered: %s", error)

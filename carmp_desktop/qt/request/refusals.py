"""Files that were refused, shown where they were dropped: each by name, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carmp_desktop.core.problems import Problem
from carmp_desktop.qt.look.theme import font
from carmp_desktop.qt.look.tokens import FONT_LABEL, SPACE
from carmp_desktop.qt.parts.controls import Glyph, IconButton, labeled, push_button
from carmp_desktop.qt.words.text import counted, problem_texts

_SHOWN = 3
_NAME_WIDTH = 208


class Refusal(QFrame):
    """One refused file. The folder it lies in is said where its name alone would not tell."""

    dismissed = Signal(object)
    """The user has read it; carries this `Refusal`."""

    def __init__(self, name: str, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "refusal")
        self.name = name
        self.folder = problem.fields.get("folder", "")
        title, sentence, action = problem_texts(problem)
        self._reason = " ".join(part for part in (sentence or title, action) if part)
        self._heading = labeled("", role="section")
        self._heading.setToolTip(self.path)
        text = labeled(self._reason, role="muted")
        text.setWordWrap(True)
        self.close_button = IconButton("close", label="")
        self.close_button.clicked.connect(self._dismiss)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._heading)
        words.addWidget(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 7, 4, 8)
        layout.setSpacing(SPACE)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(Glyph("warning", tone="failed"), 0, top)
        layout.addLayout(words, 1)
        layout.addWidget(self.close_button, 0, top)
        self.show_name(name)

    @property
    def path(self) -> str:
        """The file with its folder, as far as that is known."""
        return str(Path(self.folder) / self.name) if self.folder else self.name

    def show_name(self, shown: str) -> None:
        """Call the file by this name, which tells it apart from the others."""
        metrics = QFontMetrics(font(FONT_LABEL, weight=QFont.Weight.DemiBold))
        elided = metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)
        self._heading.setText(elided)
        self.setAccessibleName(
            self.tr("{name} refused: {reason}").format(name=shown, reason=self._reason)
        )
        dismiss = self.tr("Dismiss {name}").format(name=shown)
        self.close_button.setAccessibleName(dismiss)
        self.close_button.setToolTip(dismiss)

    @Slot()
    def _dismiss(self) -> None:
        self.dismissed.emit(self)


class Refusals(QWidget):
    """The newest few refusals, how many more there are, and one press to dismiss them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusals: list[Refusal] = []
        self._more = labeled("", role="muted")
        self._dismiss = push_button(self.tr("Dismiss all"), role="link")
        self._dismiss.clicked.connect(self.clear)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch()
        foot.addWidget(self._dismiss)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addLayout(foot)
        self._arrange()

    def names(self) -> tuple[str, ...]:
        """The refused files, newest first."""
        return tuple(refusal.name for refusal in self._refusals)

    def buttons(self) -> tuple[QWidget, ...]:
        """What can be pressed here, from top to bottom."""
        return (*(refusal.close_button for refusal in self._refusals), self._dismiss)

    def refuse(self, name: str, problem: Problem) -> None:
        """Show a file that was refused, above those before it; what was said of it before goes."""
        folder = problem.fields.get("folder")
        for known in [
            item for item in self._refusals if (item.name, item.folder) == (name, folder)
        ]:
            self._remove(known)
        refusal = Refusal(name, problem, self)
        refusal.dismissed.connect(self._remove)
        self._refusals.insert(0, refusal)
        self._layout.insertWidget(0, refusal)
        self._arrange()

    @Slot()
    def clear(self) -> None:
        """Dismiss every refusal."""
        for refusal in tuple(self._refusals):
            self._remove(refusal)

    @Slot(object)
    def _remove(self, refusal: Refusal) -> None:
        self._refusals.remove(refusal)
        self._layout.removeWidget(refusal)
        refusal.hide()
        refusal.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for index, refusal in enumerate(self._refusals):
            refusal.setVisible(index < _SHOWN)
        hidden = self._refusals[_SHOWN:]
        self._tell_apart()
        more = counted(len(hidden), self.tr("and {n} more file"), self.tr("and {n} more files"))
        self._more.setText(more if hidden else "")
        self._more.setVisible(bool(hidden))
        self._more.setToolTip("\n".join(refusal.path for refusal in hidden))
        self._dismiss.setVisible(len(self._refusals) > 1)
        self.setVisible(bool(self._refusals))

    def _tell_apart(self) -> None:
        """Name files by as much of their path as it takes to tell them apart."""
        for refusal in self._refusals:
            others = [Path(other.path) for other in self._refusals if other is not refusal]
            refusal.show_name(_shortest(Path(refusal.path), others))


def _shortest(path: Path, others: Sequence[Path]) -> str:
    """The shortest end of ``path`` that none of the others has; the whole where all have it."""
    for length in range(1, len(path.parts) + 1):
        end = path.parts[-length:]
        if all(other.parts[-length:] != end for other in others):
            return str(Path(*end))
    return str(path)

"""Named instants at which the program can be told to die, to prove that nothing is lost there.

``CARMP_CRASH_AT=name`` in the environment kills the process, as hard as a power cut would, when it
first passes that instant; ``name:3`` when it passes it for the third time. Without the variable a
passing costs one comparison. ``tests/reliability`` goes through them all.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

VARIABLE = "CARMP_CRASH_AT"

NAMES = (
    "batch.before_row",
    "batch.after_row",
    "batch.created_told",
    "batch.before_end",
    "batch.after_end",
    "batch.completed_told",
    "upload.before",
    "upload.after",
    "uploads.done",
    "permission.given",
    "attempt.before_row",
    "attempt.after_row",
    "create.before_turn",
    "create.before_send",
    "create.after_answer",
    "create.before_name",
    "create.after_name",
    "create.refused",
    "create.throttled",
    "create.unknown_written",
    "lookup.before",
    "lookup.listed",
    "lookup.found",
    "lookup.absent",
    "watch.before_question",
    "watch.after_answer",
    "result.before_row",
    "result.after_row",
    "download.before",
    "download.first_bytes",
    "download.all_bytes",
    "download.whole",
    "landing.synchronized",
    "landing.renamed",
    "landing.folder_synchronized",
    "keep.before_thumb",
    "keep.after_thumb",
    "place.before",
    "place.copied",
    "place.named",
    "place.folder_synchronized",
    "keep.before_row",
    "keep.after_row",
    "keep.landing_removed",
    "keep.told",
    "end.before_row",
    "end.after_row",
    "cancel.before",
    "cancel.after",
    "resume.claimed",
    "resume.loaded",
    "resume.told",
    "reopen.before_row",
    "reopen.after_row",
    "extend.before_row",
    "extend.after_row",
)
"""Every instant, in the order in which a batch passes them."""


def reach(name: str) -> None:
    """Pass an instant; may be called from any thread."""
    if name == _WANTED:
        _passed[name] += 1
        if _passed[name] == _AT:
            _die()


def _die() -> None:
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)


_WANTED, _, _count = os.environ.get(VARIABLE, "").partition(":")
_AT = int(_count) if _count.isdigit() else 1
_passed: Counter[str] = Counter()

"""The truth check of one image: what a person should look at, as sentences, and never a refusal.

Whatever goes wrong while looking is logged and leaves no doubt: an image is worth more than what
can be said about it.
"""

from __future__ import annotations

import logging

from carmp_desktop.core.darkroom import Developed
from carmp_desktop.core.truth.question import Question

_LOG = logging.getLogger("carmp")


def doubt_about(question: Question, developed: Developed, said: str | None = None) -> str | None:
    """What the maker of an image has ``said`` and what the check adds; None where both are silent.

    Blocks on the disk and on some arithmetic (see docs/truth.md); call it in a thread. Raises
    nothing.
    """
    try:
        # Only here is a picture looked at, and so its arithmetic loaded: not at the start.
        from carmp_desktop.core.truth.looks import doubts

        found = doubts(question, developed)
    except Exception:  # noqa: BLE001 - logged with its traceback; the image is kept all the same
        _LOG.warning("the truth check of %s failed", question.image.name, exc_info=True)
        found = ()
    return " ".join((said, *found) if said else found) or None

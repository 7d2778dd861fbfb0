"""How often the mirror tries and how much it sends at a time: jittered, and never a rush."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds and counts of the mirror.

    ``first`` is the back-off after the first break; it doubles up to ``most``. Only a connection
    that has lived for ``proven`` makes it the first again, so a remote that takes every connection
    and closes it at once, however politely, is not asked any oftener than one that is away.
    ``look`` is how often rows of another run of the program are looked for, ``window`` how many
    messages may be under way at once, and after ``quick`` a reader is a slow one. For ``keep`` see
    `Confirmed`.
    """

    first: float = 1.0
    most: float = 60.0
    proven: float = 30.0
    look: float = 1.0
    window: int = 16
    keep: int = 32
    keep_for: float = 30.0
    quick: float = 1.0

    def next_window(self, window: int, seconds: float) -> int:
        """How many messages to send next, when the last ``window`` took so long to be taken."""
        return min(2 * window, self.window) if seconds <= self.quick else max(1, window // 2)


class Backoff:
    """The delays between tries, each drawn from the upper half of its range."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._breaks = 0

    def next(self, lived: float) -> float:
        """Seconds to wait after a connection that has lived for so long, 0 for none at all."""
        self._breaks = 0 if lived >= self._pace.proven else self._breaks
        longest = min(self._pace.most, self._pace.first * 2.0 ** min(self._breaks, 32))
        self._breaks += 1
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - spreads tries, hides nothing


class Confirmed:
    """What the remote's stack has taken over one connection, and what of it may be forgotten.

    Its program may not have got to the newest yet, and they are lost to it when it dies. A
    library that stops reading when its queue is full (16 messages are common) can hold that and
    one window more, so the newest ``keep`` are kept for ``keep_for`` seconds, and sent again after
    a break.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._marks: deque[tuple[float, int]] = deque()
        self._forgotten = 0
        self.upto = 0

    def confirm(self, upto: int, at: float) -> None:
        """The remote's stack has everything up to a number."""
        self.upto = upto
        self._marks.append((at, upto))

    def forgettable(self, at: float) -> int | None:
        """Up to which number may be forgotten now, None where that is nothing new."""
        upto = self.upto - self._pace.keep
        while self._marks and self._marks[0][0] <= at - self._pace.keep_for:
            upto = max(upto, self._marks.popleft()[1])
        if upto <= self._forgotten:
            return None
        while self._marks and self._marks[0][1] <= upto:
            self._marks.popleft()
        self._forgotten = upto
        return upto

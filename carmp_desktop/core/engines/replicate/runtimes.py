"""How long a model's predictions take, learned from those that ended: when to begin to ask.

Asking too early costs requests, too late costs the user's time. The estimate follows the fast
runs quickly and the slow ones reluctantly (an asymmetric exponential average, which settles near
a low quantile), so that few answers lie waiting.
"""

from __future__ import annotations

_UNKNOWN = 1.0
_TOWARD_FASTER = 0.5
_TOWARD_SLOWER = 0.05
_EARLY = 0.85


class RunTimes:
    """Learned run times in seconds, by model."""

    def __init__(self) -> None:
        self._learned: dict[str, float] = {}

    def learn(self, model: str, seconds: float) -> None:
        """Take one finished run into account."""
        known = self._learned.get(model, seconds)
        share = _TOWARD_FASTER if seconds < known else _TOWARD_SLOWER
        self._learned[model] = known + share * (seconds - known)

    def nearly(self, model: str) -> float:
        """Seconds after its start from which a prediction of this model may be done."""
        return _EARLY * self._learned.get(model, _UNKNOWN / _EARLY)

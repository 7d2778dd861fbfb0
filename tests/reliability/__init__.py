"""Kills the program at every named instant and at random ones, and judges what is left.

``python3 packaging/dev.py kills`` runs it whole and prints the table of docs/reliability.md; a part
of it is in tests/command/test_kills.py. A `Plan` says what is ordered and how the program dies,
`carry_out` does it with real child processes against the stand-in, and `judge` counts what was
lost, paid twice or torn.
"""

from tests.reliability.plans import Plan
from tests.reliability.points import plan_point
from tests.reliability.random_kills import plan_random
from tests.reliability.trial import Outcome, carry_out

__all__ = ["Outcome", "Plan", "carry_out", "plan_point", "plan_random"]

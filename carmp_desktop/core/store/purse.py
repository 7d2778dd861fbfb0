"""The purse: what has been spent, what is reserved, and that both together stay in the budget.

Every function works inside the caller's transaction, so no other batch and no other process can
come between the look and the act. Amounts are whole millionths of a US dollar. A job's price is
*reserved* when its batch starts; when its attempt is written, the amount moves from reserved to
spent; what is surely not charged comes back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from carmp_desktop.core.problems import Failure, Problem

MICROS = 1_000_000
"""So many make a US dollar."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one image costs and what may be spent in a month; None where unknown or unlimited."""

    price: int | None = None
    budget: int | None = None


def micros(dollars: float | None) -> int | None:
    """An amount in US dollars as whole millionths."""
    return None if dollars is None else round(dollars * MICROS)


def dollars(amount: int) -> float:
    """Millionths as US dollars."""
    return amount / MICROS


def reserve(connection: sqlite3.Connection, jobs: Sequence[str], allowance: Allowance) -> None:
    """Put the price of each job aside.

    Raises `Failure` where spent and reserved together would exceed the budget, or where there is
    a budget and the price is unknown; nothing has changed then.
    """
    price, budget = allowance.price, allowance.budget
    if budget is not None and price is None:
        raise Failure(PRICE_UNKNOWN)
    wanted = (price or 0) * len(jobs)
    if budget is not None and wanted:
        left = budget - spent(connection, month_start(datetime.now(UTC))) - reserved(connection)
        if wanted > left:
            raise Failure(over_budget(wanted, left, budget))
    connection.executemany(
        "UPDATE jobs SET reserved_micros = ? WHERE id = ?", [(price or 0, job) for job in jobs]
    )


def spend(connection: sqlite3.Connection, job: str) -> int:
    """Move a job's reserved price to spent; the answer is the amount, to stand in its attempt."""
    found = connection.execute("SELECT reserved_micros FROM jobs WHERE id = ?", (job,)).fetchone()
    connection.execute("UPDATE jobs SET reserved_micros = 0 WHERE id = ?", (job,))
    return int(found[0]) if found else 0


def give_back(connection: sqlite3.Connection, attempt: int) -> None:
    """Reserve again what an attempt that was never accepted would have cost."""
    connection.execute(
        "UPDATE jobs SET reserved_micros = reserved_micros +"
        " (SELECT cost_micros FROM attempts WHERE id = ?)"
        " WHERE id = (SELECT job_id FROM attempts WHERE id = ?)",
        (attempt, attempt),
    )
    forgive(connection, attempt)


def forgive(connection: sqlite3.Connection, attempt: int) -> None:
    """Count an attempt as not charged."""
    connection.execute("UPDATE attempts SET cost_micros = 0 WHERE id = ?", (attempt,))


def release(connection: sqlite3.Connection, job: str) -> None:
    """Let go of what a job that has ended had reserved."""
    connection.execute("UPDATE jobs SET reserved_micros = 0 WHERE id = ?", (job,))


def spent(connection: sqlite3.Connection, since: str) -> int:
    """What all attempts since an instant (ISO 8601, UTC) have cost."""
    query = "SELECT COALESCE(SUM(cost_micros), 0) FROM attempts WHERE intended_at >= ?"
    return int(connection.execute(query, (since,)).fetchone()[0])


def reserved(connection: sqlite3.Connection) -> int:
    """What is put aside for jobs that have not begun."""
    query = "SELECT COALESCE(SUM(reserved_micros), 0) FROM jobs WHERE reserved_micros > 0"
    return int(connection.execute(query).fetchone()[0])


def cost_of_job(connection: sqlite3.Connection, job: str) -> float:
    """What all attempts of a job have cost, in US dollars."""
    query = "SELECT COALESCE(SUM(cost_micros), 0) FROM attempts WHERE job_id = ?"
    return dollars(int(connection.execute(query, (job,)).fetchone()[0]))


def month_start(now: datetime) -> str:
    """The beginning of the user's month that ``now`` lies in, as ISO 8601 in UTC."""
    first = now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return first.replace(tzinfo=None).astimezone().astimezone(UTC).isoformat()


PRICE_UNKNOWN = Problem(
    code="price_unknown",
    title="Price unknown",
    sentence="There is a budget, but nobody has said what an image of this model costs.",
    action="Enter the model's price in the price table, or set the budget to nothing.",
)


def over_budget(wanted: int, left: int, budget: int) -> Problem:
    """The problem of a batch that would go beyond the month's budget; amounts in millionths."""
    return Problem(
        code="over_budget",
        title="Over the budget",
        sentence="This would cost about ${wanted}; of this month's ${budget} only ${left} is left.",
        action="Choose fewer images, or raise the budget in the settings.",
        fields={
            "wanted": f"{dollars(wanted):.2f}",
            "left": f"{dollars(max(0, left)):.2f}",
            "budget": f"{dollars(budget):.2f}",
        },
    )

"""What the user has said of each image: approved, rejected, or nothing yet."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from carmp_desktop.core.store.database import Database


class Verdict(StrEnum):
    """The user's word on an image; the values are those of the column."""

    APPROVED = "approved"
    REJECTED = "rejected"


class Approvals:
    """Writes and reads verdicts; every image has one or none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def approve(self, ids: Collection[int], verdict: Verdict | None) -> None:
        """Say the same of several images; None takes back what was said. Unknown ids are ignored.

        Raises `Failure` where the database refuses.
        """
        statement = "UPDATE images SET approval = ? WHERE id = ?"
        changes = [(verdict, number) for number in ids]
        await self._database.run(lambda connection: connection.executemany(statement, changes))

    async def verdicts(self) -> dict[int, Verdict]:
        """Every verdict there is, by image."""
        query = "SELECT id, approval FROM images WHERE approval IS NOT NULL"
        rows = await self._database.run(lambda connection: connection.execute(query).fetchall())
        return {row["id"]: Verdict(row["approval"]) for row in rows}

"""The database file: opened, brought to the newest schema, and written by one thread alone.

Every piece of work runs as one transaction on the store's own thread, in the order it was handed
in, so there is never a second writer and no statement ever waits on the caller's loop. Commits
are synchronized to the disk in full: what is written here decides what is paid for.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.store.schema import NEWEST, migrate

T = TypeVar("T")

_BUSY_FOR = 30.0
"""Seconds to wait for another run of the program that is writing to the same file."""


class Database:
    """One SQLite file in WAL mode. Make it with `open`, and close it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="carmp-store")
        self._connection: sqlite3.Connection | None = None

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open or create the file. Raises `Failure` where it cannot be used."""
        database = cls(path)
        try:
            await database._on_thread(database._connect)
        except sqlite3.Error as error:
            database._thread.shutdown()
            raise Failure(_unusable(path, error)) from error
        except Failure:
            database._thread.shutdown()
            raise
        return database

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` in one transaction; its answer is returned after the commit.

        Once handed in, the work is done even if the caller is canceled meanwhile: an id that was
        paid for is not forgotten because its job was. Raises `Failure` where the disk refuses.
        """

        def transaction() -> T:
            connection = self._connection
            if connection is None:
                raise RuntimeError("the database is closed")
            with connection:
                return work(connection)

        try:
            return await self._on_thread(transaction)
        except sqlite3.OperationalError as error:
            raise Failure(_unusable(self._path, error)) from error

    async def aclose(self) -> None:
        """Finish what was handed in and close the file."""
        await self._on_thread(self._disconnect)
        self._thread.shutdown()

    async def _on_thread(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._thread, work))

    def _connect(self) -> None:
        connection = sqlite3.connect(self._path, timeout=_BUSY_FOR)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > NEWEST:
                raise Failure(_too_new(self._path))
            migrate(connection, version)
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _unusable(path: Path, error: sqlite3.Error) -> Problem:
    return Problem(
        code="database_unusable",
        title="Database not usable",
        sentence="The file {path} cannot be used: {error}.",
        action="Check the free space and the folder's permissions, then start again.",
        fields={"path": str(path), "error": str(error)},
    )


def _too_new(path: Path) -> Problem:
    return Problem(
        code="database_too_new",
        title="Database too new",
        sentence="The file {path} was written by a newer version of the program.",
        action="Install that version again, or start with another --profile folder.",
        fields={"path": str(path)},
    )

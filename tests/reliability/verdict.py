"""What is left after the kills: every image that was made is in the gallery, whole and once."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.loopback import StandIn


@dataclass(slots=True)
class Verdict:
    """Sentences about what went wrong, by kind; ``paid`` counts the images that were made."""

    paid: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    database: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that went wrong."""
        kinds = ("lost", "twice", "torn", "database", "other")
        return [f"{kind}: {text}" for kind in kinds for text in getattr(self, kind)]


def judge(server: StandIn, profile: Path, gallery: Path, *, asked_twice: int) -> Verdict:
    """Compare the service's ledger with the disk and the database, when all has come to an end."""
    server.wait_until(lambda: all(made.has_ended(server.now()) for made in server.created))
    verdict = Verdict(paid=sum(one.status == "succeeded" for one in server.judged))
    files = sorted(file for file in gallery.rglob("*") if file.is_file())
    _judge_service(verdict, server, asked_twice)
    _judge_files(verdict, server, files)
    incoming = profile / "incoming"
    if incoming.is_dir():
        verdict.torn += [f"left in the landing: {file.name}" for file in incoming.iterdir()]
    if (profile / "carmp.db").exists():
        try:
            with closing(sqlite3.connect(profile / "carmp.db")) as database:
                _judge_database(verdict, database, files)
                _judge_books(verdict, database, server)
        except sqlite3.DatabaseError as error:
            verdict.database.append(str(error))
    return verdict


def _judge_service(verdict: Verdict, server: StandIn, asked_twice: int) -> None:
    groups = server.bought_twice()
    extra = sum(len(group) - 1 for group in groups)
    if extra > asked_twice:
        verdict.twice += [f"{len(group)} times: {group[0].prompt}" for group in groups]
    verdict.lost += [f"never fetched: {one.prompt}" for one in server.undelivered()]


def _judge_files(verdict: Verdict, server: StandIn, files: list[Path]) -> None:
    """The gallery's files are byte for byte the images that the service has made."""
    made = {server.image_of(one.id): one for one in server.judged if one.status == "succeeded"}
    found = Counter(file.read_bytes() for file in files)
    verdict.lost += [f"not in the gallery: {made[body].prompt}" for body in made if not found[body]]
    verdict.twice += [f"{count} times on disk" for count in found.values() if count > 1]
    verdict.torn += [str(file) for file in files if file.read_bytes() not in made]
    verdict.torn += [f"does not load: {file}" for file in files if not _loads(file)]


def _judge_database(verdict: Verdict, database: sqlite3.Connection, files: list[Path]) -> None:
    """The rows are those of the files, and nothing stands open."""
    said = verdict.database
    integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
    if integrity != "ok":
        said.append(integrity)
    if database.execute("PRAGMA foreign_key_check").fetchone():
        said.append("a row refers to one that is not there")
    rows = database.execute("SELECT file, thumb, sha256 FROM images").fetchall()
    if sorted(row[0] for row in rows) != sorted(map(str, files)):
        said.append(f"{len(rows)} rows for {len(files)} files")
    for name, thumb, sha256 in rows:
        file = Path(name)
        if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
            said.append(f"another image than its row says: {name}")
        if not _loads(Path(thumb)):
            verdict.torn.append(f"no thumbnail: {thumb}")
    for text, query in _NOTHING_OPEN.items():
        count = database.execute(query).fetchone()[0]
        if count:
            said.append(f"{count} {text}")


def _judge_books(verdict: Verdict, database: sqlite3.Connection, server: StandIn) -> None:
    """Every accepted create is written down as spent, and nothing else is."""
    price = database.execute("SELECT MAX(price_micros) FROM batches").fetchone()[0] or 0
    spent = database.execute("SELECT TOTAL(cost_micros) FROM attempts").fetchone()[0]
    if spent != price * server.accepted:
        verdict.database.append(f"the books say {spent:.0f}, not {server.accepted} times {price}")


_NOTHING_OPEN = {
    "batches without an end": "SELECT COUNT(*) FROM batches WHERE completed_at IS NULL",
    "jobs without an end": "SELECT COUNT(*) FROM jobs"
    " WHERE status NOT IN ('completed', 'failed', 'canceled')",
    "finished jobs without their image": "SELECT COUNT(*) FROM jobs WHERE status = 'completed'"
    " AND id NOT IN (SELECT job_id FROM images)",
    "predictions that nobody waits for": "SELECT COUNT(*) FROM attempts"
    " JOIN jobs ON jobs.id = attempts.job_id"
    " WHERE attempts.state IN ('intended', 'running', 'unknown') ",
    "jobs with money put aside": "SELECT COUNT(*) FROM jobs WHERE reserved_micros != 0",
}


def _loads(file: Path) -> bool:
    try:
        with Image.open(file) as picture:
            picture.load()
    except OSError:
        return False
    return True

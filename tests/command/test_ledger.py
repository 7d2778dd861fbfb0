"""`carmp-desktop ledger`: what was spent, exactly, by batch and month."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carmp_desktop.core.ledger import COLUMNS, Ledger, LedgerRow, Month, Spending, money
from tests.command.conftest import Run
from tests.loopback import Fault, StandIn

CAR = '=HYPERLINK("https://example.invalid","Škoda “Kodiaq”")'
TWO = ("--angle", "front_0", "--color", "red_metallic")


def read(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def change(profile: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(profile / "carmp.db")) as database, database:
        assert database.execute(statement, values).rowcount > 0


def figures(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in COLUMNS[6:])


def test_nothing_made_is_said_in_one_sentence(run: Run) -> None:
    assert run("ledger").out == "Nothing has been made yet.\n"
    assert run("ledger", "--month", "2026-01").out == "Nothing was made in 2026-01.\n"


def test_failures_that_were_charged_are_in_it_and_images_that_left_with_the_bin(
    batch: Run, run: Run, server: StandIn, profile: Path, tmp_path: Path
) -> None:
    server.break_(
        Fault("create", "outcome", prompt="in Red", outcome="failed"),
        Fault("create", "outcome", prompt="in Blue", outcome="aborted"),
    )
    colors = ("--color", "red_metallic", "--color", "blue_metallic", "--color", "black")
    ended = batch("--angle", "front_0", *colors, "--car", CAR, "--json")
    file = tmp_path / "ledger.csv"

    written = run("ledger", "--csv", file)

    assert (written.code, written.out) == (0, f"The ledger is in {file}\n")
    row, total = read(file)
    assert list(row) == list(COLUMNS)
    assert (row["batch_id"], row["car"]) == (ended.json["batchId"], f"'{CAR}")
    assert (row["engine"], row["model"]) == ("replicate", "google/nano-banana")
    assert figures(row) == figures(total) == ("2", "3", "1", "0", "0.117")
    assert total["batch_id"] == "total"
    change(profile, "DELETE FROM images")
    run("ledger", "--csv", file)
    assert read(file) == [row, total]


def test_months_are_the_users_own(
    batch: Run, run: Run, profile: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["TZ"] = "America/New_York"
    first, second = (batch(*TWO, "--car", car, "--json").json["batchId"] for car in ("A", "B"))
    # Half past three in the morning of the first, in UTC: the evening before in New York.
    late = "2026-03-01T03:30:00+00:00"
    change(profile, "UPDATE attempts SET intended_at = ?", "2026-01-15T12:00:00+00:00")
    change(profile, "UPDATE images SET made_at = ?", "2026-01-15T12:00:20+00:00")
    jobs = "job_id IN (SELECT id FROM jobs WHERE batch_id = ? AND color_key IS NOT NULL)"
    change(profile, f"UPDATE attempts SET intended_at = ? WHERE {jobs}", late, second)
    change(profile, f"UPDATE images SET made_at = ? WHERE {jobs}", late, second)
    file = tmp_path / "ledger.csv"

    run("ledger", "--csv", file)
    rows = read(file)
    run("ledger", "--csv", file, "--month", "2026-02")

    assert [(row["month"], row["batch_id"], *figures(row)) for row in rows] == [
        ("2026-01", first, "2", "2", "0", "0", "0.078"),
        ("2026-01", second, "1", "1", "0", "0", "0.039"),
        ("2026-01", "total", "3", "3", "0", "0", "0.117"),
        ("2026-02", second, "1", "1", "0", "0", "0.039"),
        ("2026-02", "total", "1", "1", "0", "0", "0.039"),
    ]
    assert read(file) == rows[3:]
    table = run("ledger").out.splitlines()
    assert table[0].split()[-1] == "US$"
    assert [line.split()[-1] for line in table if "total" in line] == ["0.117", "0.039"]


def test_an_unknown_price_is_said_to_be_unknown(
    batch: Run, run: Run, profile: Path, server: StandIn, tmp_path: Path
) -> None:
    server.models.add("acme/painter")
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"model": "acme/painter"}))
    batch("--angle", "front_0", "--car", "A")
    (profile / "settings.json").write_text("{}")
    batch("--angle", "front_0", "--car", "B")
    file = tmp_path / "ledger.csv"

    run("ledger", "--csv", file)
    told = run("ledger").out

    unknown, known, total = read(file)
    assert (unknown["model"], *figures(unknown)) == ("acme/painter", *"1100", "unknown")
    assert figures(known) == (*"1100", "0.039")
    assert figures(total) == (*"2200", "0.039 + unknown")
    assert str(profile / "prices.csv") in told


@given(car=st.text(alphabet="=+-@＝\t\r\n\"',;a ", max_size=6))
@example(car="=1+1")
def test_no_cell_is_a_formula_and_none_is_torn(car: str) -> None:
    row = LedgerRow(
        month="2026-01",
        batch_id="b_1",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        car=car,
        engine="replicate",
        model=car,
        spending=Spending(images=1, attempts=1, cost=Decimal("0.039")),
    )
    with TemporaryDirectory() as folder:
        file = Path(folder, "ledger.csv")
        Ledger((Month("2026-01", (row,)),)).write_csv(file)
        line, total = read(file)
    assert line["car"].removeprefix("'") == car.removeprefix("'")
    assert not any(cell.startswith(tuple("=+-@＝\t\r\n")) for cell in line.values())
    assert line["cost_usd"] == total["cost_usd"] == "0.039"


@given(micros=st.integers(min_value=0, max_value=10**12))
def test_money_is_exact(micros: int) -> None:
    written = money(Decimal(micros) / 1_000_000)

    assert Decimal(written) * 1_000_000 == micros
    assert len(written.partition(".")[2]) >= 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--month", "2026-13"), "2026-13 is no month"),
        (("--month", "january"), "january is no month"),
        (("--csv", "no/such/folder/ledger.csv"), "there is no such folder"),
    ],
)
def test_bad_input_is_said(run: Run, words: tuple[str, str], said: str) -> None:
    ended = run("ledger", *words)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err

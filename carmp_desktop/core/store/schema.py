"""The tables, as a list of migrations; the file's ``user_version`` says how many have been made.

A published migration is never edited: a change is a new one at the end.
"""

from __future__ import annotations

import sqlite3

_FIRST = """
CREATE TABLE batches (
    id            TEXT PRIMARY KEY,
    created_at    TEXT NOT NULL,
    completed_at  TEXT,
    engine        TEXT NOT NULL,
    car           TEXT NOT NULL,
    request       TEXT NOT NULL
);
CREATE TABLE jobs (
    id            TEXT PRIMARY KEY,
    batch_id      TEXT NOT NULL REFERENCES batches (id),
    position      INTEGER NOT NULL,
    angle_key     TEXT NOT NULL,
    color_key     TEXT,
    prompt        TEXT NOT NULL,
    status        TEXT NOT NULL,
    problem       TEXT,
    started_at    TEXT,
    finished_at   TEXT
);
CREATE INDEX jobs_of_batch ON jobs (batch_id, position);

CREATE TABLE attempts (
    id            INTEGER PRIMARY KEY,
    job_id        TEXT NOT NULL REFERENCES jobs (id),
    model         TEXT NOT NULL,
    input         TEXT NOT NULL,
    intended_at   TEXT NOT NULL,
    state         TEXT NOT NULL,
    prediction_id TEXT UNIQUE,
    output_url    TEXT,
    problem       TEXT,
    ended_at      TEXT
);
CREATE INDEX attempts_of_job ON attempts (job_id);

CREATE TABLE images (
    job_id        TEXT PRIMARY KEY REFERENCES jobs (id),
    file          TEXT NOT NULL,
    thumb         TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    bytes         INTEGER NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    engine        TEXT NOT NULL,
    model         TEXT NOT NULL,
    source_url    TEXT,
    cost          REAL NOT NULL,
    note          TEXT,
    doubt         TEXT,
    made_at       TEXT NOT NULL
);
"""

_RECOVERY_AND_MONEY = """
ALTER TABLE batches ADD COLUMN owner TEXT;
ALTER TABLE batches ADD COLUMN price_micros INTEGER;
ALTER TABLE jobs ADD COLUMN reserved_micros INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempts ADD COLUMN cost_micros INTEGER NOT NULL DEFAULT 0;
CREATE INDEX attempts_by_time ON attempts (intended_at);
ALTER TABLE images RENAME TO images_of_jobs;
CREATE TABLE images (
    id            INTEGER PRIMARY KEY,
    job_id        TEXT REFERENCES jobs (id),
    file          TEXT NOT NULL UNIQUE,
    thumb         TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    bytes         INTEGER NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    engine        TEXT NOT NULL,
    model         TEXT NOT NULL,
    source_url    TEXT,
    cost          REAL NOT NULL,
    note          TEXT,
    doubt         TEXT,
    made_at       TEXT NOT NULL
);
CREATE INDEX images_of_job ON images (job_id, id);
INSERT INTO images (job_id, file, thumb, sha256, bytes, width, height, engine, model, source_url,
                    cost, note, doubt, made_at)
    SELECT job_id, file, thumb, sha256, bytes, width, height, engine, model, source_url,
           cost, note, doubt, made_at FROM images_of_jobs;
DROP TABLE images_of_jobs;
"""
# From here on: ``owner`` is the run of the program that is at work on a batch. Money is counted in
# millionths of a US dollar, so that sums are exact. A job may have had several images (the newest
# counts), and an image found in the gallery may belong to no job.

_STARS_AND_BIN = """
ALTER TABLE images ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN binned_at TEXT;
"""
# An image with ``binned_at`` is in the bin: its file is where it was until the bin is emptied.

_APPROVAL = """
ALTER TABLE images ADD COLUMN approval TEXT CHECK (approval IN ('approved', 'rejected'));
"""

_OUTBOX = """
CREATE TABLE outbox (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    ev            TEXT NOT NULL,
    ts            TEXT NOT NULL,
    data          TEXT NOT NULL,
    problem       TEXT,
    image_url     TEXT,
    asked_at      TEXT,
    thumb         TEXT
);
ALTER TABLE batches ADD COLUMN mirrored INTEGER NOT NULL DEFAULT 0;
"""
# Events on their way to the mirror. AUTOINCREMENT never gives a number twice, and takes it back
# with its transaction, so there are no gaps. A batch is ``mirrored`` while the outbox has had all
# of its events.

_MIGRATIONS = (_FIRST, _RECOVERY_AND_MONEY, _STARS_AND_BIN, _APPROVAL, _OUTBOX)

NEWEST = len(_MIGRATIONS)
"""The schema's newest version."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file from ``version`` to the newest schema, one transaction per step."""
    for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")

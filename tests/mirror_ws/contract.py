"""The published schemas of the mirror's messages, and whether what was sent keeps to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

DOCS = Path(__file__).parents[2] / "docs"
NAMES = ("marketplaceBatchCreated", "marketplaceJobUpdated", "marketplaceBatchCompleted")


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of one event's messages."""
    schema = json.loads((DOCS / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(messages: Iterable[Mapping[str, Any]]) -> list[str]:
    """What in the messages is not as the schemas say."""
    return [
        f"{message['seq']}: {error.json_path}: {error.message}"
        for message in messages
        for error in validator(message["ev"]).iter_errors(message)
    ]

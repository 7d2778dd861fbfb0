"""The Replicate token: found in the environment or the system's keychain, and shown to nobody.

The environment wins. Where the system has no keychain the token is kept for this run only, and
the window says so. `keyring` is imported at first use: it costs a fifth of a second and may ask
the user to unlock, so everything here that reaches it runs off the window's thread.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_SERVICE = "carmp-desktop"
_ACCOUNT = "replicate"
ENVIRONMENT_NAME = "REPLICATE_API_TOKEN"


class TokenPlace(StrEnum):
    """Where the token in force came from or was put."""

    NOWHERE = "nowhere"
    ENVIRONMENT = "environment"
    KEYCHAIN = "keychain"
    THIS_RUN = "this run"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its place; the value is kept out of every representation."""

    value: str = field(repr=False)
    place: TokenPlace

    def __bool__(self) -> bool:
        """True where a token is known."""
        return bool(self.value)

    def __str__(self) -> str:
        """The place, never the value."""
        return f"token ({self.place})"


class TokenKeeper:
    """Finds and keeps the token. Its methods may block on the keychain: call them in a thread."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._this_run = ""

    def find(self) -> Token:
        """The token in force, or an empty one."""
        from_environment = self._environment.get(ENVIRONMENT_NAME, "").strip()
        if from_environment:
            return Token(from_environment, TokenPlace.ENVIRONMENT)
        if self._this_run:
            return Token(self._this_run, TokenPlace.THIS_RUN)
        from_keychain = _read_keychain()
        if from_keychain:
            return Token(from_keychain, TokenPlace.KEYCHAIN)
        return Token("", TokenPlace.NOWHERE)

    def keep(self, value: str) -> Token:
        """Put a token away, or forget it where ``value`` is empty; the answer counts from now."""
        value = value.strip()
        self._this_run = ""
        if not _write_keychain(value):
            self._this_run = value
        return self.find()


def _read_keychain() -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, _ACCOUNT) or ""
    except KeyringError:
        return ""


def _write_keychain(value: str) -> bool:
    """Whether the keychain now says what was asked of it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        if value:
            keyring.set_password(_SERVICE, _ACCOUNT, value)
        elif keyring.get_password(_SERVICE, _ACCOUNT):
            keyring.delete_password(_SERVICE, _ACCOUNT)
        return (keyring.get_password(_SERVICE, _ACCOUNT) or "") == value
    except KeyringError:
        return False

"""The tokens, Replicate's and the mirror's: in the environment or the keychain, shown to nobody.

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
ENVIRONMENT_NAME = "REPLICATE_API_TOKEN"
MIRROR_ENVIRONMENT_NAME = "CARMP_MIRROR_TOKEN"


@dataclass(frozen=True, slots=True)
class Secret:
    """Where one token is looked for: its account in the keychain, its environment variable."""

    account: str
    variable: str


REPLICATE = Secret("replicate", ENVIRONMENT_NAME)
MIRROR = Secret("mirror", MIRROR_ENVIRONMENT_NAME)


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
    """Finds and keeps a token. Its methods may block on the keychain: call them in a thread."""

    def __init__(
        self, environment: Mapping[str, str] = os.environ, secret: Secret = REPLICATE
    ) -> None:
        self._environment = environment
        self._secret = secret
        self._this_run = ""

    def beside(self, secret: Secret) -> TokenKeeper:
        """The keeper of another token in the same environment and keychain."""
        return TokenKeeper(self._environment, secret)

    def find(self) -> Token:
        """The token in force, or an empty one."""
        from_environment = self._environment.get(self._secret.variable, "").strip()
        if from_environment:
            return Token(from_environment, TokenPlace.ENVIRONMENT)
        if self._this_run:
            return Token(self._this_run, TokenPlace.THIS_RUN)
        from_keychain = _read_keychain(self._secret.account)
        if from_keychain:
            return Token(from_keychain, TokenPlace.KEYCHAIN)
        return Token("", TokenPlace.NOWHERE)

    def keep(self, value: str) -> Token:
        """Put a token away, or forget it where ``value`` is empty; the answer counts from now."""
        value = value.strip()
        self._this_run = ""
        if not _write_keychain(self._secret.account, value):
            self._this_run = value
        return self.find()


def _read_keychain(account: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, account) or ""
    except KeyringError:
        return ""


def _write_keychain(account: str, value: str) -> bool:
    """Whether the keychain now says what was asked of it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        if value:
            keyring.set_password(_SERVICE, account, value)
        elif keyring.get_password(_SERVICE, account):
            keyring.delete_password(_SERVICE, account)
        return (keyring.get_password(_SERVICE, account) or "") == value
    except KeyringError:
        return False

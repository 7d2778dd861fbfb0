"""Whose a token is: one free question to Replicate, asked before anything is paid with it."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import Any

import httpx

from carmp_desktop.core.engines.replicate import problems
from carmp_desktop.core.engines.replicate.answers import NotAccepted, OutcomeUnknown, Refused
from carmp_desktop.core.engines.replicate.transport import ServiceTransport
from carmp_desktop.core.problems import Failure, Problem

SECONDS = 10.0
"""How long the question may take as a whole; somebody is waiting for the answer."""

TOKENS = "https://replicate.com/account/api-tokens"
"""The page on which tokens are made."""

REFUSED = Problem(
    code=problems.WRONG_TOKEN.code,
    title="Token not accepted",
    sentence="Replicate does not accept this token.",
    action="Check that it was copied whole, or create another at replicate.com/account/api-tokens.",
)
_ORGANIZATION = "organization"
_REFUSING = (401, 403)


@dataclass(frozen=True, slots=True)
class Account:
    """Who pays for what a token makes: a person, or an organization."""

    name: str
    is_organization: bool = False


async def account(
    *, token: str, base_url: str, tls: ssl.SSLContext, seconds: float = SECONDS
) -> Account:
    """Ask whose ``token`` is; ``base_url`` is without ``/v1``.

    Raises `Failure`: with `REFUSED` where the service does not know the token, with another
    problem where it could not be tested and may be good all the same.
    """
    if not (token and token.isascii() and token.isprintable()):
        raise Failure(REFUSED)
    inner = httpx.AsyncClient(verify=tls)
    transport = ServiceTransport(inner, origin=httpx.URL(base_url), secret=token)
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(transport=transport, base_url=base_url, headers=headers) as client:
        try:
            async with asyncio.timeout(seconds):
                answer = await client.get("/v1/account")
        except Refused as refused:
            raise Failure(_refusal(refused)) from refused
        except (NotAccepted, OutcomeUnknown, TimeoutError) as error:
            raise Failure(_untested(str(error) or type(error).__name__)) from error
    return _account(answer.json())


def _account(said: dict[str, Any]) -> Account:
    name = said.get("username") or said.get("name")
    if not isinstance(name, str) or not name:
        raise Failure(_untested("the answer names no account"))
    return Account(name=name, is_organization=said.get("type") == _ORGANIZATION)


def _refusal(refused: Refused) -> Problem:
    return REFUSED if refused.status in _REFUSING else refused.problem


def _untested(details: str) -> Problem:
    return Problem(
        code="token_untested",
        title="Token not tested",
        sentence="Replicate cannot be reached, so the token could not be tested.",
        action="The first batch will tell whether it is good.",
        retryable=True,
        details=details,
    )

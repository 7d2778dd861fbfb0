"""Whom an encrypted connection trusts: whoever this computer trusts, a company's proxy included."""

from __future__ import annotations

import asyncio
import ssl

import truststore


def system_trust() -> ssl.SSLContext:
    """The system's certificates; reading them may take a moment."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class SystemTrust:
    """The system's certificates, read once and off the loop when they are first needed."""

    def __init__(self) -> None:
        self._context: ssl.SSLContext | None = None

    async def __call__(self) -> ssl.SSLContext:
        """The context that every client shares."""
        if self._context is None:
            self._context = await asyncio.to_thread(system_trust)
        return self._context

"""Whose a token is: asked of the service with the means of everything else, and told in values."""

from __future__ import annotations

import asyncio
import ssl

import pytest

from carmp_desktop.core.engines.replicate.account import REFUSED, Account, account
from carmp_desktop.core.problems import Failure, Problem
from carmp_desktop.core.trust import system_trust
from tests.loopback import Fault, Proxy, StandIn


def ask(server: StandIn, token: str | None = None, *, seconds: float = 10.0) -> Account:
    return asyncio.run(
        account(
            token=server.token if token is None else token,
            base_url=server.url,
            tls=system_trust(),
            seconds=seconds,
        )
    )


def refused(server: StandIn, token: str | None = None, *, seconds: float = 10.0) -> Problem:
    with pytest.raises(Failure) as caught:
        ask(server, token, seconds=seconds)
    return caught.value.problem


def test_a_person_and_an_organization_are_told_apart(server: StandIn) -> None:
    assert ask(server) == Account("dealer")
    acme = {"type": "organization", "username": "acme-cars", "name": "Acme Cars, Inc."}
    server.break_(Fault("account", "status", status=200, body=acme))
    assert ask(server) == Account("acme-cars", is_organization=True)


@pytest.mark.parametrize("token", ["r8_wrong", "", "r8_ünlucky", "r8_\n"])
def test_a_wrong_token_is_refused_and_not_repeated(server: StandIn, token: str) -> None:
    problem = refused(server, token)
    assert problem is REFUSED
    assert token == "" or token not in problem.describe() + problem.details


def test_what_no_header_can_carry_is_never_sent(server: StandIn) -> None:
    refused(server, "r8_ünlucky")
    assert server.count("account") == 0


@pytest.mark.parametrize(
    "fault",
    [
        Fault("account", "status", status=503),
        Fault("account", "status", status=429, body={"detail": "Slow down.", "status": 429}),
        Fault("account", "status", status=302, headers={"Location": "http://127.0.0.1:1/"}),
        Fault("account", "status", status=200, body="<html>Sign in to this hotel</html>"),
        Fault("account", "status", status=200, body={"type": "user"}),
        Fault("account", "dropped"),
        Fault("account", "truncated"),
    ],
    ids=["503", "429", "302", "html", "nameless", "dropped", "truncated"],
)
def test_where_nobody_could_tell_the_token_is_not_called_wrong(
    server: StandIn, fault: Fault
) -> None:
    server.break_(fault)
    assert refused(server).code == "token_untested"


def test_no_network_is_told_as_such(server: StandIn) -> None:
    server.refuse_connections()
    assert refused(server).code == "token_untested"


def test_a_service_that_never_answers_is_not_waited_for(server: StandIn) -> None:
    hangs = Fault("account", "hang")
    server.break_(hangs)
    assert refused(server, seconds=0.3).code == "token_untested"
    assert hangs.applied == 1


def test_a_service_nobody_vouches_for_gets_no_token() -> None:
    with StandIn(tls=True) as server:
        assert refused(server).code == "untrusted"
        assert server.count("account") == 0


def test_the_question_goes_through_the_proxy(
    server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Proxy() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert ask(server) == Account("dealer")
        assert proxy.passed == [("GET", f"{server.url}/v1/account")]


def test_a_context_of_its_own_is_enough_to_trust_a_company() -> None:
    with StandIn(tls=True) as server:
        assert server.ca_file is not None
        tls = ssl.create_default_context(cafile=str(server.ca_file))
        asked = account(token=server.token, base_url=server.url, tls=tls)
        assert asyncio.run(asked) == Account("dealer")

"""The network as it is elsewhere: proxies, private certificates, no connection, a long sleep."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command.at_work import at_work, check_all_home
from tests.command.conftest import Run
from tests.loopback import Fault, Proxy, StandIn

CELLS = ("--angle", "front_0", "--color", "red_metallic")


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """A forward proxy on loopback."""
    with Proxy() as running:
        yield running


@pytest.fixture
def private() -> Iterator[StandIn]:
    """The stand-in behind a certificate that no public authority has signed."""
    with StandIn(tls=True) as running:
        yield running


@pytest.fixture
def words(photos: list[Path]) -> list[object]:
    """A batch of one image, with its log on stderr."""
    return ["batch", "--photo", photos[0], "--angle", "front_0", "--json", "--debug-mp"]


def test_every_request_goes_through_the_proxy_of_the_environment(
    batch: Run, environment: dict[str, str], server: StandIn, proxy: Proxy, profile: Path
) -> None:
    environment |= {"HTTP_PROXY": proxy.url, "http_proxy": proxy.url}

    ended = batch(*CELLS)

    assert ended.code == 0, ended.err
    check_all_home(profile, server, images=2)
    assert len(proxy.passed) == len(server.ledger.requests)
    origins = {target.partition("//")[2].partition("/")[0] for _, target in proxy.passed}
    assert {f"http://{origin}" for origin in origins} == {server.url, server.delivery_url}


def test_a_trusted_private_certificate_works_also_through_a_tunnel(
    batch: Run, environment: dict[str, str], private: StandIn, proxy: Proxy, profile: Path
) -> None:
    environment |= {**private.env(), "HTTPS_PROXY": proxy.url, "https_proxy": proxy.url}

    ended = batch("--angle", "front_0")

    assert ended.code == 0, ended.err
    check_all_home(profile, private, images=1)
    assert {method for method, _ in proxy.passed} == {"CONNECT"}
    origins = {f"https://{target}" for _, target in proxy.passed}
    assert origins == {private.url, private.delivery_url}


def test_a_certificate_that_is_not_trusted_is_told_and_nothing_is_bought(
    batch: Run, environment: dict[str, str], private: StandIn
) -> None:
    environment |= private.env()
    del environment["SSL_CERT_FILE"]

    ended = batch(*CELLS, "--json")

    assert ended.code == 1
    assert ended.json["failed"] == 2
    said = ended.json["images"][0]["error"]
    assert said.startswith("Connection not trusted: The certificate of Replicate's address")
    assert "Check this computer's date" in said
    assert ended.json["images"][1]["error"] == "angle failed"
    assert private.ledger.requests == []


def test_offline_at_first_and_online_later(
    words: list[object], environment: dict[str, str], server: StandIn, profile: Path
) -> None:
    server.refuse_connections()
    with at_work(words, environment) as child:
        server.wait_until(lambda: "[MP] enqueue angle" in child.err)
        server.accept_connections()

        ended = child.ended()

    assert ended.code == 0, ended.err
    check_all_home(profile, server, images=1)


def test_offline_while_the_image_is_made(
    words: list[object], environment: dict[str, str], server: StandIn, profile: Path
) -> None:
    server.seconds = 0.5
    with at_work(words, environment) as child:
        server.wait_until(lambda: server.accepted == 1)
        server.refuse_connections()
        server.wait_until(lambda: server.created[0].has_ended(server.now()))
        server.accept_connections()

        assert child.ended().code == 0
    check_all_home(profile, server, images=1)


def test_a_name_that_nobody_knows_is_waited_for_until_the_user_stops(
    words: list[object], environment: dict[str, str], server: StandIn
) -> None:
    environment["REPLICATE_BASE_URL"] = "http://replicate.invalid"
    with at_work(words, environment) as child:
        server.wait_until(lambda: "[MP] enqueue angle" in child.err)
        assert child.is_running
        child.send(signal.SIGINT)

        ended = child.ended()

    assert ended.code == 130
    assert ended.json["canceled"] == 1
    assert "Traceback" not in ended.err
    assert server.accepted == 0


@pytest.mark.parametrize(("route", "kind"), [("create", "answer_held"), ("download", "stalled")])
def test_a_computer_that_sleeps_finds_everything_when_it_wakes(
    words: list[object],
    environment: dict[str, str],
    server: StandIn,
    profile: Path,
    route: str,
    kind: str,
) -> None:
    """Asleep in the middle, while connections are cut and the prediction ends without it."""
    server.seconds = 0.5
    held = Fault(route, kind, times=1)
    server.break_(held)
    with at_work(words, environment) as child:
        server.wait_until(lambda: held.applied == 1)
        child.send(signal.SIGSTOP)
        os.waitid(os.P_PID, child.process.pid, os.WSTOPPED)
        server.refuse_connections()
        server.wait_until(lambda: server.created[0].has_ended(server.now()))
        server.accept_connections()
        child.send(signal.SIGCONT)

        ended = child.ended()

    assert ended.code == 0, ended.err
    check_all_home(profile, server, images=1)

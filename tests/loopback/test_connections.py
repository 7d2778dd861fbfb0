"""Connections that go wrong: cut, closed, held, killed at either end; TLS and the proxy."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Callable

import httpx
import pytest

from tests.loopback import Fault, Proxy, StandIn
from tests.loopback.calls import CREATE, api, client_of, finished, make, trusting

__all__ = ["api"]


def test_offline_and_online_again_on_the_same_port(server: StandIn, api: httpx.Client) -> None:
    address = server.url
    prediction = make(api)

    server.refuse_connections()
    with pytest.raises(httpx.TransportError):
        api.get("/v1/account")
    with pytest.raises(httpx.ConnectError):
        api.get("/v1/account")
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.address_of(prediction))
    server.refuse_connections()
    server.accept_connections()

    assert server.url == address
    assert api.get("/v1/account").status_code == 200
    assert httpx.get(finished(api, server, prediction)).content == server.image_of(prediction)


@pytest.mark.parametrize("kind", ["rst", "rst_midway", "truncated", "dropped", "answer_lost"])
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_cut_connection_is_cut_and_the_next_one_works(kind: str, tls: bool) -> None:
    with StandIn(tls=tls) as server, trusting(server) as api:
        server.break_(Fault("account", kind, times=1))
        with pytest.raises(httpx.TransportError) as cut:
            api.get("/v1/account")
        if kind == "rst" and not tls:  # over TLS, Python tells a reset as an end
            assert isinstance(cut.value, httpx.ReadError)
        assert api.get("/v1/account").json()["username"] == "dealer"


@pytest.mark.parametrize("kind", ["hang", "answer_held", "stalled"])
def test_what_never_answers_ends_with_its_client_or_with_the_server(kind: str) -> None:
    with StandIn() as server, client_of(server, timeout=0.1) as api:
        server.break_(Fault("create", kind))
        with pytest.raises(httpx.ReadTimeout):
            make(api)
        assert server.accepted == (0 if kind == "hang" else 1)


def test_over_tls_everything_goes_as_before_for_who_trusts_it() -> None:
    with StandIn(tls=True) as server, trusting(server) as api:
        assert server.url.startswith("https://")
        assert server.env()["SSL_CERT_FILE"] == str(server.ca_file)
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx.get(server.url)
        prediction = make(api)
        address = finished(api, server, prediction)
        context = ssl.create_default_context(cafile=server.ca_file)
        assert httpx.get(address, verify=context).content == server.image_of(prediction)
        server.wait_until(lambda: server.judged[0].is_delivered)


UPLOADS_HALF = """
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as it:
    it.sendall(("POST " + sys.argv[2] + " HTTP/1.1\\r\\nHost: x\\r\\nAuthorization: Bearer "
        + sys.argv[3] + "\\r\\nContent-Type: " + sys.argv[4]
        + "\\r\\nContent-Length: 999999\\r\\n\\r\\n--x\\r\\n").encode() + b"x" * 1000)
    it.recv(1)
"""
FETCHES = """
import sys, httpx
httpx.request(sys.argv[1], sys.argv[2], headers={"Authorization": "Bearer " + sys.argv[3]},
    json={"input": {"prompt": "a"}} if sys.argv[1] == "POST" else None, timeout=None)
"""


@pytest.mark.parametrize("place", ["/v1/files", CREATE])
def test_a_client_killed_in_the_middle_of_its_request_breaks_nothing(
    server: StandIn, api: httpx.Client, place: str
) -> None:
    route = "upload" if place == "/v1/files" else "create"
    kind = "multipart/form-data; boundary=x" if route == "upload" else "application/json"
    port = server.url.rpartition(":")[2]
    arguments = (port, place, server.token, kind)
    kill_once(server, lambda: server.count(route) == 1, UPLOADS_HALF, *arguments)

    make(api)
    assert server.accepted == 1


@pytest.mark.parametrize("kind", ["hang", "answer_held", "stalled", "trickle"])
def test_a_client_killed_while_it_waits_breaks_nothing(
    server: StandIn, api: httpx.Client, kind: str
) -> None:
    fault = Fault("create", kind, seconds=0.01, times=1)
    server.break_(fault)
    arguments = ("POST", server.url + CREATE, server.token)
    kill_once(server, lambda: fault.applied == 1, FETCHES, *arguments)

    make(api)
    assert server.accepted == (1 if kind == "hang" else 2)


@pytest.mark.parametrize("kind", ["stalled", "trickle"])
def test_a_client_killed_in_the_middle_of_its_download_has_not_got_it(
    server: StandIn, api: httpx.Client, kind: str
) -> None:
    prediction = make(api)
    address = finished(api, server, prediction)
    fault = Fault("download", kind, seconds=0.01, times=1)
    server.break_(fault)
    script = FETCHES.replace('headers={"Authorization": "Bearer " + sys.argv[3]},', "")
    kill_once(server, lambda: fault.applied == 1, script, "GET", address)

    assert [one.id for one in server.undelivered()] == [prediction]
    assert httpx.get(address).content == server.image_of(prediction)
    server.wait_until(lambda: server.undelivered() == [])


def kill_once(server: StandIn, has_come: Callable[[], bool], script: str, *arguments: str) -> None:
    """Run a script of ours until it has come to the place that is meant, then kill it."""
    with subprocess.Popen([sys.executable, "-c", script, *arguments]) as child:
        try:
            server.wait_until(has_come)
            assert child.poll() is None
        finally:
            child.kill()


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_the_proxy_passes_everything_on_and_counts_it(tls: bool) -> None:
    with Proxy() as proxy, StandIn(tls=tls) as server:
        context = ssl.create_default_context(cafile=server.ca_file) if tls else True
        with client_of(server, proxy=proxy.url, verify=context) as api:
            prediction = make(api)
            assert api.get(f"/v1/predictions/{prediction}").json()["id"] == prediction
        if tls:
            assert proxy.passed == [("CONNECT", server.url.removeprefix("https://"))]
        else:
            assert proxy.count("POST") == proxy.count("GET") == 1
            assert proxy.passed[0] == ("POST", server.url + CREATE)


def test_the_proxy_says_when_nobody_is_there(server: StandIn) -> None:
    server.refuse_connections()
    with Proxy() as proxy:
        assert httpx.get(server.url, proxy=proxy.url).status_code == 502

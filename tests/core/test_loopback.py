"""The stand-in itself: pages, bills, cancellations, and the alarm when the token goes astray."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from carmp_desktop.core.engines.replicate.answers import Refused
from carmp_desktop.core.engines.replicate.gateway import Gateway
from tests.loopback import StandIn

MODEL = "google/nano-banana"


def through(server: StandIn, work: Callable[[Gateway], Awaitable[None]]) -> None:
    async def run() -> None:
        gateway = Gateway(token=server.token, base_url=server.url, tls=httpx.create_ssl_context())
        try:
            await work(gateway)
        finally:
            await gateway.aclose()

    asyncio.run(run())


def test_a_long_list_comes_in_pages_and_is_followed_to_its_end(server: StandIn) -> None:
    async def work(gateway: Gateway) -> None:
        before = datetime.now(UTC) - timedelta(seconds=1)
        for number in range(130):
            await gateway.create(MODEL, {"prompt": f"car {number}", "output_format": "png"})
        listed = await gateway.list_since(before)
        assert [item.inputs["prompt"] for item in listed] == [
            f"car {n}" for n in range(129, -1, -1)
        ]
        assert server.count("list") == 2
        assert await gateway.list_since(datetime.now(UTC) + timedelta(seconds=1)) == []

    through(server, work)


def test_a_canceled_prediction_is_billed_and_a_finished_one_keeps_its_state(
    server: StandIn,
) -> None:
    async def work(gateway: Gateway) -> None:
        server.seconds = 60
        running = await gateway.create(MODEL, {"prompt": "a"})
        assert (await gateway.cancel(running.id)).status == "canceled"
        server.seconds = 0
        done = await gateway.create(MODEL, {"prompt": "b"})
        assert (await gateway.cancel(done.id)).status == "succeeded"
        assert server.paid == 2

    through(server, work)


def test_results_are_gone_after_an_hour(server: StandIn) -> None:
    async def work(gateway: Gateway) -> None:
        server.seconds = 0
        server.expiry = -1
        made = await gateway.create(MODEL, {"prompt": "a"})
        assert (await gateway.get(made.id)).outputs == ()

    through(server, work)


@pytest.mark.parametrize(("model", "status"), [("google/none", 404), (MODEL, 422)])
def test_what_cannot_be_made_is_refused_and_not_billed(
    server: StandIn, model: str, status: int
) -> None:
    async def work(gateway: Gateway) -> None:
        with pytest.raises(Refused) as refused:
            await gateway.create(model, {"image_input": ["not-an-address"]})
        assert refused.value.status == status
        assert server.accepted == 0

    through(server, work)


def test_the_token_shown_to_the_delivery_raises_the_alarm() -> None:
    with pytest.raises(AssertionError, match="the token was shown at"), StandIn() as server:
        httpx.get(f"{server.delivery_url}/output/x.png", headers={"Authorization": server.token})

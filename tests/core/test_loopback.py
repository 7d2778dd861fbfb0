"""The stand-in itself: what it answers, what its judge sees, and how it goes wrong on request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from carmp_desktop.core.engines.replicate.answers import Refused
from carmp_desktop.core.engines.replicate.gateway import Gateway
from tests.loopback import Fault, RateLimit, StandIn, low_credit
from tests.loopback.calls import CREATE, MODEL, api, finished, jpeg, make, upload

__all__ = ["api"]


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


def test_the_judge_knows_what_was_asked_for_and_what_was_delivered(
    server: StandIn, api: httpx.Client
) -> None:
    first = make(api, "a car", upload(api, jpeg("red")))
    address = finished(api, server, first)
    server.break_(
        Fault("download", "truncated", times=1),
        Fault("download", "short", times=1),
        Fault("download", "trickle", times=1),
    )

    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(address)
    assert len(httpx.get(address).content) < len(server.image_of(first))
    assert [one.id for one in server.undelivered()] == [first]
    assert httpx.get(address).content == server.image_of(first)

    server.wait_until(lambda: server.judged[0].is_delivered)
    (seen,) = server.judged
    assert (seen.prompt, seen.status, seen.fetched, seen.delivered) == ("a car", "succeeded", 3, 1)
    assert seen.is_billed
    assert not seen.is_canceled
    assert [seen.inputs] == server.accepted_inputs()
    assert server.undelivered() == []


def test_the_judge_sees_one_thing_bought_twice_under_two_addresses(
    server: StandIn, api: httpx.Client
) -> None:
    server.break_(Fault("create", "outcome", prompt="fails", outcome="failed"))
    photo, again = upload(api, jpeg("red")), upload(api, jpeg("red", "a comment"))
    other = upload(api, jpeg("blue"))
    one = make(api, "a", photo)
    make(api, "a", other)
    make(api, "b", photo)
    for _ in range(2):
        failed = make(api, "fails", photo)
    finished(api, server, failed)
    assert server.bought_twice() == []

    two = make(api, "a", again)

    assert [[p.id for p in group] for group in server.bought_twice()] == [[one, two]]


def test_a_new_prediction_is_missing_from_the_list_for_a_while(
    server: StandIn, api: httpx.Client
) -> None:
    server.list_lag = 60
    made = make(api)
    assert api.get("/v1/predictions").json()["results"] == []

    server.skew = timedelta(seconds=61)

    (listed,) = api.get("/v1/predictions").json()["results"]
    assert listed["id"] == made
    assert listed["input"]["prompt"] == "a car"
    server.list_omits_input = True
    assert "input" not in api.get("/v1/predictions").json()["results"][0]


def test_a_prediction_made_between_two_pages_shifts_nothing(api: httpx.Client) -> None:
    made = [make(api, str(number)) for number in range(101)]
    page = api.get("/v1/predictions").json()
    make(api, "late")

    rest = api.get(page["next"]).json()

    assert [one["id"] for one in page["results"] + rest["results"]] == made[::-1]


def test_data_are_removed_after_an_hour_and_so_is_the_image(
    server: StandIn, api: httpx.Client
) -> None:
    server.signs = True
    prediction = make(api)
    address = finished(api, server, prediction)
    photo = upload(api, jpeg("red"))
    assert "?signature=" in address
    assert httpx.get(address).status_code == httpx.get(photo).status_code == 200
    assert httpx.get(address.split("?")[0]).status_code == 403

    server.skew = timedelta(hours=1, minutes=1)
    (listed,) = api.get("/v1/predictions").json()["results"]
    assert (listed["data_removed"], listed["input"], listed["output"]) == (True, {}, None)
    assert httpx.get(address).status_code == 404
    server.gone_status = 403
    assert httpx.get(address).status_code == 403
    server.skew = timedelta(days=2)
    assert httpx.get(photo).status_code == 403


def test_no_two_predictions_share_an_image(server: StandIn, api: httpx.Client) -> None:
    images = {server.image_of(make(api, "the same")) for _ in range(20)}
    assert len(images) == 20


def test_a_cancel_goes_wrong_on_request(server: StandIn, api: httpx.Client) -> None:
    server.seconds = 60
    cancel = f"/v1/predictions/{make(api)}/cancel"
    server.break_(
        Fault("cancel", "status", status=503, times=1),
        Fault("cancel", "dropped", times=1),
        Fault("cancel", "answer_lost", times=1),
    )

    assert api.post(cancel).status_code == 503
    with pytest.raises(httpx.TransportError):
        api.post(cancel)
    assert not server.judged[0].is_canceled
    with pytest.raises(httpx.TransportError):
        api.post(cancel)
    assert server.judged[0].is_canceled
    assert server.paid == 1
    assert api.post(cancel).json()["status"] == "canceled"


def test_a_deadline_aborts_what_waits_and_cancels_what_runs(
    server: StandIn, api: httpx.Client
) -> None:
    server.seconds = 100
    make(api, Cancel_After="10s")
    make(api, Cancel_After="1m")
    make(api, Cancel_After="5m")
    with pytest.raises(httpx.HTTPStatusError):
        make(api, Cancel_After="4s")

    server.skew = timedelta(hours=1)

    assert [one.status for one in server.judged] == ["aborted", "canceled", "succeeded"]
    assert server.paid == 2


def test_answers_tell_how_much_room_there_is(server: StandIn, api: httpx.Client) -> None:
    body = {"input": {"prompt": "a"}}
    assert api.post(CREATE, json=body).headers["ratelimit-remaining"] == "599"
    assert int(api.get("/v1/account").headers["ratelimit-remaining"]) < 3000

    server.rate_limit = RateLimit(timedelta(minutes=1), 2, in_header=True)
    second = api.post(CREATE, json=body).headers
    refused = api.post(CREATE, json=body)

    assert second["ratelimit-remaining"] == "0"
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert int(refused.headers["ratelimit-reset"]) > 0


def test_with_low_credit_one_create_passes_every_ten_seconds(
    server: StandIn, api: httpx.Client
) -> None:
    server.rate_limit = low_credit()
    make(api)
    refused = api.post(CREATE, json={"input": {"prompt": "a"}})
    wait = refused.json()["retry_after"]
    assert refused.status_code == 429
    assert "reduced to 6 requests per minute with a burst of 1" in refused.json()["detail"]
    assert refused.json()["detail"].endswith(f"resets in ~{wait}s.")

    server.skew = timedelta(seconds=wait)

    make(api)
    assert server.accepted == 2

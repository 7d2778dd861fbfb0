"""Plain calls to the stand-in, for the tests of the stand-in itself."""

from __future__ import annotations

import io
import ssl
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image

from tests.loopback.server import StandIn

MODEL = "google/nano-banana"
CREATE = f"/v1/models/{MODEL}/predictions"


@pytest.fixture
def api(server: StandIn) -> Iterator[httpx.Client]:
    """A plain client of the API."""
    with client_of(server) as client:
        yield client


def client_of(server: StandIn, **options: object) -> httpx.Client:
    bearer = {"Authorization": f"Bearer {server.token}"}
    return httpx.Client(base_url=server.url, headers=bearer, **options)  # type: ignore[arg-type]  # passed on


def make(api: httpx.Client, prompt: str = "a car", *images: str, **headers: str) -> str:
    inputs = {"prompt": prompt, "image_input": list(images), "output_format": "png"}
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = api.post(CREATE, json={"input": inputs}, headers=headers)
    answer.raise_for_status()
    return str(answer.json()["id"])


def finished(api: httpx.Client, server: StandIn, prediction: str) -> str:
    """The address of its image, as soon as there is one."""
    server.wait_until(lambda: server.ledger.predictions[prediction].has_ended(server.now()))
    return str(api.get(f"/v1/predictions/{prediction}").json()["output"])


def jpeg(color: str, text: str = "") -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(body, "JPEG", quality=95, comment=text)
    return body.getvalue()


def upload(api: httpx.Client, body: bytes) -> str:
    files = {"content": ("car.jpg", body, "image/jpeg")}
    return str(api.post("/v1/files", files=files).json()["urls"]["get"])


def trusting(server: StandIn) -> httpx.Client:
    if server.ca_file is None:
        return client_of(server)
    return client_of(server, verify=ssl.create_default_context(cafile=server.ca_file))

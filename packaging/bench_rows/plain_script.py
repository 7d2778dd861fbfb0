"""The script a user would write instead: `asyncio.gather` over `replicate.async_run`.

It prints how many seconds it took, from before its client to the last image's thumbnail on disk.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from PIL import Image
from replicate.client import Client
from replicate.helpers import FileOutput

_MODEL = "google/nano-banana"


def main() -> None:
    """Make all images."""
    folder, angles, colors, address, token, *photos = sys.argv[1:]
    Path(folder).mkdir(parents=True)
    began = time.perf_counter()
    client = Client(api_token=token, base_url=address)
    uploads = [Path(photo) for photo in photos]
    asyncio.run(_all(client, Path(folder), int(angles), int(colors), uploads))
    print(time.perf_counter() - began)


async def _all(client: Client, folder: Path, angles: int, colors: int, photos: list[Path]) -> None:
    addresses = await asyncio.gather(*(_uploaded(client, photo) for photo in photos))

    async def angle(number: int) -> None:
        prompt = f"Photograph of this very car, seen: seen from side number {number}."
        url = await _one(client, prompt, addresses, folder / f"{number}.png")
        await asyncio.gather(*(color(number, shade, url) for shade in range(colors)))

    async def color(number: int, shade: int, url: str) -> None:
        prompt = f"Repaint the body in shade {shade}, nothing else."
        await _one(client, prompt, [str(url)], folder / f"{number}_{shade}.png")

    await asyncio.gather(*(angle(number) for number in range(angles)))


async def _uploaded(client: Client, photo: Path) -> str:
    """Sent without the client's own model of the answer, which today's service does not meet."""
    content = (photo.name, photo.read_bytes(), "image/jpeg")  # noqa: ASYNC240 - plain
    files = {"content": content}
    sent = await client._async_request("POST", "/v1/files", files=files)  # noqa: SLF001 - its door
    return str(sent.json()["urls"]["get"])


async def _one(client: Client, prompt: str, images: list[str], file: Path) -> str:
    inputs = {"prompt": prompt, "image_input": images, "output_format": "png"}
    address = await client.async_run(_MODEL, input=inputs)
    # The client makes this itself of an address that is https, as the service's own are.
    file.write_bytes(await FileOutput(address, client).aread())  # noqa: ASYNC240 - plain
    await asyncio.to_thread(_thumbnail, file)
    return str(address)


def _thumbnail(file: Path) -> None:
    with Image.open(file) as image:
        image.thumbnail((256, 256))
        image.save(file.with_suffix(".jpg"))


if __name__ == "__main__":
    main()

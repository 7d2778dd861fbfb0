"""Writes what is inside the program: a CycloneDX bill of materials, and all licenses' texts."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from inventory import PACKAGING, Part
from packageurl import PackageURL

SCHEMA = SchemaVersion.V1_6
_OURS = "carmp-desktop"
_WORD = """What is inside Car Marketplace, and under which license each part is.

Qt, PySide6, shiboken6, libheif and libde265 are under the GNU Lesser General Public License; its
text and that of the GPL it refers to are in this folder. They are separate files of the program's
folder that you may replace by versions of your own. Their sources: download.qt.io for the first
three, github.com/strukturag for the others.

"""


def write(parts: Sequence[Part], folder: Path) -> Path:
    """Write the licenses' texts and the bill into a folder; the answer is the bill's file.

    Raises `ValueError` where the bill is not what its schema asks for.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in (PACKAGING / "licenses").iterdir():
        shutil.copy(text, folder)
    lines = []
    for part in parts:
        lines.append(f"{part.name} {part.version}".strip() + f": {part.license}")
        for text in part.texts:
            place = folder / f"{part.name}-{part.version}".rstrip("-").replace(" ", "_")
            place.mkdir(exist_ok=True)
            shutil.copyfile(text, free_name(place, text.name))
    (folder / "README.txt").write_text(_WORD + "\n".join(lines) + "\n", encoding="utf-8")
    return write_bill(parts, folder / "bill-of-materials.cdx.json")


def free_name(folder: Path, name: str) -> Path:
    """A name in the folder that no text has yet."""
    taken = sum(1 for file in folder.iterdir() if file.name.startswith(name))
    return folder / (f"{name}.{taken}" if taken else name)


def write_bill(parts: Sequence[Part], file: Path) -> Path:
    """Write the bill of materials, checked against its schema."""
    bill = Bom()
    components = {part.name: component(part) for part in parts if part.name == _OURS}
    bill.metadata.component = components[_OURS]
    others = [component(part) for part in parts if part.name != _OURS]
    for other in others:
        bill.components.add(other)
    bill.register_dependency(components[_OURS], others)
    text = make_outputter(bill, OutputFormat.JSON, SCHEMA).output_as_string(indent=1)
    fault = JsonStrictValidator(SCHEMA).validate_str(text)
    if fault is not None:
        raise ValueError(f"the bill of materials is not valid: {fault}")
    file.write_text(text, encoding="utf-8")
    return file


def component(part: Part) -> Component:
    """A part in the bill's words."""
    is_ours = part.name == _OURS
    digest = [HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)] if part.sha256 else []
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.APPLICATION if is_ours else ComponentType.LIBRARY,
        licenses=[LicenseFactory().make_from_string(part.license)],
        purl=PackageURL.from_string(part.source) if part.source else None,
        hashes=digest,
    )

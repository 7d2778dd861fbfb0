"""The mark in each exported copy: XMP that says how the picture came to be. Never a location.

DigitalSourceType and the AI properties are the IPTC's (Photo Metadata Standard 2025.1); what that
has no words for stands in a namespace of our own.
"""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

from carmp_desktop import __version__
from carmp_desktop.core.export.request import PlannedFile
from carmp_desktop.core.export.words import SourceType
from carmp_desktop.core.model import EngineName
from carmp_desktop.core.store.originals import Original

OWN_NAMESPACE = "urn:carmp-desktop:export:1.0#"

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "carmp": OWN_NAMESPACE,
}
_CREATOR = f"Car Marketplace {__version__}"
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 8000  # characters; the whole mark must fit one segment of a JPEG, 65,502 bytes

for _prefix, _uri in _SPACES.items():
    ET.register_namespace(_prefix, _uri)


def source_type(original: Original) -> SourceType:
    """How an image came to be: edited from the user's photo, or an invented view of the car.

    The studio sets a photo's own pixels into a scene; a generating model invents the view. What
    nobody knows the origin of counts as invented, the stricter of the two.
    """
    is_edited = original.picture.engine == EngineName.STUDIO
    return SourceType.EDITED if is_edited else SourceType.INVENTED


def xmp_packet(planned: PlannedFile, at: datetime) -> bytes:
    """The mark of one file, as an XMP packet in UTF-8; at most 60,000 bytes."""
    picture = planned.original.picture
    facts = {
        "Iptc4xmpExt:DigitalSourceType": planned.source.uri,
        "Iptc4xmpExt:AISystemUsed": picture.model,
        "Iptc4xmpExt:AIPromptInformation": planned.prompt,
        "xmp:CreatorTool": _CREATOR,
        "xmp:CreateDate": picture.made_at.isoformat(timespec="seconds"),
        "xmp:MetadataDate": at.isoformat(timespec="seconds"),
        "dc:source": planned.original.sha256 and f"sha256:{planned.original.sha256}",
        "carmp:Batch": picture.batch_id or "",
        "carmp:Engine": picture.engine,
        "carmp:Angle": picture.angle_key,
        "carmp:Color": picture.color_key or "",
    }
    root = ET.Element(_name("x:xmpmeta"))
    graph = ET.SubElement(root, _name("rdf:RDF"))
    about = ET.SubElement(graph, _name("rdf:Description"), {_name("rdf:about"): ""})
    for name, text in facts.items():
        if text:
            ET.SubElement(about, _name(name)).text = _clean(text)
    return f"{_BEGIN}\n{ET.tostring(root, encoding='unicode')}\n{_END}".encode()


def _name(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def _clean(text: str) -> str:
    """A text that XML can hold, cut where it is longer than anybody reads."""
    kept = _NO_XML.sub(" ", text)
    return kept if len(kept) <= _LONGEST else f"{kept[: _LONGEST - 1]}…"

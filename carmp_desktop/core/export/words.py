"""The few words of an export that the command line knows too: they import nothing heavy."""

from __future__ import annotations

from enum import StrEnum

FULL_SIZE = "full_size"
"""The profile that leaves every image as it is."""

LANGUAGES = ("en", "es", "pt_BR")
"""The languages of the disclosure."""


class Disclosure(StrEnum):
    """Where it is said that images are not photos; `BURN` writes the file too."""

    FILE = "file"
    BURN = "burn"
    NONE = "none"


class SourceType(StrEnum):
    """How an image came to be, in the words of the IPTC's DigitalSourceType."""

    EDITED = "compositeWithTrainedAlgorithmicMedia"
    INVENTED = "trainedAlgorithmicMedia"

    @property
    def uri(self) -> str:
        """The address that stands for it in a file."""
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.value}"

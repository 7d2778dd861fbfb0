"""Packs the frozen program for macOS: licenses into the bundle, its signature, a disk image.

``CARMP_SIGN_AS`` names the signing identity in the keychain; without it the signature is an ad-hoc
one, which opens on the Mac that made it and warns on every other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
BUNDLE = "Car Marketplace.app"


def make(program: Path, version: str, to: Path) -> Path:
    """Seal the bundle beside the frozen folder and put it into a disk image; its file."""
    bundle = program.parent / BUNDLE
    licenses = bundle / "Contents" / "Resources" / "licenses"
    shutil.rmtree(licenses, ignore_errors=True)
    shutil.copytree(program / "licenses", licenses)
    seal(bundle)
    file = to / f"carmp-desktop-{version}-macos-{os.uname().machine}.dmg"
    with tempfile.TemporaryDirectory(prefix="carmp-image-") as place:
        must(["ditto", bundle, Path(place) / BUNDLE])
        (Path(place) / "Applications").symlink_to("/Applications")
        image = ["-volname", "Car Marketplace", "-srcfolder", place, "-format", "UDZO", "-ov"]
        must(["hdiutil", "create", "-quiet", *image, file])
    return file


def seal(bundle: Path) -> None:
    """Sign the bundle anew over what is in it now; PyInstaller has signed each file inside."""
    identity = os.environ.get("CARMP_SIGN_AS", "")
    hardened = ["--options", "runtime", "--timestamp"] if identity else []
    entitlements = ["--entitlements", PACKAGING / "macos" / "entitlements.plist"]
    must(["codesign", "--force", "--sign", identity or "-", *hardened, *entitlements, bundle])
    must(["codesign", "--verify", "--deep", "--strict", bundle])


def must(command: Sequence[str | Path]) -> None:
    """Run a command of the system; where it fails, so does the build."""
    words = [str(word) for word in command]
    if subprocess.run(words, check=False).returncode:
        sys.exit(f"disk_image.py: this failed: {' '.join(words[:3])} …")

"""Builds OpenCV and numpy from their own sources with the parts that the program uses.

The wheels are made for everybody: OpenCV's holds video codecs, an old OpenSSL and a second BLAS,
85 MB that the program never calls, and numpy's a BLAS for matrices far larger than our 3 × 3. Both
projects offer to be built without. Needs a C++ compiler, and half an hour once; the result is kept
in ``build/lean`` until a version or a choice below changes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Sequence
from pathlib import Path

OPENCV = "opencv-python-headless"
NUMPY = "numpy"
OPENCV_MODULES = "core,imgproc,imgcodecs,dnn,python3,python_bindings_generator"
OPENCV_OFF = (
    *("BUILD_SHARED_LIBS", "BUILD_TESTS", "BUILD_PERF_TESTS", "BUILD_EXAMPLES", "BUILD_DOCS"),
    *("BUILD_opencv_apps", "BUILD_opencv_python2", "BUILD_JAVA"),
    *("WITH_FFMPEG", "WITH_LAPACK", "WITH_EIGEN", "WITH_OPENCL", "WITH_VULKAN", "WITH_VA"),
    *("WITH_IPP", "WITH_ITT", "WITH_ADE", "WITH_AVIF", "WITH_JPEG", "WITH_TIFF", "WITH_WEBP"),
    *("WITH_JASPER", "WITH_OPENJPEG", "WITH_OPENEXR", "WITH_IMGCODEC_HDR", "WITH_IMGCODEC_GIF"),
    *("WITH_IMGCODEC_SUNRASTER", "WITH_IMGCODEC_PXM", "WITH_IMGCODEC_PFM"),
)
OPENCV_ON = ("WITH_PNG", "BUILD_PNG", "BUILD_ZLIB", "PYTHON3_LIMITED_API", "BUILD_opencv_python3")
PROCESSORS = {
    "x86_64": ("-DCPU_BASELINE=SSE3", "-DCPU_DISPATCH=SSE4_1,AVX,FP16,AVX2"),
    "amd64": ("-DCPU_BASELINE=SSE3", "-DCPU_DISPATCH=SSE4_1,AVX,FP16,AVX2"),
}
"""Older processors work, newer ones are used; those not named get OpenCV's own choice."""

NUMPY_CHOICES = ("-Dblas=none", "-Dlapack=none", "-Dallow-noblas=true")


def put_in_place(environment: Path, lock: Path, store: Path) -> None:
    """Replace both libraries in a virtual environment by lean ones, built where need be.

    ``lock`` names versions and hashes, ``store`` keeps what is built. Exits where a build fails.
    """
    python = python_of(environment)
    packages = site_packages(python)
    name = fingerprint(lock)
    store = store / name
    numpy = next(store.glob("numpy-*.whl"), None) or build_numpy(python, lock, store)
    run([python, "-m", "pip", "install", "-q", "--force-reinstall", "--no-deps", numpy])
    opencv = store / "cv2"
    if not opencv.is_dir():
        build_opencv(python, lock, store)
    for left in ("cv2", "opencv_python_headless.libs"):
        shutil.rmtree(packages / left, ignore_errors=True)
    shutil.copytree(opencv, packages / "cv2")


def fingerprint(lock: Path) -> str:
    """What the two libraries are made from; a change in any of it makes them anew."""
    choices = [OPENCV_MODULES, OPENCV_OFF, OPENCV_ON, PROCESSORS, NUMPY_CHOICES, sys.version]
    pinned = [requirement(lock, name) for name in (OPENCV, NUMPY)]
    return hashlib.sha256(repr((choices, pinned, sys.platform)).encode()).hexdigest()[:16]


def build_numpy(python: Path, lock: Path, store: Path) -> Path:
    """Build a wheel of numpy that calls no BLAS; the answer is its file."""
    store.mkdir(parents=True, exist_ok=True)
    wanted = store / "numpy.txt"
    wanted.write_text(requirement(lock, NUMPY), encoding="utf-8")
    visual_studio = ("--vsenv",) if os.name == "nt" else ()
    choices = [f"-Csetup-args={choice}" for choice in (*NUMPY_CHOICES, *visual_studio)]
    source = ["--no-deps", "--require-hashes", "--no-binary", NUMPY, *choices]
    run([python, "-m", "pip", "wheel", "-q", *source, "-w", store, "-r", wanted])
    return next(store.glob("numpy-*.whl"))


def build_opencv(python: Path, lock: Path, store: Path) -> None:
    """Build OpenCV's Python package with four modules into ``store/cv2``."""
    source, build = unpacked_opencv(python, lock, store), store / "opencv"
    tools = python.parent
    off = [f"-D{name}=OFF" for name in OPENCV_OFF]
    on = [f"-D{name}=ON" for name in OPENCV_ON]
    processor = PROCESSORS.get(sysconfig.get_platform().split("-")[-1], ())
    where = [
        f"-DCMAKE_INSTALL_PREFIX={build / 'installed'}",
        "-DOPENCV_PYTHON3_INSTALL_PATH=python",
        f"-DPYTHON3_EXECUTABLE={python}",
        f"-DPYTHON_DEFAULT_EXECUTABLE={python}",
        f"-DPYTHON3_INCLUDE_DIR={sysconfig.get_path('include')}",
        f"-DPYTHON3_LIBRARY={python_library()}",
        f"-DPYTHON3_NUMPY_INCLUDE_DIRS={site_packages(python) / 'numpy/_core/include'}",
    ]
    modules = f"-DBUILD_LIST={OPENCV_MODULES}"
    if os.name != "nt":  # messages name sources by their place in the project, not on this machine
        where += [f"-DCMAKE_{one}_FLAGS=-ffile-prefix-map={store}=." for one in ("C", "CXX")]
    kind = ["-DCMAKE_BUILD_TYPE=Release"]
    if os.name != "nt":  # there Visual Studio is found without being asked for
        ninja = shutil.which("ninja", path=str(tools)) or "ninja"
        kind += ["-G", "Ninja", f"-DCMAKE_MAKE_PROGRAM={ninja}"]
    cmake = shutil.which("cmake", path=str(tools)) or "cmake"
    run([cmake, *kind, "-S", source, "-B", build, modules, *off, *on, *processor, *where])
    run([cmake, "--build", build, "--config", "Release", "--parallel"])
    run([cmake, "--install", build, "--config", "Release", "--strip"])
    shutil.copytree(build / "installed" / "python" / "cv2", store / "cv2")
    shutil.rmtree(build)
    shutil.rmtree(source.parent)


def unpacked_opencv(python: Path, lock: Path, store: Path) -> Path:
    """The folder of OpenCV's C++ sources, out of its source distribution of the locked hash."""
    store.mkdir(parents=True, exist_ok=True)
    wanted = store / "opencv.txt"
    wanted.write_text(requirement(lock, OPENCV), encoding="utf-8")
    source = ["--no-deps", "--require-hashes", "--no-binary", OPENCV, "-d", store]
    run([python, "-m", "pip", "download", "-q", *source, "-r", wanted])
    archive = next(store.glob("opencv_python_headless-*.tar.gz"))
    with tarfile.open(archive) as package:
        package.extractall(store, filter="data")
    archive.unlink()
    return next(store.glob("opencv_python_headless-*")) / "opencv"


def requirement(lock: Path, name: str) -> str:
    """The lines of a lock file that pin one library, with its hashes."""
    text = lock.read_text(encoding="utf-8")
    found = re.search(rf"^{name}==[^\n]*\n(?:    --hash[^\n]*\n)+", text, re.MULTILINE)
    if found is None:
        sys.exit(f"lean.py: {lock.name} does not pin {name}")
    return found[0].rstrip().removesuffix("\\") + "\n"


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def site_packages(python: Path) -> Path:
    """Where that interpreter keeps its libraries."""
    code = "import sysconfig; print(sysconfig.get_path('platlib'))"
    said = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return Path(said.stdout.strip())


def python_library() -> Path:
    """The library of the running interpreter that an extension may be linked with."""
    if os.name == "nt":
        return Path(sys.base_prefix) / "libs" / "python3.lib"
    folder = Path(str(sysconfig.get_config_var("LIBDIR")))
    return folder / str(sysconfig.get_config_var("LDLIBRARY"))


def run(command: Sequence[str | Path]) -> None:
    """Run a command; where it fails, so does the build."""
    words = [str(word) for word in command]
    if subprocess.run(words, check=False).returncode:
        sys.exit(f"lean.py: this failed: {' '.join(words[:6])} …")

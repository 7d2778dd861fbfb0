"""Puts the reading half of the HEIF library in the place of the whole one.

Runs in the frozen program before anything else. The wheels of ``pillow-heif`` hold an encoder that
is GPL; ``pi-heif`` is the same library by the same author without it, and reading is all we do.
"""

import sys

import pi_heif

sys.modules["pillow_heif"] = pi_heif

"""In the frozen program ``pillow_heif`` is this: the reading half of it, under its name.

The wheels of ``pillow-heif`` hold an encoder that is GPL; ``pi-heif`` is the same library by the
same author without it, and reading is all the program does.
"""

import sys

import pi_heif

sys.modules[__name__] = pi_heif

"""Remotes for the mirror that break their connections on purpose, in Python and on Node's ws.

``python -m tests.mirror_ws`` runs the long trial and prints its figures.
"""

from tests.mirror_ws.receivers import BREAKS, NodeReceiver, PythonReceiver, Receiver
from tests.mirror_ws.trial import FAST, IMPATIENT, Figures, Trial, judge, run_trial

__all__ = [
    "BREAKS",
    "FAST",
    "IMPATIENT",
    "Figures",
    "NodeReceiver",
    "PythonReceiver",
    "Receiver",
    "Trial",
    "judge",
    "run_trial",
]

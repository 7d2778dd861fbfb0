"""Runs the stand-in for trying by hand: prints the environment to set, serves until Ctrl-C."""

from __future__ import annotations

import argparse
import json
import threading
from pathlib import Path

from tests.loopback import Fault, StandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.loopback", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=4.0, help="how long a prediction takes")
    parser.add_argument("--tls", action="store_true", help="serve https")
    parser.add_argument("--script", type=Path, help="a JSON list of faults, see faults.py")
    options = parser.parse_args()
    with StandIn(seconds=options.seconds, port=options.port, tls=options.tls) as server:
        if options.script:
            server.break_(*(Fault(**rule) for rule in json.loads(options.script.read_text())))
        for name, value in server.env().items():
            print(f"export {name}={value}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{server.accepted} accepted, {server.paid} paid")


if __name__ == "__main__":
    main()

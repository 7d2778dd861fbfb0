"""A local stand-in for Replicate: a real HTTP server on loopback that the real client talks to.

It speaks the API as its OpenAPI document describes it, delivers results from a second origin that
must never be shown the token, serves the three preset sheets, counts what would have been paid,
and misbehaves on request (`faults`). ``python -m tests.loopback`` runs it for trying by hand.
"""

from tests.loopback.faults import Fault
from tests.loopback.server import StandIn

__all__ = ["Fault", "StandIn"]

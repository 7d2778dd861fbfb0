"""A local stand-in for Replicate: a real HTTP server on loopback that the real client talks to.

It speaks the API as its OpenAPI document describes it, delivers results from a second origin that
must never be shown the token, serves the three preset sheets, keeps a judge's ledger of what was
bought and delivered (`judge`), and misbehaves on request (`faults`). `Proxy` is a forward proxy.
``python -m tests.loopback`` runs the stand-in for trying by hand.
"""

from tests.loopback.faults import Fault
from tests.loopback.judge import Purchase
from tests.loopback.ledger import RateLimit, low_credit
from tests.loopback.proxy import Proxy
from tests.loopback.server import StandIn

__all__ = ["Fault", "Proxy", "Purchase", "RateLimit", "StandIn", "low_credit"]

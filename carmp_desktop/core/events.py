"""The three events of a batch, each a frozen snapshot with the contract's payload.

Order per batch: `BatchCreated` first, `BatchCompleted` last, any number of `JobUpdated` between.
A completed `JobUpdated` is sent only after its image, thumbnail and row are on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from carmp_desktop.core.model import Batch, Cell

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BatchCreated:
    """The batch exists, with all its cells queued."""

    name: ClassVar[str] = "marketplaceBatchCreated"
    batch: Batch

    @property
    def batch_id(self) -> str:
        """The batch the event belongs to."""
        return self.batch.id

    def to_payload(self) -> Payload:
        """``{batchId, totalJobs, angles, colors}``, all counts."""
        request = self.batch.request
        return {
            "batchId": self.batch.id,
            "totalJobs": len(self.batch.jobs),
            "angles": len(request.angles),
            "colors": len(request.batch_colors),
        }


@dataclass(frozen=True, slots=True)
class JobUpdated:
    """One cell changed; the snapshot is its state after the change."""

    name: ClassVar[str] = "marketplaceJobUpdated"
    cell: Cell

    @property
    def batch_id(self) -> str:
        """The batch the event belongs to."""
        return self.cell.batch_id

    def to_payload(self) -> Payload:
        """``{batchId, result: {...}}``; a key that has no value is left out."""
        cell = self.cell
        result = {
            "type": cell.key.type.value,
            "angleKey": cell.key.angle_key,
            "colorKey": cell.key.color_key,
            "status": cell.status.value,
            "imageUrl": cell.image.as_uri() if cell.image else None,
            "thumbUrl": cell.thumb.as_uri() if cell.thumb else None,
            "error": cell.problem.describe() if cell.problem else None,
        }
        return {
            "batchId": cell.batch_id,
            "result": {key: value for key, value in result.items() if value is not None},
        }


@dataclass(frozen=True, slots=True)
class BatchCompleted:
    """Every job of the batch has ended, whichever way."""

    name: ClassVar[str] = "marketplaceBatchCompleted"
    batch_id: str
    completed: int
    failed: int
    canceled: int

    def to_payload(self) -> Payload:
        """``{batchId, completed, failed, canceled}``."""
        return {
            "batchId": self.batch_id,
            "completed": self.completed,
            "failed": self.failed,
            "canceled": self.canceled,
        }


Event = BatchCreated | JobUpdated | BatchCompleted

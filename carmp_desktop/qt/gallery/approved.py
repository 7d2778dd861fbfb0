"""A query for approved images alone: the library answers the rest, this narrows the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carmp_desktop.core.library import Query, View
from carmp_desktop.core.store.approvals import Verdict


@dataclass(frozen=True, slots=True)
class ApprovedQuery(Query):
    """As `Query`, for images that the user has approved."""

    @property
    def is_open(self) -> bool:
        """Never: it asks for something in particular."""
        return False


def approved_only(query: Query, *, wanted: bool) -> Query:
    """The same query for approved images alone, or for all."""
    kind = ApprovedQuery if wanted else Query
    return kind(**{name: getattr(query, name) for name in Query.__dataclass_fields__})


def narrowed(view: View) -> View:
    """A view with what its query leaves of it."""
    if not isinstance(view.query, ApprovedQuery):
        return view
    approved = (each for each in view.pictures if each.approval is Verdict.APPROVED)
    return replace(view, pictures=tuple(approved))

"""What a step of a run is. Those of a command stand in the module of that command."""

from __future__ import annotations

from collections.abc import Callable

from reportcite.cluster import storage
from reportcite.cluster.partitions import Plan
from reportcite.tuples import NamedTuple


class Step(NamedTuple):
    """One step of a run: `work` does number n of its `count`, and writes the file `mark` of this
    number last. `of` is what there are so many of."""

    of: str
    work: Callable[[Plan, int], None]
    count: Callable[[Plan], int]
    mark: str

    def missing(self, plan: Plan) -> list[int]:
        """The numbers that are not done."""
        there = storage.names(plan.state)
        numbers = range(self.count(plan))
        return [one for one in numbers if f"{self.mark}-{one + 1:05}" not in there]


def of_partitions(plan: Plan) -> int:
    """As many as there are partitions."""
    return len(plan.partitions)


def of_buckets(plan: Plan) -> int:
    """As many as there are buckets."""
    return plan.buckets


def once(_: Plan) -> int:
    """One: what cannot be shared."""
    return 1

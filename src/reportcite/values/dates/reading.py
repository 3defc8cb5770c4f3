"""What became of a date that was read, whatever the notation."""

from __future__ import annotations

from reportcite.problems import Problem
from reportcite.tuples import NamedTuple
from reportcite.values.shapes import Date


class Reading(NamedTuple):
    """A date as read: the date if there is one, whether it is stated that there is none, and what
    is wrong or doubtful.

    `date` holds the text as a literal where it cannot be read.
    """

    date: Date | None = None
    stated_none: bool = False
    problem: Problem | None = None

    def judged(self, where: str) -> Reading:
        """The reading; what is doubtful of a date that was read all the same is judged as `where`
        does, such as a format."""
        if self.problem is None or self.date is None or "literal" in self.date:
            return self
        return self._replace(problem=self.problem.judged(where))

    @property
    def certain(self) -> Date | None:
        """The date, if nothing about it is doubtful."""
        return self.date if self.problem is None else None


NO_DATE = Reading()
"""Of nothing at all."""

STATED_NONE = Reading(stated_none=True)
"""Of `n.d.` and its like."""

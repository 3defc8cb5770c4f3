"""What `--where FIELD=TEXT` asks for."""

from __future__ import annotations

from collections.abc import Iterable

from reportcite.cli.suggest import nearest
from reportcite.errors import UsageError
from reportcite.record.selection import SELECTABLE, Condition, condition_of


def conditions(typed: Iterable[str]) -> tuple[Condition, ...]:
    """What `typed` ask for; UsageError for one that is no FIELD=TEXT of a field there is."""
    return tuple(map(_condition, typed))


def _condition(typed: str) -> Condition:
    condition = condition_of(typed)
    if condition is not None:
        return condition
    name, equals, text = typed.partition("=")
    if not equals or not text.strip():
        raise UsageError(
            f"--where cannot be '{typed}'", suggestion="write it like author=beck or year=1986"
        )
    raise UsageError(
        f"--where knows no field '{name.strip()}'", suggestion=nearest(name.strip(), SELECTABLE)
    )

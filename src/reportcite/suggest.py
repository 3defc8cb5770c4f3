"""Names the user may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from reportcite.errors import UsageError


def choose(option: str, value: str, choices: Iterable[str]) -> str:
    """`value`, which must be one of `choices`; UsageError naming the nearest if it is not."""
    known = list(choices)
    if value in known:
        return value
    raise UsageError(f"{option} cannot be '{value}'", suggestion=nearest(value, known))


def nearest(value: str, choices: Iterable[str]) -> str:
    """`did you mean 'x'?`, or the list of all choices where none is near."""
    from difflib import get_close_matches

    known = sorted(choices)
    near = get_close_matches(value.casefold(), known, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"one of: {', '.join(known)}"

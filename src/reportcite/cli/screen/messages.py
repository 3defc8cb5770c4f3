"""What is said on standard error: as lines for people, or as JSON Lines for programs.

Each command has `--messages`; the whole run asks here how it is to speak, so that mistakes in the
options themselves are told in the same way.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from reportcite.cli.screen.colour import asked, line_of
from reportcite.cli.terminal import print_error, print_message
from reportcite.errors import Place, ReportciteError
from reportcite.problems import NOWHERE, Problem

OPTION: Final = "--messages"
FORMATS: Final = ("text", "json")
VARIABLE: Final = "REPORTCITE_MESSAGES"
"""Says it where the option does not, as in a filter, which has no options."""

_FORMAT: Final = ContextVar("messages", default="text")


@contextmanager
def messages_as_asked(arguments: Sequence[str]) -> Iterator[None]:
    """Have messages be as the last `--messages` among `arguments`, before `--`, asks, or else the
    environment."""
    wanted = asked(OPTION, arguments) or os.environ.get(VARIABLE, "")
    before = _FORMAT.set("json" if wanted == "json" else "text")
    try:
        yield
    finally:
        _FORMAT.reset(before)


def are_json() -> bool:
    """Whether messages are for programs, who look at no progress either."""
    return _FORMAT.get() == "json"


def of_problem(problem: Problem) -> str:
    """The line that says `problem` on standard error."""
    if not are_json():
        return line_of(problem, sys.stderr)
    return _json(
        "finding",
        problem.severity,
        problem.message,
        problem.place,
        rule=problem.rule.name,
        suggestion=problem.suggestion,
        record=problem.record,
    )


def of_note(text: str) -> str:
    """The line that says how a run went."""
    return _json("note", "notice", text) if are_json() else text


def print_note(text: str) -> None:
    """Say something about the run that is no failure."""
    print_message(of_note(text))


def print_warning(text: str) -> None:
    """Say what the user had better look at, and what no rule is for."""
    print_message(_json("note", "warning", text) if are_json() else f"warning: {text}")


def print_failure(text: str, error: BaseException | None = None) -> None:
    """Say why a run failed, in words that are `error`'s or made of it, without what may be secret
    in an address that the user typed."""
    from reportcite.remote.addresses import all_without_secrets as shown

    if not are_json():
        print_error(shown(text))
    elif isinstance(error, ReportciteError):
        place, hint = error.place or NOWHERE, shown(error.suggestion)
        print_message(_json("failure", "error", shown(error.message), place, suggestion=hint))
    else:
        print_message(_json("failure", "error", shown(text)))


def _json(
    kind: str,
    severity: str,
    message: str,
    place: Place = NOWHERE,
    *,
    rule: str = "",
    suggestion: str = "",
    record: str = "",
) -> str:
    import json

    members: dict[str, Any] = {
        "kind": kind,
        "severity": severity,
        "rule": rule,
        "message": message,
        "suggestion": suggestion,
        **place._asdict(),
        "record": record,
    }
    return json.dumps(members)

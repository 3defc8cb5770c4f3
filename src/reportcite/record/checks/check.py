"""Checks one record: everything that was found while loading it, then every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.checks.advice import advice
from reportcite.record.checks.required import missing
from reportcite.record.model import Record, Value
from reportcite.record.rules import CONTROL_CHARACTER
from reportcite.values.doi import doi_problems, is_doi
from reportcite.values.isbn import checksum_holds, isbn_problems
from reportcite.values.url import is_url, url_problems

_CONTROL: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def check(record: Record, *, only_errors: bool = False) -> list[Problem]:
    """Every problem of `record`: those of loading first, then the findings of the rules.

    `only_errors` leaves out warnings, and the work of finding them: the table of ISBN ranges is
    then read only for a wrong ISBN. The rules are explained in `rules.RULES`.
    """
    problems = list(record.problems)
    for group, problem in missing(
        record.type, record.fields, record.stated_none, only_errors=only_errors
    ):
        # An empty field is missing where it stands; one that could not be read is told already.
        name = next((name for name in group if name in record.places), "")
        place = record.place_of(name)
        if not (name and any(known.place == place for known in record.problems)):
            problems.append(problem.at(place))
    for name, problem in _problems_of_fields(record):
        problems.append(problem.at(record.place_of(name)))
    if not only_errors:
        problems += _advice(record)
        return problems
    return [problem for problem in problems if problem.severity == "error"]


def _advice(record: Record) -> Iterator[Problem]:
    for name, found in advice(record):
        problem = found.at(record.place_of(name if name in record.places else name.split("/")[0]))
        if problem not in record.problems:  # names that were typed are doubted while loading
            yield problem


def is_sound(record: Record) -> bool:
    """Whether `check` finds no error in `record` but those of loading: seen soon of most records
    that have none, and False of some others that have none, too."""
    fields = record.fields
    for name, looks_right, _ in _SYNTAX:
        value = fields.get(name)
        if isinstance(value, str) and not looks_right(value):
            return False
    return not missing(record.type, fields, record.stated_none, only_errors=True) and (
        record.one_line or _are_printable(fields)
    )


def _are_printable(fields: Mapping[str, Value]) -> bool:
    return "".join([_text_of(value) for value in fields.values()]).isprintable()


def _problems_of_fields(record: Record) -> Iterator[tuple[str, Problem]]:
    fields = record.fields
    for name, value in fields.items():
        text = _text_of(value)
        if _CONTROL.search(text):
            yield name, _control_problem(name, text)
    for name, _, problems_of in _SYNTAX:
        value = fields.get(name, "")
        if isinstance(value, str) and value:
            for problem in problems_of(value):
                yield name, problem


def _text_of(value: Value) -> str:
    """All texts in names or a date, for searching."""
    if isinstance(value, list):
        return " ".join([str(part) for name in value for part in name.values()])
    return str(value.get("literal", "")) if isinstance(value, dict) else value


def _control_problem(name: str, text: str) -> Problem:
    code = ord(_CONTROL.findall(text)[0])
    what = " (it begins a terminal's escape sequence)" if code in (0x1B, 0x9B) else ""
    message = f"{name} holds the control character U+{code:04X}{what}"
    return CONTROL_CHARACTER.found(message, "delete it")


_SYNTAX: Final[
    tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[Problem]]], ...]
] = (
    ("DOI", is_doi, doi_problems),
    ("ISBN", checksum_holds, isbn_problems),
    ("URL", is_url, url_problems),
)
"""Field, what knows most sound values of it soon, and what says what is wrong with the others."""

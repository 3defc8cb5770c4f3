"""What is known of all entries with the same fields: which variables they hold, and how.

Most entries of a file have one of a few sets of fields. What there is to know of a set is found
once, by the same tables and functions by which `entry` reads one field after another.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache, partial
from typing import Final, TypeAlias

from reportcite.formats.bibtex.fields import (
    FALLBACK_TYPE,
    GENRES_OF_ENTRIES,
    READ_TYPES,
    FieldKind,
)
from reportcite.formats.bibtex.reading.joined import (
    JOINED_TITLES,
    OF_EPRINTS,
    csl_type_of,
    is_unnamed_series,
    rename_together,
)
from reportcite.formats.bibtex.reading.parse import ParsedEntry, Value
from reportcite.formats.bibtex.reading.steps import PEOPLE, Step, is_of_biblatex, steps_of
from reportcite.formats.bibtex.reading.texts import Reader, is_title, keeps_plain_text, reader_of
from reportcite.formats.bibtex.values import told_apart
from reportcite.record.assemble.record import Lacking, lacking_in
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, doi_problems, is_doi
from reportcite.values.edition import edition_number
from reportcite.values.keywords import read_keywords
from reportcite.values.standard_numbers import spaced_numbers

Meaning: TypeAlias = Callable[[str], "str | None"]
"""What a text means, or None where that wants a closer look."""

# What these say depends on more than which fields there are.
_BY_VALUE: Final = (
    JOINED_TITLES | {"entrysubtype", "options", "howpublished", "csl-archive"} | {*PEOPLE.values()}
)
_LANGUAGES: Final = ("language", "langid", "hyphenation")
_OF_ISSUE: Final = ("date", "year", "month", "day")


class Column(NamedTuple):
    """A text: the number of its field in the entry, the variable, how it is read where there is
    anything in it that LaTeX knows (None: a title), and what it means then, None for itself."""

    field: int
    step: Step
    read: Reader | None
    mean: Meaning | None


class Plan(NamedTuple):
    """How entries of one type with the same fields are read; fields and columns are numbers.

    `fields` has the variables of the record in order; `says_genre` is whether the type of the entry
    says the genre. `columns` are its texts, `numbers` their fields, `variables` what they hold. Of
    plain texts, in which there is nothing that LaTeX knows, `at_once` reads those of some columns,
    and `meant` says what those of some mean; `titles` are the columns of titles, `pages` those of
    pages. `issued` are the fields `date`, `year`, `month` and `day`, `language` are `language`,
    `langid` and `hyphenation`, None for those that are not there. `own` are the fields without a
    variable. `where` has the field of each variable.
    """

    type: str
    fields: dict[str, None]
    says_genre: bool
    columns: tuple[Column, ...]
    numbers: tuple[int, ...]
    variables: tuple[str, ...]
    at_once: tuple[tuple[int, Reader], ...]
    meant: tuple[tuple[int, Meaning], ...]
    titles: tuple[int, ...]
    pages: tuple[int, ...]
    names: tuple[tuple[int, str], ...]
    dates: tuple[tuple[int, str], ...]
    issued: tuple[int | None, ...]
    language: tuple[int | None, ...]
    eprint: Mapping[str, int]
    own: tuple[tuple[int, str], ...]
    where: Mapping[str, int]
    where_but_genre: Mapping[str, int]
    lacks: Lacking


@lru_cache(maxsize=1 << 12)  # the entries of a program hold a few hundred sets of fields
def plan_of(kind: str, *names: str) -> Plan | None:
    """The plan for entries of this type with these fields, in this order; None where it takes more
    to know what they say."""
    typed = {name: Value(name, number) for number, name in enumerate(names)}
    csl_type = csl_type_of(ParsedEntry(kind, "", 0, typed, []))
    if _differ_by_value(kind, csl_type, typed):
        return None
    source = {**typed}
    rename_together(source, csl_type)
    steps, left = steps_of(csl_type, *source)
    if len({step.variable for step in steps}) < len(steps):
        return None
    number = {name: value.line for name, value in source.items()}
    readings = is_of_biblatex(kind, typed), "journaltitle" in source
    columns = [
        Column(number[step.field_name], step, *_reading(step, csl_type, *readings))
        for step in steps
        if step.kind not in (FieldKind.NAMES, FieldKind.DATE)
    ]
    where = _where(steps, number)
    fields = _fields(kind, where, number)
    return Plan(
        csl_type,
        fields,
        _says_genre(kind, typed) and "genre" not in where,
        tuple(columns),
        tuple([column.field for column in columns]),
        tuple([column.step.variable for column in columns]),
        _read_at_once(columns),
        tuple([(place, one.mean) for place, one in enumerate(columns) if one.mean]),
        tuple([place for place, one in enumerate(columns) if one.read is None]),
        tuple([place for place, one in enumerate(columns) if one.step.kind is FieldKind.PAGES]),
        _holding(FieldKind.NAMES, steps, number),
        _holding(FieldKind.DATE, steps, number),
        tuple([number.get(name) for name in _OF_ISSUE]),
        tuple([number.get(name) for name in _LANGUAGES]) if "language" in where else (),
        {name: at for name, at in number.items() if name in OF_EPRINTS},
        tuple([(number[name], name) for name in left]),
        where,
        {name: at for name, at in where.items() if name != "genre"},
        lacking_in(csl_type, fields),
    )


def _differ_by_value(kind: str, csl_type: str, typed: Container[str]) -> bool:
    """Whether what the fields of such an entry are depends on what is in them."""
    return (
        any(name in typed for name in _BY_VALUE)
        or (kind not in READ_TYPES and csl_type == FALLBACK_TYPE)
        or ("booktitle" in typed and csl_type == "book")
        or ("issue" in typed and "number" in typed)
    )


def _holding(
    kind: FieldKind, steps: Iterable[Step], number: Mapping[str, int]
) -> tuple[tuple[int, str], ...]:
    """The fields of this kind, and the variables they hold."""
    return tuple([(number[step.field_name], step.variable) for step in steps if step.kind is kind])


def _where(steps: Iterable[Step], number: Mapping[str, int]) -> dict[str, int]:
    """The number of the field of each variable, in the order in which records have them."""
    where: dict[str, int] = {}
    language = next((name for name in _LANGUAGES if name in number), "")
    if language:
        where["language"] = number[language]
    where |= {step.variable: number[step.field_name] for step in steps}
    issued = next((name for name in ("date", "year") if name in number), "")
    if issued:
        where["issued"] = number[issued]
    return where


def _fields(kind: str, where: Mapping[str, int], number: Container[str]) -> dict[str, None]:
    """The variables of the record in order, with the genre where the type of the entry says it."""
    fields: dict[str, None] = dict.fromkeys(where)
    if _says_genre(kind, number):
        issued = "issued" in fields
        fields = {name: None for name in (*fields, "genre") if name != "issued"}
        fields |= {"issued": None} if issued else {}
    return fields


def _says_genre(kind: str, names: Container[str]) -> bool:
    return kind in GENRES_OF_ENTRIES and "type" not in names


@lru_cache(maxsize=1024)  # there are so many fields
def _reading(
    step: Step, csl_type: str, of_biblatex: bool, has_journal: bool
) -> tuple[Reader | None, Meaning | None]:
    """How the text of a field is read, and what it means: see `Column`."""
    is_cased = is_title(step, csl_type, has_journal=has_journal)
    read = None if is_cased else reader_of(step, csl_type, of_biblatex)
    if step.variable not in ("ISBN", "ISSN"):
        means = {
            "DOI": _doi,
            "edition": edition_number,
            "keyword": read_keywords,
            "collection-title": _series,
        }
        return read, means.get(step.variable)
    is_own = step.field_name.startswith("csl-")
    return read, spaced_numbers if is_own else partial(_number, step, csl_type)


def _read_at_once(columns: Iterable[Column]) -> tuple[tuple[int, Reader], ...]:
    """The columns in which plain texts are not what is typed, but for pages, and their readers."""
    return tuple(
        [
            (place, column.read)
            for place, column in enumerate(columns)
            if column.read and not keeps_plain_text(column.read)
            if column.step.kind is not FieldKind.PAGES
        ]
    )


@lru_cache(maxsize=1 << 12)
def _number(step: Step, csl_type: str, text: str) -> str | None:
    """An ISBN or ISSN; None where it is the other, or there are both."""
    found = told_apart(text, step.variable, csl_type)
    return spaced_numbers(found[step.variable]) if [*found] == [step.variable] else None


def _series(text: str) -> str | None:
    """A series by its name; None where it has none, and is meant otherwise."""
    return None if is_unnamed_series(text) else text


def _doi(text: str) -> str | None:
    if text[:3] == "10." and "%" not in text:
        return text
    bare = bare_doi(text)
    if not is_doi(bare):
        return text
    return bare if next(doi_problems(text), None) is None else None

"""Records of entries whose values are all read without a doubt, made at once; most are such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from reportcite.errors import Place
from reportcite.formats.bibtex.fields import FieldKind
from reportcite.formats.bibtex.localisation import localised
from reportcite.formats.bibtex.names import read_names
from reportcite.formats.bibtex.reading.entry import Manner
from reportcite.formats.bibtex.reading.joined import read_eprint, read_stated_language, text_of
from reportcite.formats.bibtex.reading.parse import RawEntry, Value
from reportcite.formats.bibtex.reading.plan import Column, Plan, plan_of
from reportcite.formats.bibtex.reading.texts import (
    Read,
    Reader,
    are_plain,
    is_doubtful,
    read_title,
    title_of_words,
)
from reportcite.formats.bibtex.values import writing_advice
from reportcite.formats.bibtex.writing.own import PROGRAM, keep
from reportcite.formats.writing.keys import safe_key
from reportcite.formats.writing.one_line import STRIPPED, one_line
from reportcite.patterns import pattern
from reportcite.record.assemble.record import assemble_sound, lacking_in
from reportcite.record.fields import are_one_line
from reportcite.record.model import Record
from reportcite.record.places import FieldPlaces
from reportcite.tuples import NamedTuple
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.year_month_day import read_year_month_day
from reportcite.values.language import primary_language
from reportcite.values.names.bibtex import Particle
from reportcite.values.pages import is_tex_range
from reportcite.values.shapes import Contributor
from reportcite.values.title import needed_protection, sentence_case

_NO_CUSTOM: Final[Mapping[str, Any]] = {}
_PARTICLE: Final[Particle] = "non-dropping-particle"
# What may belong to several names, or to the “and” behind one.
_MORE_IN_NAMES: Final = frozenset("&;<")
_OF_WHOLE_LISTS: Final = ("\\ifmmode", "\\enquote")
_COMMAND_AT_END: Final = pattern(r"\\[A-Za-z]*$")
_BRACE: Final = pattern(r"\\.|[{}]")
_ANYTHING: Final = "title"
"""Stands for a title that has been read, where all texts are looked at together."""
_REPEATED: Final = 200
"""Characters of a text that may stand in several entries."""


class _Language(NamedTuple):
    """The language of an entry, a tag or ""; whether it matters to a title in title case that none
    is stated."""

    tag: str
    is_english: bool
    doubts: bool


def record_at_once(raw: RawEntry, name: str, manner: Manner) -> Record | None:
    """The record of an entry in the file called `name`; None where something wants a closer look,
    as `entry.record_of` takes it, which makes the same of all others."""
    # Run for every entry of a file, as is all that it calls.
    plan = plan_of(raw.type, *raw.names)
    key = safe_key(raw.key)
    if plan is None or not key:
        return None
    typed = raw.texts
    fields: dict[str, Any] = {**plan.fields}
    language = _language_of(plan, typed, manner)
    if language is None:
        return None
    if plan.language:
        fields["language"] = language.tag
    if plan.says_genre:
        fields["genre"] = localised("genre", raw.type, language.tag)
    read = _read_texts(plan, typed, language)
    if read is None or not _read_names_and_dates(plan, typed, fields):
        return None
    texts, one_line = read
    fields.update(zip(plan.variables, texts, strict=True))
    where, lacks = plan.where, plan.lacks
    if fields.get("genre") == "":  # it says no more than the type
        del fields["genre"]
        where = plan.where_but_genre
    if plan.eprint:
        eprint = _read_eprint(plan, typed, fields)
        if eprint is None:
            return None
        where = {**where, **eprint}
        lacks = lacking_in(plan.type, fields)
    fields["citation-key"] = key
    own = {field: keep(typed[at]) for at, field in plan.own}
    return assemble_sound(
        key,
        plan.type,
        fields,
        tuple.__new__(Place, (name, raw.line, 1)),
        FieldPlaces(where, raw.below, raw.line),
        {PROGRAM: own} if own else _NO_CUSTOM,
        lacks,
        one_line and key.isprintable(),
    )


# --- texts -------------------------------------------------------------------------------------


def _read_texts(
    plan: Plan, typed: Sequence[str], language: _Language
) -> tuple[list[str], bool] | None:
    """The texts of all columns, and whether they are as `Record.one_line` says; None where one of
    them is doubtful."""
    texts = [typed[field] for field in plan.numbers]
    titles = _take_titles(plan, texts, language)
    if titles is None or not _take_pages(plan, texts):
        return None
    all_plain = are_plain(texts)
    read_ones = titles.keys() if all_plain else _decode(plan, typed, texts, titles, language)
    if read_ones is None:
        return None
    for at, reader in plan.at_once:
        if at not in read_ones:
            texts[at], _ = _read(reader, texts[at], language.tag)
    for at, mean in plan.meant:
        meaning = mean(texts[at])
        if meaning is None:
            return None
        texts[at] = meaning
    for at, title in titles.items():
        texts[at] = title
    seen = [*(titles.values() if all_plain else filter(None, texts))]
    return texts, not seen or are_one_line(seen)


def _take_titles(plan: Plan, texts: list[str], language: _Language) -> dict[int, str] | None:
    """The titles that want to be read by themselves, by their columns, out of `texts`, and those
    that stand in braces as a whole out of these; None where one is doubtful."""
    titles: dict[int, str] = {}
    for at in plan.titles:
        title = texts[at]
        if title[:1] == "{" and title.find("}") == len(title) - 1:
            texts[at] = title[1:-1]  # a program keeps the case of all titles
        elif read := _read_title(plan.columns[at], title, language):
            titles[at] = read
            texts[at] = _ANYTHING
        else:
            return None
    return titles


def _take_pages(plan: Plan, texts: list[str]) -> bool:
    """Whether there is nothing to say about pages, of which ranges are put into `texts`."""
    for at in plan.pages:
        if is_tex_range(texts[at]):
            texts[at] = texts[at].replace("--", "-")
        elif not _is_sound(texts[at], FieldKind.PAGES):
            return False
    return True


def _decode(
    plan: Plan,
    typed: Sequence[str],
    texts: list[str],
    titles: Mapping[int, str],
    language: _Language,
) -> set[int] | None:
    """Put what is said in LaTeX into `texts`, but for `titles`; the columns that are read, or None
    where one is doubtful."""
    read_ones = {*titles}
    for at, column in enumerate(plan.columns):
        if at in titles or texts[at].isalnum() or are_plain([texts[at]]):
            continue
        read = _read_column(column, typed[column.field], language)
        if read is None:
            return None
        texts[at] = read
        read_ones.add(at)
    return read_ones


def _is_sound(raw: str, kind: FieldKind) -> bool:
    """Whether there is nothing to say about how the text of a field is written."""
    # Nearly all texts are soon seen to be as they should.
    is_odd = "&" in raw or "  " in raw or (kind is FieldKind.PAGES and not is_tex_range(raw))
    if is_odd and next(writing_advice(raw, kind), None) is not None:
        return False
    return raw.isprintable() or one_line(raw)[1] != STRIPPED


def _read_title(column: Column, raw: str, language: _Language) -> str:
    """A title; "" where it is doubtful, or none."""
    tag, is_english, doubts = language
    doubts = doubts and column.step.field_name == "title"
    text = title_of_words(raw, marked=is_english or doubts)
    if not text:
        if not _is_sound(raw, column.step.kind):
            return ""
        text, whole, lost = read_title(raw, tag, is_english=is_english)
        if lost or text.isspace():
            return ""
        doubts = doubts and not whole
    elif is_english:
        text = sentence_case(text)
    return "" if doubts and is_doubtful(text) else needed_protection(text)


def _read_column(column: Column, raw: str, language: _Language) -> str | None:
    """What a text in LaTeX says; "" of a genre only, None where it is doubtful."""
    kind = column.step.kind
    if column.read is None:
        return _read_title(column, raw, language) or None
    if not _is_sound(raw, kind):
        return None
    text, lost = _read(column.read, raw, language.tag)
    if lost or text.isspace() or not (text or kind is FieldKind.GENRE):
        return None
    return text


def _read(reader: Reader, raw: str, tag: str) -> Read:
    """What `reader` makes of a text; journals and publishers repeat."""
    return _read_again(reader, raw, tag) if len(raw) < _REPEATED else reader(raw, tag)


@lru_cache(maxsize=1 << 12)
def _read_again(reader: Reader, raw: str, tag: str) -> Read:
    return reader(raw, tag)


def _language_of(plan: Plan, typed: Sequence[str], manner: Manner) -> _Language | None:
    """The language of an entry; None where what is stated is none, or an odd one."""
    if not plan.language:
        return _assumed(manner.assumed_language, manner.told)
    return _stated(*[None if at is None else typed[at] for at in plan.language])


@lru_cache(maxsize=1 << 7)  # the works in a file are in a few languages
def _stated(language: str | None, langid: str | None, hyphenation: str | None) -> _Language | None:
    """The language that is stated in these fields; None where it is none, or an odd one."""
    named = {"language": language, "langid": langid, "hyphenation": hyphenation}
    source = {name: Value(raw, 0) for name, raw in named.items() if raw is not None}
    found = read_stated_language(source)
    if found is None or not found[1] or not are_one_line([found[1]]):
        return None
    return _Language(found[1], _is_english(found[1]), False)


@lru_cache(maxsize=1 << 4)
def _assumed(tag: str, told: bool) -> _Language:
    return _Language(tag, _is_english(tag), not (told or tag))


def _is_english(tag: str) -> bool:
    return primary_language(tag).lower() == "en"


# --- names, dates and eprints ------------------------------------------------------------------


def _read_names_and_dates(plan: Plan, typed: Sequence[str], fields: dict[str, Any]) -> bool:
    """Whether all names and dates, which are put into `fields`, are read without a doubt."""
    for at, variable in plan.names:
        names = [_person(one) for one in typed[at].split(" and ")]
        if None in names:
            return False
        fields[variable] = names
    for at, variable in plan.dates:
        points = _points(typed[at])
        if not points or not _is_sound(typed[at], FieldKind.DATE):
            return False
        fields[variable] = {"date-parts": [[*point] for point in points]}
    date, *parts = plan.issued
    if "issued" in fields:
        if date is None:
            points = _point(*["" if at is None else typed[at] for at in parts])
        else:
            points = _points(typed[date])
        if not points:
            return False
        fields["issued"] = {"date-parts": [[*point] for point in points]}
    return True


@lru_cache(maxsize=1 << 13)  # the same people write many works
def _person(text: str) -> Contributor | None:
    """The one name in `text`, which stands between “and”s; None where there may be more to it."""
    if not are_one_line([text]) or not _MORE_IN_NAMES.isdisjoint(text):
        return None
    braces = _BRACE.findall(text)
    if braces.count("{") != braces.count("}") or _COMMAND_AT_END.search(text):
        return None
    if any(one in text for one in _OF_WHOLE_LISTS):
        return None
    names, problems, truncated = read_names(text, _PARTICLE)
    if len(names) != 1 or problems or truncated:
        return None
    [name] = names
    return name if are_one_line([str(part) for part in name.values()]) else None


@lru_cache(maxsize=1 << 12)  # files hold works of the same few years
def _points(text: str) -> tuple[tuple[int, ...], ...]:
    """Year, month and day in a date, or in both of a range; none where it is not plain EDTF."""
    date = read_edtf(text)
    if date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])


@lru_cache(maxsize=1 << 12)
def _point(year: str, month: str, day: str) -> tuple[tuple[int, ...], ...]:
    raws = {"year": Value(year, 0), "month": Value(month, 0), "day": Value(day, 0)}
    texts = [text_of(raws, part) for part in raws]
    date, *_ = reading = read_year_month_day(*texts)
    if not texts[0] or reading != Reading(date) or date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])


def _read_eprint(plan: Plan, typed: Sequence[str], fields: dict[str, Any]) -> dict[str, int] | None:
    """The numbers of the fields that say where a work is archived, which is put into `fields`, by
    variable; None where there is anything odd in them."""
    source = {field: Value(typed[at], 0) for field, at in plan.eprint.items()}
    where: dict[str, int] = {}
    for field, variable, text in [*read_eprint(source, fields)]:
        if not are_one_line([text]):
            return None
        fields[variable] = text
        where[variable] = plan.eprint[field]
    return where

"""One record as a BibTeX or biblatex entry, in UTF-8, every value braced and escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Final, TypeGuard

from reportcite.formats.bibtex.fields import (
    AUTHOR_TYPE,
    ENTRY_SUBTYPES,
    OF_EVENTS,
    READ_TYPES,
    STAND_IN_TYPES,
    Dialect,
    FieldKind,
    entry_type,
    targets,
)
from reportcite.formats.bibtex.latex.text import SPECIAL_BYTES, SPECIAL_PAIRS, encode
from reportcite.formats.bibtex.localisation import KEYS
from reportcite.formats.bibtex.names import name_as_read, write_names, write_unbraced
from reportcite.formats.bibtex.values import are_told_apart, told_apart
from reportcite.formats.bibtex.writing import columns
from reportcite.formats.bibtex.writing.dates import write_date, write_year
from reportcite.formats.bibtex.writing.line import language_lines, line
from reportcite.formats.bibtex.writing.own import OPTIONS, PROGRAM, add_own
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import RESOLVER_LEFT_OUT
from reportcite.formats.writing.one_line import (
    CONTROL_BYTES,
    clean_line,
    need_no_escaping,
    one_line,
)
from reportcite.formats.writing.reread import AS_USUAL
from reportcite.formats.writing.templates import (
    ColumnWriter,
    Stands,
    Surround,
    Template,
    ValueWriter,
    fill_for_frame,
    fill_template,
    make_template,
    write_key,
)
from reportcite.record.frame import Frame
from reportcite.record.model import Record
from reportcite.values.doi import bare_doi
from reportcite.values.edition import edition_number
from reportcite.values.keywords import read_keywords
from reportcite.values.names.bibtex import Particle
from reportcite.values.pages import double_hyphens
from reportcite.values.shapes import Contributor
from reportcite.values.standard_numbers import spaced_numbers
from reportcite.values.texts.entities import unescape
from reportcite.values.title import PROTECTED, join_title, needed_protection
from reportcite.values.url import needs_no_encoding, percent_encode
from reportcite.vocabulary import ITEM_TYPES, PART_TYPES

_VON = frozenset({"dropping-particle", "non-dropping-particle"})
_LONGER_THAN_ISBN = 18
_ALL_KEYS = frozenset(key for keys in KEYS.values() for key in keys)
_OF_DOIS = '<>|^"`'
"""What no URL holds and many DOIs of the 1990s do."""
_ESCAPED = CONTROL_BYTES + SPECIAL_BYTES
_SIGNS = SPECIAL_BYTES + b"-'"
"""What is special alone or, in ASCII, next to its like."""
# How a text that needs no escaping stands in its field, if there is nothing about it (`_stands`).
_UNESCAPED = {
    FieldKind.TEXT: "  {} = {%s},\n",
    FieldKind.NUMBER: "  {} = {%s},\n",
    FieldKind.KEYWORDS: "  {} = {%s},\n",
    FieldKind.GENRE: "  {} = {%s},\n",
    FieldKind.ORGANIZATION: "  {} = {%s},\n",
    FieldKind.TITLE: "  {} = {{%s}},\n",
    FieldKind.LIST: "  {} = {{%s}},\n",
}


def write_entry(fields: Fields, key: str, dialect: Dialect) -> str:
    """The entry for a record under `key`, which is inserted as it stands."""
    record = fields.record
    present: Mapping[str, Any] = record.fields
    if record.type not in ITEM_TYPES:
        fields.change("type", "the type is not one of CSL's and is written as misc")
    is_master = record.type == "thesis" and "master" in present.get("genre", "").lower()
    own = fields.own(PROGRAM) if record.custom else {}
    published = "publisher" if "howpublished" in own else "howpublished"
    template = _template(record.type, dialect, is_master, published, *present)
    entry = fill_template(template, fields, key, _need_no_escaping)
    return add_own(fields, own, entry) if own else entry


def write_entries(frame: Frame, key: str, dialect: Dialect) -> list[str]:
    """The entries for many records, all under `key`."""
    if frame.type == "thesis":  # of which each may be a master's
        return [write_entry(Fields(record), key, dialect) for record in frame.records]
    template = _template(frame.type, dialect, False, "howpublished", *frame.columns)
    return fill_for_frame(template, frame, key, _need_no_escaping, _BY_COLUMN)


def _need_no_escaping(record: Record, texts: Sequence[str]) -> bool:
    joined = " ".join(texts)
    if record.one_line:
        encoded = joined.encode()
        if len(encoded) == len(encoded.translate(None, _SIGNS)):
            return True
    return not any(pair in joined for pair in SPECIAL_PAIRS) and need_no_escaping(texts, _ESCAPED)


@lru_cache(maxsize=1024)
def _template(
    csl_type: str, dialect: Dialect, is_master: bool, published: str, *present: str
) -> Template:
    """How entries of one type with these fields are written."""
    title = FieldKind.JOINED_TITLE if "subtitle" in present else FieldKind.TITLE
    called = {"howpublished": published}
    if "volume-title" in present and "container-title" in present and csl_type in PART_TYPES:
        # The volume that the part is in, and the work that the volume belongs to.
        called |= {"csl-volume-title": "booktitle", "booktitle": "maintitle"}
    if csl_type == "periodical" and dialect == "biblatex" and "container-title" in present:
        called |= {"journaltitle": "title", "title": "issuetitle", "subtitle": "issuesubtitle"}
    people = _CITED_FIRST.intersection(present)
    if csl_type == "song" and people == {"performer"}:
        called["csl-performer"] = "author"
    held = [
        (name, called.get(field, field), title if kind is FieldKind.JOINED_TITLE else kind)
        for name, (field, kind) in targets(csl_type, dialect).items()
        if name in present
    ]
    name, tail = entry_type(csl_type, dialect), ""
    if csl_type in STAND_IN_TYPES and "genre" not in present:
        tail += line("type", STAND_IN_TYPES[csl_type])
    is_talk = csl_type == "manuscript" and any(name in present for name in OF_EVENTS.values())
    if csl_type in ITEM_TYPES and (READ_TYPES[name] != csl_type or is_talk):
        tail += line("entrysubtype", ENTRY_SUBTYPES.get(csl_type, encode(csl_type)))
    if "csl-performer" in called:
        tail += line("authortype", AUTHOR_TYPE)
    if name == "phdthesis" and is_master:
        name = "mastersthesis"
    surround = Surround(f"@{name}{{", ",\n", f"{tail}}}\n")
    return make_template(surround, held, _WRITERS, _UNESCAPED, partial(_stands, csl_type))


_CITED_FIRST: Final = frozenset({"author", "composer", "performer"})


def _stands(csl_type: str, variable: str, field: str, kind: FieldKind) -> Stands | None:
    """What says whether a text of this kind stands in its field as it is; None where all do."""
    if kind in (FieldKind.ORGANIZATION, FieldKind.LIST):
        return _is_plain_organization
    if kind is FieldKind.GENRE:
        return partial(_is_plain_genre, csl_type)
    if kind is FieldKind.KEYWORDS:
        return _is_plain_list
    return partial(_is_plain_number, variable, csl_type) if kind is FieldKind.NUMBER else None


def _particle_of(fields: Fields) -> tuple[Particle, str]:
    """What a `von` part in the entry stands for, and the first variable that has one.

    An entry can say it only once, for all its names.
    """
    lists = {variable: value for variable, value in fields.record.fields.items() if _has_von(value)}
    kinds = {kind for names in lists.values() for name in names for kind in _VON & name.keys()}
    particle: Particle = "dropping-particle"
    if kinds != {particle}:
        particle = "non-dropping-particle"
    for variable in targets(fields.record.type, "bibtex") if lists else ():
        names = lists.get(variable, ())
        if any(particle in (name_as_read(name, particle) or ()) for name in names):
            return particle, variable
    return particle, ""


def _has_von(value: Any) -> TypeGuard[list[Contributor]]:
    return isinstance(value, list) and any("family" in one and _VON & one.keys() for one in value)


def _text(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return line(field, encode(text)) if text else ""


def _title(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = _needed(fields, variable, clean_line(fields, variable, value))
    return line(field, f"{{{encode(text)}}}") if text else ""


def _needed(fields: Fields, variable: str, title: str) -> str:
    """`title` with only those marks of what keeps its case that readers make of braces."""
    needed = needed_protection(title) if PROTECTED in title else title
    if needed != title:
        fields.change(variable, "words with capitals keep their case without braces")
    return needed


def _joined_title(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = _needed(fields, variable, clean_line(fields, variable, value))
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, _needed(fields, "subtitle", behind))
    return line(field, f"{{{encode(text)}}}") if text else ""


def _joined_subtitle(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text:
        text = _needed(fields, variable, text)
        fields.change("subtitle", "it is written as part of the title")
    return line("title", f"{{{encode(text)}}}") if text and not fields.is_carried("title") else ""


def _list(fields: Fields, variable: str, field: str, value: Any) -> str:
    """One of biblatex's lists; each of its members in braces, so that no “and” parts it."""
    text = clean_line(fields, variable, value)
    members = [bare for one in text.split("; ") if (bare := one.strip(" "))]
    if "; ".join(members) != text:
        fields.change(variable, AS_USUAL)
    latex = " and ".join(f"{{{encode(one)}}}" for one in members)
    return line(field, latex) if text else ""


def _organization(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    latex = encode(text)
    braced = " and " in text.lower() or text.lower() in _ALL_KEYS
    return line(field, f"{{{latex}}}" if braced else latex) if text else ""


@lru_cache(maxsize=1024)  # the same organizations publish many reports
def _is_plain_organization(text: str) -> bool:
    """Whether it is no list, and no reader takes the name of one organization for two, or for a
    key of biblatex."""
    low = text.lower()
    return " and " not in low and "; " not in low and low not in _ALL_KEYS


@lru_cache(maxsize=1024)
def _is_plain_genre(csl_type: str, text: str) -> bool:
    """Whether no reader takes it for a key of biblatex, or for what stands in for no genre."""
    return text.lower() not in KEYS["genre"] and text != STAND_IN_TYPES.get(csl_type)


def _is_plain_list(text: str) -> bool:
    """Whether there are but commas between its members."""
    return ";" not in text


def _verbatim(fields: Fields, variable: str, field: str, value: Any) -> str:
    if variable == "URL" and ";" not in value and needs_no_encoding(value):
        return line(field, value)
    text = clean_line(fields, variable, value)
    if variable == "DOI":
        return _doi(fields, text, field)
    if (meant := unescape(text)) != text:
        fields.change(variable, AS_USUAL)
    encoded = percent_encode(meant)
    if encoded != meant:
        fields.change(variable, "characters a URL cannot hold are percent-encoded")
    return line(field, encoded) if text else ""


def _doi(fields: Fields, text: str, field: str) -> str:
    """A DOI as it is; only what would end the field, or is read as LaTeX, is encoded."""
    bare = bare_doi(unescape(text))
    if bare != text:
        fields.change("DOI", RESOLVER_LEFT_OUT if "&" not in text else AS_USUAL)
    encoded = bare if needs_no_encoding(bare) else _encoded_doi(bare)
    if encoded != bare:
        fields.change("DOI", "characters that a field cannot hold are percent-encoded")
    return line(field, encoded) if text else ""


def _encoded_doi(doi: str) -> str:
    return "".join([char if char in _OF_DOIS else percent_encode(char) for char in doi])


def _is_plain_number(variable: str, csl_type: str, text: str) -> bool:
    """Whether ISBNs or ISSNs are read as they stand; a report's ISBN alone always is."""
    if len(text) < _LONGER_THAN_ISBN and not are_told_apart(variable, csl_type):
        return True
    return told_apart(text, variable, csl_type) == {variable: text}


def _number(fields: Fields, variable: str, field: str, value: Any) -> str:
    """ISBNs or ISSNs as they are read; what would be read as the other in a field of its own."""
    text = clean_line(fields, variable, value)
    read = told_apart(text, variable, fields.record.type)
    if read.keys() == {variable}:
        as_read = read[variable]
    else:
        field, as_read = f"csl-{variable.lower()}", spaced_numbers(text)
    if as_read != text:
        fields.change(variable, AS_USUAL)
    return line(field, encode(as_read)) if text else ""


def _pages(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return line(field, double_hyphens(encode(text))) if text else ""


def _names(fields: Fields, variable: str, field: str, value: Any) -> str:
    if not fields.record.truncated and (unbraced := write_unbraced(value)):
        return line(field, unbraced)
    particle, first_variable = _particle_of(fields)
    text, altered = write_names(value, particle)
    if altered:
        fields.change(variable, altered)
    if not text:
        fields.drop(variable, "it holds no name that can be written")
        return ""
    if fields.goes_on(variable):
        text += " and others"
    if variable != first_variable:
        return line(field, text)
    drops = particle == "dropping-particle"
    return line(field, text) + line(OPTIONS, f"useprefix={'false' if drops else 'true'}")


def _langid(fields: Fields, variable: str, field: str, value: Any) -> str:
    return _language(fields, variable, field, value, beside=False)


def _language(fields: Fields, variable: str, field: str, value: Any, *, beside: bool = True) -> str:
    text = clean_line(fields, variable, value)
    if not text:
        return ""
    lines, altered = language_lines(field, text, beside=beside)
    if altered:
        fields.change(variable, altered)
    return lines


def _genre(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text.lower() in KEYS["genre"]:
        return line(field, f"{{{encode(text)}}}")  # not meant as biblatex's key of a term
    if text == STAND_IN_TYPES.get(fields.record.type):
        return line(field, f"{{{text}}}")
    return line(field, encode(text)) if text else ""


def _edition(fields: Fields, variable: str, field: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if edition_number(text) != text:
        fields.change(variable, "the word is read as a number")
    return line(field, encode(text)) if text else ""


def _keywords(fields: Fields, variable: str, field: str, value: Any) -> str:
    return _text(fields, variable, field, read_keywords(value) if ";" in value else value)


_WRITERS: dict[FieldKind, ValueWriter] = {
    FieldKind.TEXT: _text,
    FieldKind.TITLE: _title,
    FieldKind.JOINED_TITLE: _joined_title,
    FieldKind.JOINED_SUBTITLE: _joined_subtitle,
    FieldKind.LIST: _list,
    FieldKind.ORGANIZATION: _organization,
    FieldKind.VERBATIM: _verbatim,
    FieldKind.NUMBER: _number,
    FieldKind.PAGES: _pages,
    FieldKind.NAMES: _names,
    FieldKind.DATE: write_date,
    FieldKind.YEAR: write_year,
    FieldKind.LANGUAGE: _language,
    FieldKind.LANGID: _langid,
    FieldKind.GENRE: _genre,
    FieldKind.EDITION: _edition,
    FieldKind.KEYWORDS: _keywords,
    FieldKind.KEY: write_key,
}

_BY_COLUMN: dict[ValueWriter, ColumnWriter] = {
    _names: columns.names,
    write_year: columns.years,
    _verbatim: columns.urls,
    _language: columns.languages,
    _langid: columns.langids,
}

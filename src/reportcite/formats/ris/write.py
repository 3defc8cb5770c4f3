"""One record as a RIS reference: a tag and one line per value, CRLF, `ER  - ` at the end."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache, partial
from typing import Any

from reportcite.formats.loss import Fields
from reportcite.formats.reference_types import REFERENCE_TYPES, expected_number, ris_type
from reportcite.formats.ris import columns
from reportcite.formats.ris.dates import labelled_date, write_date, write_issued
from reportcite.formats.ris.fields import (
    JOINED,
    TYPE_LABEL,
    Dialect,
    FieldKind,
    label_of,
    read_label,
    targets,
    variables,
)
from reportcite.formats.ris.line import language_line, line, with_label
from reportcite.formats.ris.names import BARS, OTHERS, person_line, write_name
from reportcite.formats.ris.theses import is_department
from reportcite.formats.writing.carry import RESOLVER_LEFT_OUT
from reportcite.formats.writing.one_line import (
    CONTROL_BYTES,
    FOLDED,
    clean_line,
    need_no_escaping,
    one_line,
)
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
from reportcite.record.custom import entry_name
from reportcite.record.frame import Frame
from reportcite.record.model import Record
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.keywords import join_keywords, split_keywords
from reportcite.values.pages import is_page_range, join_pages, page_ends
from reportcite.values.standard_numbers import read_numbers
from reportcite.values.title import join_title
from reportcite.values.url import is_web_link
from reportcite.vocabulary import ITEM_TYPES, NAME_VARIABLES, STANDARD_VARIABLES

# With these, Zotero takes a note for fields of its own.
_READ_INTO_NOTES = (
    "edition:", "language:", "call number:", "place of publication:", "volume id:", "notes:",
)  # fmt: skip


_TAG = re.compile("[A-Z][A-Z0-9]")
_SEVERAL = frozenset({"keyword", "abstract", "note", "license", "page", "available-date"})

_BEHIND_TAG = "{}  - %s\r\n"
_UNESCAPED = {
    FieldKind.TEXT: _BEHIND_TAG,
    FieldKind.DEPARTMENT: _BEHIND_TAG,
    FieldKind.URL: _BEHIND_TAG,
    FieldKind.GENRE: _BEHIND_TAG,
    FieldKind.COUNT: _BEHIND_TAG,
    FieldKind.NUMBER: _BEHIND_TAG,
    FieldKind.LABELLED_TEXT: "{}: %s\r\n",
}
"""How a text of one clean line stands behind its tag, if there is nothing about it (`_stands`)."""


def write_reference(fields: Fields, key: str, dialect: Dialect) -> str:
    """The reference for a record; `key` is inserted as it stands."""
    record = fields.record
    if record.type not in ITEM_TYPES:
        fields.change("type", "the type is not one of CSL's and is written as GEN")
    template = _template(record.type, dialect, *record.fields)
    entry = fill_template(template, fields, key, _need_no_escaping)
    if not record.custom:
        return entry
    tail = template.surround.tail
    return entry.removesuffix(tail) + _own(fields) + tail


def write_references(frame: Frame, key: str, dialect: Dialect) -> list[str]:
    """The references for many records, all under `key`."""
    template = _template(frame.type, dialect, *frame.columns)
    return fill_for_frame(template, frame, key, _need_no_escaping, _BY_COLUMN)


def _need_no_escaping(record: Record, texts: Sequence[str]) -> bool:
    return record.one_line or need_no_escaping(texts, CONTROL_BYTES)


@lru_cache(maxsize=1024)
def _template(csl_type: str, dialect: Dialect, *present: str) -> Template:
    """How references of one type with these fields are written."""
    title = FieldKind.TITLE if "subtitle" in present else FieldKind.TEXT
    ris = ris_type(csl_type, present)
    held: list[tuple[str, str, FieldKind]] = []
    for name, (tag, kind) in targets(ris, present, dialect).items():
        if name not in present:
            continue
        if kind is FieldKind.LABELLED and name in STANDARD_VARIABLES:
            held.append((name, f"M1  - {label_of(name)}", FieldKind.LABELLED_TEXT))
        else:
            held.append((name, tag, title if kind is FieldKind.TITLE else kind))
    tail = line("ER", "")
    if csl_type in ITEM_TYPES and REFERENCE_TYPES[ris].csl_type != csl_type:
        tail = line("M1", f"{TYPE_LABEL}: {csl_type}") + tail
    surround = Surround(line("TY", ris) + "ID  - ", "\r\n", tail)
    return make_template(surround, held, _WRITERS, _UNESCAPED, partial(_stands, ris))


def _stands(ris: str, variable: str, tag: str, kind: FieldKind) -> Stands | None:
    """What says whether a text of this kind stands behind `tag` as it is; None where all do."""
    if kind is FieldKind.GENRE:
        return (lambda text: "10." not in text) if tag == "M3" else None
    if kind is FieldKind.NUMBER:
        return partial(_fits_number, ris, variable)
    return _STANDS.get(kind)


def _reads_back_as_url(text: str) -> bool:
    if not text.isascii():  # typographic spaces may stand round it
        return False
    return not ("10." in text or ";" in text or " " in text or "|" in text)


def _own(fields: Fields) -> str:
    """The lines that the reader of a reference kept, since CSL has nothing for them."""
    record = fields.record
    ris = ris_type(record.type, record.fields)
    lines = ""
    for tag, held in fields.own("ris").items():
        texts = held if isinstance(held, list) else [held]
        name = entry_name("ris", tag)
        if not _TAG.fullmatch(tag) or not all(isinstance(text, str) for text in texts):
            fields.drop(name, "it is no tag of RIS with texts behind it")
        elif not _stays_apart(tag, variables(ris).get(tag, ""), record.fields):
            fields.drop(name, "the tag would be read as a field of the record")
        else:
            clean = [one_line(text)[0] for text in texts]
            if clean != texts or not all(clean):
                fields.change(name, FOLDED)
            lines += "".join([line(tag, text) for text in clean if text])
    return lines


def _stays_apart(tag: str, variable: str, present: Container[str]) -> bool:
    """Whether a reader keeps what stands behind `tag` apart once more."""
    if tag in JOINED or variable in NAME_VARIABLES or variable in _SEVERAL:
        return False
    if tag == "L2":
        return True
    return not variable or variable in present


def _text(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    return f"{tag}  - {text}\r\n" if text else ""


def _title(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    subtitle = fields.record.fields.get("subtitle")
    if isinstance(subtitle, str) and (behind := one_line(subtitle)[0]):
        text = join_title(text, behind)
    return line(tag, text) if text else ""


def _subtitle(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if text:
        fields.change("subtitle", "it is written as part of the title")
    return line(tag, text) if text and not fields.is_carried("title") else ""


def _names(fields: Fields, variable: str, tag: str, value: Any) -> str:
    lines = ""
    for name in value:
        if len(name) == 2 and "family" in name and "given" in name:  # as nearly all have
            written, altered = person_line(tag, name["family"], name["given"])
        else:
            text, altered = write_name(name)
            written = line(tag, text) if text else ""
        if altered:
            fields.change(variable, altered)
        lines += written
    if not lines:
        fields.drop(variable, "it holds no name that can be written")
    elif fields.record.truncated and fields.goes_on(variable):
        lines += line(tag, OTHERS)
    return lines


def _keywords(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    lines = line(tag, text.replace(", ", f"\r\n{tag}  - "))
    if "," not in lines and ";" not in lines and " \r" not in lines:
        return lines
    words = split_keywords(text)
    if join_keywords(words) != text:
        fields.change(variable, "the commas between keywords are written anew")
    return f"{tag}  - " + f"\r\n{tag}  - ".join(words) + "\r\n" if words else ""


def _pages(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    bare = text.replace(" ", "") if is_page_range(text) else text
    first, last = page_ends(bare) or (text, "")
    if last and first == last:
        fields.change(variable, "one page is no range")
        return line(tag, first)
    if not last:
        return line(tag, text) if text else ""
    if join_pages(first, last) != text:
        fields.change(variable, "the dash between the pages is read as a hyphen")
    return line(tag, first) + line("EP", last)


def _doi(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    bare = bare_doi(text)
    if bare != text:
        fields.change(variable, RESOLVER_LEFT_OUT)
    return line(tag, bare) if text else ""


def _url(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if "10." in text and is_doi(bare_doi(text)) and not is_web_link(text):
        return with_label(variable, text)
    if (bare := text.strip()) != text:
        fields.change(variable, FOLDED)
        text = bare
    # A semicolon or bar delimits two URLs for some readers, a space ends one.
    if ";" in text or " " in text or "|" in text:
        fields.change(variable, "spaces, semicolons and bars are percent-encoded")
        text = text.replace(";", "%3B").replace(" ", "%20").replace("|", "%7C")
    return line(tag, text) if text else ""


def _genre(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if tag == "M3" and "10." in text and is_doi(bare_doi(text)):
        return with_label(variable, text)
    return line(tag, text) if text else ""


def _language(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    written, whole = language_line(tag, text)
    if not whole:
        fields.change(variable, "the region is left out")
    return written


def _note(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    read_as_field = text.lower().startswith(_READ_INTO_NOTES) or is_doi(bare_doi(text))
    read_as_field = read_as_field or read_label(text) is not None
    return line("RN" if read_as_field else tag, text) if text else ""


def _number(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if not text:
        return ""
    record = fields.record
    fits = _fits_number(ris_type(record.type, record.fields), variable, text)
    return line(tag, text) if fits else with_label(variable, text)


@lru_cache(maxsize=1024)  # series number their reports from 1
def _fits_number(ris: str, variable: str, text: str) -> bool:
    """Whether a reader takes `text`, behind SN, for what `variable` is, and for one."""
    return read_numbers(text, expected_number(ris)) == {variable: text}


def _count(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if not text.isdecimal() and is_page_range(text):
        return with_label(variable, text)
    return line(tag, text) if text else ""


def _bare(fields: Fields, variable: str, tag: str, value: Any) -> str:
    """A value in M1 by itself; behind its label where it would be read as something else."""
    if ":" in value or is_doi(bare_doi(value)):
        return _labelled(fields, variable, tag, value)
    return _text(fields, variable, tag, value)


def _department(fields: Fields, variable: str, tag: str, value: Any) -> str:
    text = clean_line(fields, variable, value)
    if not text:
        return ""
    return line(tag, text) if is_department(text) else with_label(variable, text)


def _labelled(fields: Fields, variable: str, tag: str, value: Any) -> str:
    if isinstance(value, str):
        text = clean_line(fields, variable, value)
        return with_label(variable, text) if text else ""
    if isinstance(value, dict):
        date: Any = value
        return labelled_date(fields, variable, date)
    lines = ""
    for name in value:
        text, altered = write_name(name, BARS)
        if altered:
            fields.change(variable, altered)
        if text:
            lines += with_label(variable, text)
    if not lines:
        fields.drop(variable, "it holds no name that can be written")
    elif fields.record.truncated and fields.goes_on(variable):
        lines += with_label(variable, OTHERS)
    return lines


_STANDS: dict[FieldKind, Stands] = {
    FieldKind.URL: _reads_back_as_url,
    FieldKind.COUNT: str.isdecimal,
    FieldKind.DEPARTMENT: is_department,
    FieldKind.LABELLED_TEXT: lambda text: ":" not in text,
}
_WRITERS: dict[FieldKind, ValueWriter] = {
    FieldKind.TEXT: _text,
    FieldKind.TITLE: _title,
    FieldKind.SUBTITLE: _subtitle,
    FieldKind.NAMES: _names,
    FieldKind.ISSUED: write_issued,
    FieldKind.DATE: write_date,
    FieldKind.KEYWORDS: _keywords,
    FieldKind.PAGES: _pages,
    FieldKind.DOI: _doi,
    FieldKind.URL: _url,
    FieldKind.LANGUAGE: _language,
    FieldKind.NOTE: _note,
    FieldKind.GENRE: _genre,
    FieldKind.COUNT: _count,
    FieldKind.NUMBER: _number,
    FieldKind.BARE: _bare,
    FieldKind.DEPARTMENT: _department,
    FieldKind.LABELLED: _labelled,
    FieldKind.LABELLED_TEXT: _labelled,
    FieldKind.KEY: write_key,
}

_BY_COLUMN: dict[ValueWriter, ColumnWriter] = {
    _names: columns.names,
    write_issued: columns.issued,
    write_date: columns.dates,
    _keywords: columns.keywords,
    _doi: columns.dois,
    _language: columns.languages,
}

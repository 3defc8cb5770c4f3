"""Writes Hayagriva YAML: an entry for each record, its journal, book and series as parents."""

from __future__ import annotations

from typing import Any, Final, cast

from reportcite.formats.hayagriva.entry import fields_in
from reportcite.formats.hayagriva.fields import (
    KEPT,
    NUMBERS,
    OTHERWISE,
    ROLES,
    STRINGS,
    TEXTS,
    TYPES,
)
from reportcite.formats.hayagriva.values import NOTATION, write_date, write_name, write_text
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import NOT_XML, carry_all
from reportcite.formats.writing.keys import safe_key
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.record.assemble.record import values_of
from reportcite.record.fields import Value
from reportcite.record.untyped import UntypedRecord
from reportcite.values.shapes import Contributor
from reportcite.values.title import join_title
from reportcite.values.url import is_web_link

_LANGUAGE: Final = pattern(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_AT_CONFERENCES: Final = frozenset({"paper-conference", "speech"})
_COUNTS: Final = ("page-total", "volume-total")
"""What Typst refuses a file for where it is no number."""
_NUMBER: Final = pattern(r"[0-9]{1,9}")
_ANOTHER: Final = "it is written as the format has it, and read back otherwise"
_NO_PLACE: Final = "the format has no place for it as it is"
_SUBTITLE: Final = "it is joined to the title"

Node = dict[str, Any]


def write(fields: Fields, key: str) -> str:
    """One entry under its key, which stands in quotes: some readers take 2024 for a number."""
    from reportcite.formats.writing.yaml import dump_yaml

    values = {name: _folded(value) for name, value in carry_all(fields, NOT_XML).items()}
    entry = _entry(values, fields.record.type)
    for name, value in fields.own("hayagriva").items():
        if name in KEPT and isinstance(value, str):
            entry[name] = value
        else:
            fields.drop(f"custom/hayagriva/{name}", _NO_PLACE)
    if "subtitle" in values:
        fields.change("subtitle", _SUBTITLE)
    fields.report_later(lambda asked: _report(asked, entry))
    lines = dump_yaml(entry).splitlines(keepends=True)
    return f'"{key}":\n' + "".join(f"  {line}" if line.strip() else line for line in lines)


def _folded(value: Value) -> Value:
    return one_line(value)[0].strip() if isinstance(value, str) else value


def _entry(values: dict[str, Value], csl_type: str) -> Node:
    kind, parent_kind = TYPES.get(csl_type, OTHERWISE)
    own: Node = {"type": kind.title()}
    whole: Node = {"type": parent_kind.title()} if parent_kind else {}
    title = join_title(_text(values, "title"), _text(values, "subtitle"))
    if short := _text(values, "title-short"):
        own["title"] = {"value": write_text(title), "short": write_text(short)}
    else:
        own["title"] = write_text(title)
    own |= _people(values, "author", "author")
    (whole or own).update(_people(values, "editor", "editor"))
    for name in ("issued",):
        if isinstance(date := values.get(name), dict):
            own["date"] = write_date(date)
    _put_publisher(whole or own, values)
    for name, key in STRINGS.items():
        in_whole = name in ("volume", "issue") and whole
        (whole if in_whole else own)[key] = _text(values, name)
    own["parent"] = _parents(values, whole, csl_type)
    for name, key in TEXTS.items():
        own[key] = write_text(_text(values, name))
    own["serial-number"] = {key: _text(values, name) for name, key in NUMBERS.items()}
    own["url"] = _url(values)
    if _LANGUAGE.fullmatch(language := _text(values, "language")):
        own["language"] = language
    own["affiliated"] = [
        {"role": role, "names": people}
        for name, role in ROLES.items()
        if (people := _filled(_people(values, name, role).get(role, [])))
    ]
    for key in _COUNTS:
        if not _NUMBER.fullmatch(own[key]):
            del own[key]
    entry: Node = _filled(own)
    return entry


def _filled(node: Any) -> Any:
    """`node` without what is empty, at any depth."""
    if isinstance(node, list):
        return [held for one in node if (held := _filled(one))]
    if not isinstance(node, dict):
        return node
    return {key: held for key, value in node.items() if (held := _filled(value))}


def _text(values: dict[str, Value], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _people(values: dict[str, Value], name: str, key: str) -> Node:
    people = values.get(name)
    return {key: [write_name(_clean(one)) for one in people]} if isinstance(people, list) else {}


def _clean(name: Contributor) -> Contributor:
    parts = {
        key: one_line(part)[0].strip() if isinstance(part, str) else part
        for key, part in name.items()
    }
    return cast(Contributor, parts)


def _parents(values: dict[str, Value], whole: Node, csl_type: str) -> Any:
    """What the work stands in."""
    series = write_text(_text(values, "collection-title"))
    parents: list[Node] = []
    if whole:
        if title := _text(values, "container-title"):
            whole["title"] = write_text(title)
        whole |= _people(values, "container-author", "author")
        if series:
            whole["parent"] = {"type": "Anthology", "title": series}
        parents.append(_filled(whole))
    elif series and csl_type != "article":  # of which an anthology is the container
        parents.append({"type": "Anthology", "title": series})
    event = write_text(_text(values, "event-title")) if csl_type in _AT_CONFERENCES else ""
    if event:
        parents = [one for one in parents if one.keys() != {"type"}]
        conference = {"type": "Conference", "title": event}
        if place := _text(values, "event-place"):
            conference["location"] = write_text(place)
        parents.append(conference)
    return parents[0] if len(parents) == 1 else parents


def _put_publisher(node: Node, values: dict[str, Value]) -> None:
    publisher, place = _text(values, "publisher"), _text(values, "publisher-place")
    if publisher and place:
        node["publisher"] = {"name": write_text(publisher), "location": write_text(place)}
    elif publisher:
        node["publisher"] = write_text(publisher)
    elif place:
        node["location"] = write_text(place)


def _url(values: dict[str, Value]) -> Any:
    """The link; Typst refuses a file with one that is none."""
    url = _text(values, "URL")
    if not is_web_link(url):
        return ""
    accessed = values.get("accessed")
    date = write_date(accessed) if isinstance(accessed, dict) else ""
    return {"value": url, "date": date} if date else url


def _report(fields: Fields, entry: Node) -> None:
    """State each field that an entry does not give back as the record has it."""
    record = fields.record
    read = fields_in(entry)
    found = values_of(UntypedRecord(read, record.place, NOTATION, ""))
    if read["type"] != record.type:
        fields.change("type", f"it is written as {entry['type']}")
    meant = dict(record.fields)
    if "title" in meant:
        meant["title"] = join_title(str(meant["title"]), str(meant.get("subtitle", "")))
    for name, value in meant.items():
        same = found.get(name) == value
        if same or name in fields.changed or name in fields.dropped:
            continue
        if name == "citation-key":  # the key of the entry
            if safe_key(str(value)) != value:
                fields.change(name, "characters that would end a key are removed")
            continue
        if name in found:
            fields.change(name, _ANOTHER)
        else:
            fields.drop(name, _NO_PLACE)

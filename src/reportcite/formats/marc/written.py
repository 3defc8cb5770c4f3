"""The fields of MARC 21 that a record makes, in the order of their tags.

What MARC has no field for stands in field 887 (non-MARC information) with the source `reportcite`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.loss import Fields
from reportcite.formats.marc.crosswalk.crossed import LEADER, OWN, OWN_SOURCE, OWN_TYPE, crossed
from reportcite.formats.marc.crosswalk.kinds import bare_leader, leader_for
from reportcite.formats.marc.crosswalk.relators import CODES as ROLES
from reportcite.formats.marc.fields import Marc, content_of, shown, subfields
from reportcite.formats.marc.kept import restored, words_kept
from reportcite.formats.marc.records import NOTATION
from reportcite.formats.reading.note_lines import Found
from reportcite.formats.writing.carry import NOT_XML, carry_all, carry_details, drop_details
from reportcite.formats.writing.note_lines import remainder
from reportcite.patterns import pattern
from reportcite.record.custom import detail_name
from reportcite.record.fields import Value
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.questions import simple_parts
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.identifiers.isni import is_orcid_link
from reportcite.values.keywords import split_keywords
from reportcite.values.language import LANGUAGE_TAGS, primary_language
from reportcite.values.names.display import name_text
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import NAME_VARIABLES

_FORBIDDEN: Final = pattern(f"{NOT_XML.pattern}|[\x7f-\x9f]")
_CODES: Final = {tag: code for code, tag in reversed([*LANGUAGE_TAGS.items()]) if len(code) == 3}
_PIECE: Final = 2000
"""So many characters of a text stand in one field, which has room for 9,998 bytes."""
_MAIN_FIRST: Final = ("author", *sorted(NAME_VARIABLES - {"author"}))
# Tag, indicators and code of what stands in a field of its own.
_TEXTS: Final = (
    ("DOI", "024", "7 ", "a", "doi"),
    ("PMID", "024", "7 ", "a", "pmid"),
    ("PMCID", "024", "7 ", "a", "pmcid"),
    ("number", "088", "  ", "a", ""),
    ("title-short", "210", "0 ", "a", ""),
    ("edition", "250", "  ", "a", ""),
    ("scale", "255", "  ", "a", ""),
    ("original-title", "765", "0 ", "t", ""),
    ("call-number", "852", "8 ", "h", ""),
    ("URL", "856", "40", "u", ""),
)
_HEADINGS: Final = frozenset({"100", "110", "700", "710"})
_IN_HOST: Final = (("volume", "volume"), ("issue", "number"), ("page", "pages"))

_Field = tuple[str, str]


def written(fields: Fields) -> Marc:
    """The leader and the fields of a record; what they cannot hold is declared."""
    record = fields.record
    values = {
        name: _composed(fields, name, value)
        for name, value in carry_all(fields, _FORBIDDEN).items()
    }
    leader = leader_for(record.type)
    own = fields.own("marc")
    found = [
        ("001", _FORBIDDEN.sub("", unicodedata.normalize("NFC", record.id))),
        ("008", _coded(values)),
        *_of_values(values, record.type),
        *_words(values, own),
        *_names(fields, values),
    ]
    found = _read_whole(leader, found)
    found = sorted(restored(fields, leader, found, own), key=_place_in_record)
    marc = Marc(_kept_leader(own, found, record.type) or leader, found)
    _, read = crossed(marc)
    csl_type = str(read.pop("type"))
    custom: Any = read.pop("custom", {})
    _declare_kept(fields, own, custom.get("marc", {}))
    rest = remainder(fields, values, Found(csl_type, read), NOTATION)
    in_lines = {line.partition(": ")[0] for line in rest.split("\n")}
    for variable in NAME_VARIABLES & in_lines:
        drop_details(fields, variable, "its name has no place of its own")
        found = [_without_details(field, variable) for field in found]
    found += [
        (OWN, content_of("  ", [("a", rest[at : at + _PIECE]), ("2", OWN_SOURCE)]))
        for at in range(0, len(rest), _PIECE)
    ]
    return Marc(marc.leader, found)


def _place_in_record(field: _Field) -> str:
    """By their tags; persons and bodies stay in the order of a list that both are in."""
    tag = field[0]
    return "700" if tag == "710" else tag


def _without_details(field: _Field, variable: str) -> _Field:
    """`field` without what it says of a contributor whom it names in `variable`."""
    tag, content = field
    if tag not in _HEADINGS or _role_of(variable) not in subfields(content):
        return field
    return tag, content_of(content[:2], [one for one in subfields(content) if one[0] not in "u1"])


def _kept_leader(own: Mapping[str, Any], fields: list[_Field], csl_type: str) -> str:
    """The leader that the record was read from; "" where it says another type by now."""
    held = own.get(LEADER)
    leader = held[0] if isinstance(held, list) and held and isinstance(held[0], str) else ""
    if leader and leader == bare_leader(leader):
        others = [field for field in fields if field[0] != OWN_TYPE]
        if crossed(Marc(leader, others))[1]["type"] == csl_type:
            return leader
    return ""


def _read_whole(leader: str, fields: list[_Field]) -> list[_Field]:
    """`fields` without those of which a reader keeps something as not understood, or whose line
    breaks are layout in MARCXML."""
    fields = [field for field in fields if "\n" not in field[1] and "\t" not in field[1]]
    custom: Any = crossed(Marc(leader, fields))[1].get("custom")
    if not custom:
        return fields
    kept = custom["marc"]
    return [field for field in fields if shown(field[1]) not in kept.get(field[0], ())]


def _composed(fields: Fields, name: str, value: Value) -> Value:
    """`value` with accents on their letters (NFC), as it is read."""
    composed: Any = _nfc(value)
    if composed != value:
        fields.change(name, "accents are written together with their letters")
    return composed  # type: ignore[no-any-return]


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _nfc(one) for key, one in value.items()}
    return [_nfc(one) for one in value] if isinstance(value, list) else value


def _coded(values: Mapping[str, Value]) -> str:
    """Field 008: dates and language, and fill characters for all else."""
    date, language = values.get("issued"), values.get("language")
    parts = simple_parts(date) if isinstance(date, dict) else None
    dates = "n" + "|" * 8
    if parts and 0 < parts[0] < 10000:
        year, *day = parts
        detailed = "".join([f"{one:02}" for one in day]).ljust(4)
        dates = f"{'e' if day else 's'}{year:04}{detailed}"
    tag = primary_language(language) if isinstance(language, str) else ""
    return f"||||||{dates}{'|' * 20}{_CODES.get(tag, '|||')}||"


def _of_values(values: Mapping[str, Value], csl_type: str) -> list[_Field]:
    """The fields of all that is neither a name nor a keyword."""
    texts = _with_doi({name: value for name, value in values.items() if isinstance(value, str)})
    found: list[_Field] = []

    def put(tag: str, indicators: str, *parts: tuple[str, str]) -> None:
        # What spaces a text has beside single ones between words is not kept by all.
        if given := [part for part in parts if part[1] and " ".join(part[1].split()) == part[1]]:
            found.append((tag, content_of(indicators, given)))

    for name, tag in (("ISBN", "020"), ("ISSN", "022")):
        for number in texts.get(name, "").split(","):
            put(tag, "  ", ("a", number.strip()))
    for name, tag, indicators, code, source in _TEXTS:
        if text := texts.get(name):
            put(tag, indicators, (code, text), ("2", source))
    if language := texts.get("language"):
        put("041", " 7", ("a", language), ("2", "rfc5646"))
    medium = texts.get("medium")
    put("245", "10" if "author" in values else "00",
        ("a", texts.get("title", "")), ("b", texts.get("subtitle", "")),
        ("h", f"[{medium}]" if medium else ""))  # fmt: skip
    put("264", " 1", ("a", texts.get("publisher-place", "")), ("b", texts.get("publisher", "")),
        ("c", _date(values.get("issued"))))  # fmt: skip
    put("300", "  ", ("a", _extent(texts)))
    put("490", "0 ", ("a", texts.get("collection-title", "")),
        ("v", texts.get("collection-number", "")))  # fmt: skip
    for name, tag in (("note", "500"), ("abstract", "520")):
        for line in texts.get(name, "").split("\n"):
            if len(line) <= _PIECE:
                put(tag, "  ", ("a", line))
    tag, code = ("502", "b") if csl_type == "thesis" else ("513", "a")
    put(tag, "  ", (code, texts.get("genre", "")))
    put(OWN_TYPE, " 7", ("a", csl_type), ("2", "csl"))
    put("711", "2 ", ("a", texts.get("event-title", "")), ("d", _date(values.get("event-date"))),
        ("c", texts.get("event-place", "")))  # fmt: skip
    parts = [("g", f"{label}:{texts[name]}") for name, label in _IN_HOST if name in texts]
    host = texts.get("container-title", "")
    # A short title alone would be read as the title.
    short = texts.get("container-title-short", "") if host else ""
    put("773", "0 ", ("t", host), ("p", short), *parts)
    return found


def _with_doi(texts: dict[str, str]) -> dict[str, str]:
    """`texts` with the DOI that readers find in a link, so that it is written the first time."""
    doi = bare_doi(texts.get("URL", ""))
    return {"DOI": doi, **texts} if is_doi(doi) else texts


def _date(date: Value | None) -> str:
    if not isinstance(date, dict):
        return ""
    return write_edtf(date) or str(date.get("literal", ""))


def _extent(texts: Mapping[str, str]) -> str:
    volumes, pages = texts.get("number-of-volumes", ""), texts.get("number-of-pages", "")
    return ", ".join(
        [text for text in (volumes and f"{volumes} v.", pages and f"{pages} p.") if text]
    )


def _words(values: Mapping[str, Value], own: Mapping[str, Any]) -> list[_Field]:
    """A field for each keyword that no kept heading says."""
    keyword = values.get("keyword")
    words = split_keywords(keyword) if isinstance(keyword, str) else []
    said = words_kept(own, words)
    return [("653", content_of("  ", [("a", word)])) for word in words if word not in said]


def _names(fields: Fields, values: Mapping[str, Value]) -> list[_Field]:
    """The first author as the main heading, all others as added ones with their roles."""
    found: list[_Field] = []
    for variable in _MAIN_FIRST:
        names = values.get(variable)
        if not isinstance(names, list):
            continue
        known = carry_details(fields, variable, names)
        for number, name in enumerate(names):
            main = variable == "author" and number == 0
            details = dict(known[number]) if known else {}
            for detail in [one for one in details if not _has_place(one, details[one])]:
                reason = "the format has no place for it"
                fields.drop(detail_name(variable, number + 1, detail), reason)
                del details[detail]
            found.append(_name(name, variable, details, main=main))
    return found


def _has_place(detail: str, text: str) -> bool:
    """Whether what is known of a contributor is read again as it is: words on one line."""
    if _FORBIDDEN.search(text) or text != " ".join(text.split()):
        return False
    return detail == "affiliation" or (detail == "ORCID" and is_orcid_link(text))


def _name(name: Contributor, variable: str, details: Mapping[str, str], *, main: bool) -> _Field:
    literal = name.get("literal")
    tag = ("1" if main else "7") + ("10" if literal else "00")
    bare: Any = {key: part for key, part in name.items() if key != "suffix"}
    parts = [("a", literal or name_text(bare)), ("c", name.get("suffix", ""))]
    parts += [("u", details.get("affiliation", ""))]
    parts.append(_role_of(variable))
    parts.append(("1", details.get("ORCID", "")))
    return tag, content_of("2 " if literal else "1 ", [part for part in parts if part[1]])


def _role_of(variable: str) -> tuple[str, str]:
    """The subfield of a heading that says the role."""
    code = ROLES.get(variable)
    return ("4", code) if code else ("e", variable)


def _declare_kept(fields: Fields, own: Mapping[str, Any], read: Mapping[str, list[str]]) -> None:
    """Declare what of the kept fields is not read again as it was."""
    for tag, contents in own.items():
        name = f"custom/marc/{tag}"
        if name not in fields.dropped and read.get(tag) != contents:
            fields.change(name, "the record says something else by now")

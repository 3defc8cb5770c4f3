"""From the fields of MARC 21 to those of a record, after the Library of Congress's mapping of MARC
to MODS (loc.gov/standards/mods/mods-mapping.html).

What CSL has no place for is kept in `custom` under `marc`, by tag, as the field is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from reportcite.formats.marc.crosswalk.found import Crossed, FieldReader
from reportcite.formats.marc.crosswalk.host import kind_of_host, read_host
from reportcite.formats.marc.crosswalk.kinds import leader_of_text, type_of, unusual_leader
from reportcite.formats.marc.crosswalk.numbers import (
    CALL_NUMBERS,
    call_number,
    read_call_number,
    read_id,
    read_identifier,
    read_isbn,
    read_issn,
    read_number,
    read_shelf,
)
from reportcite.formats.marc.crosswalk.origin import read_dates, read_origin, read_thesis
from reportcite.formats.marc.crosswalk.people import (
    names_in,
    read_conference,
    read_field,
    words_of,
    words_of_body,
)
from reportcite.formats.marc.crosswalk.titles import read_series, read_title
from reportcite.formats.marc.fields import (
    DELIMITER,
    LONGEST_CACHED,
    Marc,
    first_texts,
    has_only,
    kept_by_tag,
    subfields,
    text_of,
)
from reportcite.patterns import pattern
from reportcite.record.custom import LazyCustom
from reportcite.record.untyped import Untyped
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.isbd import bare_text, heading_text, pages_in, scale_in, volumes_in
from reportcite.values.keywords import join_keywords
from reportcite.vocabulary import ITEM_TYPES

OWN: Final = "887"
"""The field of what MARC has no other for."""
OWN_SOURCE: Final = "reportcite"
OWN_TYPE: Final = "655"
"""The field of a genre, which the type of CSL is, too."""

LEADER: Final = "LDR"
"""What the leader is kept under; no field has such a tag."""

_LINKED: Final = "880"


def crossed(marc: Marc) -> tuple[str, dict[str, Untyped]]:
    """The id (field 001; "" without) and the untyped fields of a record, its type among them."""
    found = gone_through(marc)
    complete(found)
    return found.id, {"type": found.type, **found.fields, **found_custom(found)}


def found_custom(found: Crossed) -> dict[str, Untyped]:
    """What CSL has no place for, as the field `custom`; {} where there is nothing."""
    custom = custom_of(found)
    return {"custom": dict(custom)} if custom else {}


def custom_of(found: Crossed) -> Mapping[str, Any]:
    """What CSL has no place for, made when it is asked for."""
    if found.kept or unusual_leader(found.leader, found.type):
        return LazyCustom("marc", _kept_of, (found.kept, found.leader, found.type))
    return _NO_CUSTOM


def _kept_of(kept: tuple[list[tuple[str, str]], str, str]) -> dict[str, list[str]]:
    fields, leader, csl_type = kept
    unusual = unusual_leader(leader, csl_type)
    return kept_by_tag([*fields, (LEADER, unusual)] if unusual else fields)


def gone_through(marc: Marc) -> Crossed:
    """What the fields of a record say one by one; `complete` does the rest."""
    found = Crossed(marc.leader, marc.fields)
    keep, reader_of = found.kept.append, _READ.get
    # Run for each field of each record of a catalogue.
    for one in marc.fields:
        tag, content = one
        read = reader_of(tag)
        if read is None or not read(tag, content, found):
            keep(one)
    return found


def complete(found: Crossed) -> None:
    """Add what several fields say together."""
    fields, several = found.fields, found.several
    # Run for each record of a catalogue.
    if not found.type:
        leader = found.leader
        if "ISBN" in several and leader[6:7] == "m":
            leader = leader_of_text(leader, found.coded)
        found.type = type_of(
            leader, found.coded, found.genres, thesis=bool(found.theses), host=found.host
        )
    if found.host and found.leader[7:8] == "m":
        _leave_out_the_whole(found)
    date = read_origin(found.origin, fields)
    for content in found.theses:
        read_thesis(content, fields)
    in_part = fields.pop("issued", None)  # a thesis or a host said it
    read_dates(found.coded, date, fields)
    if date and "issued" not in fields:  # it says that there is none
        found.kept += [field for field in found.origin if field not in found.kept]
    if in_part:
        fields.setdefault("issued", in_part)
    if several:
        for variable, delimiter in _SEVERAL:
            if texts := several.get(variable):
                one = len(texts) == 1
                fields[variable] = texts[0] if one else delimiter.join(dict.fromkeys(texts))
    if found.words and (words := join_keywords(dict.fromkeys(found.words))):
        fields["keyword"] = words
    if found.call_numbers and (number := call_number(found.call_numbers)):
        fields["call-number"] = number
    if found.names:
        publisher = str(fields.get("publisher", ""))
        fields |= names_in(found.names, found.statement, publisher, found.type)


def _leave_out_the_whole(found: Crossed) -> None:
    """A volume whose title is that of the whole, and its own behind it, stands in no other work."""
    fields = found.fields
    title, whole = str(fields.get("title", "")), str(fields.get("container-title", ""))
    if not whole or not title.casefold().startswith(whole.casefold()):
        return
    del fields["container-title"]
    if str(fields.get("volume", "")) in title[len(whole) :]:
        fields.pop("volume", None)
    for field in found.all_fields:
        if field[0] == "773" and field not in found.kept:
            found.kept.append(field)


def _read_linked(tag: str, content: str, found: Crossed) -> bool:
    """A field in another script, if no field in Latin stands beside it."""
    link = first_texts(content).get("6", "")
    meant = link[:3]
    read = _READ.get(meant) if meant != tag and link[4:6] == "00" else None
    if read is None or any(one == meant for one, _ in found.all_fields):
        return False
    if not read(meant, content, found):
        found.kept.append((meant, content))
    return True


def _read_coded(tag: str, content: str, found: Crossed) -> bool:
    found.coded = content
    language = content[35:38]
    if language.isalpha() and language not in ("und", "zxx", "mul", "mis"):
        found.fields.setdefault("language", language)
    if content[:6].isdigit() or content[6:7] not in "sen|":  # when it was entered is kept
        return False
    rest = content[:6] + content[15:35] + content[38:]
    return not rest.strip(" |")


def _read_language(tag: str, content: str, found: Crossed) -> bool:
    codes = [text for code, text in subfields(content) if code == "a"]
    if first_texts(content).get("2", "").startswith("rfc") and codes:
        found.fields["language"] = codes[0]
        return len(codes) == 1 and has_only(content, frozenset("a2"))
    first = codes[0][:3] if codes else ""
    if first.isalpha():
        found.fields["language"] = first
    return list(first_texts(content)) == ["a"] and len(codes) == 1 and len(codes[0]) == 3


def _read_title(tag: str, content: str, found: Crossed) -> bool:
    found.statement = read_title(content, found.fields)
    return not found.statement and has_only(content, _OF_TITLE)


def _read_series(tag: str, content: str, found: Crossed) -> bool:
    return read_series(content, found.fields) and has_only(content, _OF_SERIES)


def _read_text(variable: str) -> FieldReader:
    def read(tag: str, content: str, found: Crossed) -> bool:
        texts = first_texts(content)
        text = bare_text(texts.get("a", "").removesuffix(" /"))
        known = found.fields.setdefault(variable, text) if text else ""
        return known == text and list(texts) == ["a"]

    return read


def _read_extent(tag: str, content: str, found: Crossed) -> bool:
    pages, volumes = _extent(text_of(content, "a"))
    if pages:
        found.fields.setdefault("number-of-pages", pages)
    if volumes:
        found.fields.setdefault("number-of-volumes", volumes)
    return _EXTENT.fullmatch(content[2:]) is not None


@lru_cache(maxsize=1 << 12)  # many works of a catalogue have as many pages
def _extent(text: str) -> tuple[str, str]:
    """The numbers of pages and of volumes."""
    extent = bare_text(text)
    return pages_in(extent), volumes_in(extent)


def _read_scale(tag: str, content: str, found: Crossed) -> bool:
    if text := first_texts(content).get("a"):
        found.fields.setdefault("scale", scale_in(text))
    return has_only(content, frozenset("a"))


def _read_origin(tag: str, content: str, found: Crossed) -> bool:
    found.origin.append((tag, content))
    # Who sells the copies is no publisher, and is kept.
    sells = "istribut" in content or "or sale by" in content
    return has_only(content, _OF_ORIGIN) and not sells


def _read_thesis(tag: str, content: str, found: Crossed) -> bool:
    found.theses.append(content)
    return has_only(content, frozenset("bcd"))


def _read_note(tag: str, content: str, found: Crossed) -> bool:
    variable = "abstract" if tag == "520" else "note"
    if content.count(DELIMITER) == 1 and content[2:4] == _ONE_TEXT:  # as nearly all are
        found.add(variable, content[4:].strip())
        return True
    text = " ".join([text for code, text in subfields(content) if code in "ab"])
    found.add(variable, text)
    return has_only(content, _MAIN)


def _read_genre(tag: str, content: str, found: Crossed) -> bool:
    texts = first_texts(content)
    if texts.get("2") == "csl" and texts.get("a") in ITEM_TYPES:
        found.type = texts["a"]
        return has_only(content, frozenset("a2"))
    found.genres += [text for code, text in subfields(content) if code in "avxyz"][:1]
    return _read_subject(tag, content, found)


def _read_lines(tag: str, content: str, found: Crossed) -> bool:
    parts = content.split("\x1f")[1:]
    if [part[:1] for part in parts] != ["a", "2"] or parts[1][1:] != OWN_SOURCE:
        return False
    found.lines.append(parts[0][1:])
    return True


def _read_subject(tag: str, content: str, found: Crossed) -> bool:
    is_short = len(content) < LONGEST_CACHED
    found.words += (words_of if is_short else words_of.__wrapped__)(content)
    return False  # it says whose heading it is


def _read_body_as_subject(tag: str, content: str, found: Crossed) -> bool:
    found.words += words_of_body(content)
    return False


def _read_word(tag: str, content: str, found: Crossed) -> bool:
    _read_subject(tag, content, found)
    return has_only(content, frozenset("a"))


def _read_link(tag: str, content: str, found: Crossed) -> bool:
    texts = first_texts(content)
    url = texts.get("u", "")
    part = texts.get("3", "")
    if not url or content[1:2] == "2" or (
        part and content[1:2] in " 8" and not _WHOLE_TEXT.match(part)
    ):  # fmt: skip
        return False
    if is_doi(bare_doi(url)) and "DOI" not in found.fields:
        found.fields["DOI"] = url
    known = found.fields.setdefault("URL", url)
    return known == url and texts.keys() <= set("uqyz")


def _read_host(tag: str, content: str, found: Crossed) -> bool:
    if found.host:
        return False
    if read_host(content, found.fields):
        found.host = kind_of_host(content)
    return " / " not in content and has_only(content, _OF_HOST)


def _read_original(tag: str, content: str, found: Crossed) -> bool:
    texts = first_texts(content)
    if (title := texts.get("t" if tag == "765" else "a")) and (tag == "765" or "l" in texts):
        found.fields.setdefault("original-title", heading_text(title))
    return tag == "765" and has_only(content, frozenset("t"))


def _read_short(tag: str, content: str, found: Crossed) -> bool:
    if text := first_texts(content).get("a"):
        found.fields.setdefault("title-short", bare_text(text))
    return has_only(content, _MAIN)


def _read_person(tag: str, content: str, found: Crossed) -> bool:
    if tag[0] == "7" and "\x1ft" in content:  # a work of the one who is named
        return False
    is_short = len(content) < LONGEST_CACHED
    heading = (read_field if is_short else read_field.__wrapped__)(tag, content)
    found.names.append((tag, heading))
    return heading.whole


def _read_conference(tag: str, content: str, found: Crossed) -> bool:
    if "\x1ft" in content or "event-title" in found.fields:
        return False
    return read_conference(content, found.fields)


_NO_CUSTOM: Final[Mapping[str, Any]] = {}
_ONE_TEXT: Final = f"{DELIMITER}a"
_SEVERAL: Final = (("ISBN", ", "), ("ISSN", ", "), ("note", "\n"), ("abstract", "\n"))
_EXTENT: Final = pattern("\x1fa(?:[0-9]+ v\\.(?:, )?)?(?:[0-9]+ p\\.)?")
_WHOLE_TEXT: Final = pattern(
    r"(?i)(?:full[- ]?text|voll(?:er )?text|texte? (?:intég|compl)|online)"
)
_MAIN: Final = frozenset("ab")
_OF_ORIGIN: Final = frozenset("abc")
_OF_TITLE: Final = frozenset("abnph6")
_OF_HOST: Final = frozenset("tpsxzdgqabi7")
_OF_SERIES: Final = frozenset("av")
_READ: Final[Mapping[str, FieldReader]] = {
    "001": read_id,
    "008": _read_coded,
    "020": read_isbn,
    "022": read_issn,
    "024": read_identifier,
    "027": read_number,
    "028": read_number,
    "088": read_number,
    "041": _read_language,
    **dict.fromkeys(CALL_NUMBERS, read_call_number),
    "852": read_shelf,
    **dict.fromkeys(("100", "700", "110", "710"), _read_person),
    **dict.fromkeys(("111", "711"), _read_conference),
    "210": _read_short,
    "240": _read_original,
    "765": _read_original,
    "245": _read_title,
    "250": _read_text("edition"),
    "255": _read_scale,
    "260": _read_origin,
    "264": _read_origin,
    "300": _read_extent,
    **dict.fromkeys(("440", "490", "830"), _read_series),
    "500": _read_note,
    "520": _read_note,
    "502": _read_thesis,
    **dict.fromkeys(("600", "630", "648", "650", "651"), _read_subject),
    **dict.fromkeys(("610", "611"), _read_body_as_subject),
    "653": _read_word,
    OWN_TYPE: _read_genre,
    OWN: _read_lines,
    "513": _read_text("genre"),
    "773": _read_host,
    "856": _read_link,
    _LINKED: _read_linked,
}

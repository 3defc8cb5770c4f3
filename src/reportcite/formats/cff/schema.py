"""What the schema of the Citation File Format 1.2.0 (schema.json) asks of each key.

What is written is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from reportcite.patterns import pattern

Fits: TypeAlias = Callable[[object], bool]


def _matches(form: str, *, lines: bool = False) -> Fits:
    compiled = pattern(form, re.ASCII | (re.DOTALL if lines else 0))
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_scalar(value: object) -> bool:
    return _is_text(value) or (isinstance(value, int | float) and not isinstance(value, bool))


def _is_month(value: object) -> bool:
    return isinstance(value, str | int) and str(value) in {*map(str, range(1, 13))}


def _one_of(words: str) -> Fits:
    known = frozenset(words.split())
    return lambda value: isinstance(value, str) and value in known


def _list_of(member: Fits) -> Fits:
    return lambda value: (
        isinstance(value, list)
        and bool(value)
        and all(map(member, value))
        and len(set(map(_hashable, value))) == len(value)
    )


def _hashable(value: object) -> object:
    """What is equal where `value` is."""
    if isinstance(value, dict):
        return frozenset((name, _hashable(member)) for name, member in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


_COUNTRIES: Final = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
    US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
_TYPES: Final = """
    art article audiovisual bill blog book catalogue conference-paper conference data
    database dictionary edited-work encyclopedia film-broadcast generic government-document
    grant hearing historical-work legal-case legal-rule magazine-article manual map
    multimedia music newspaper-article pamphlet patent personal-communication proceedings
    report serial slides software-code software-container software-executable software-
    virtual-machine software sound-recording standard statute thesis unpublished video
    website
"""
is_date: Final = _matches("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
# RFC 3986, beyond the schema's pattern: the schema also asks for the format `uri`.
is_url: Final = _matches(r"(?:https|http|ftp|sftp)://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+")
is_doi: Final = _matches(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_is_license: Final = _matches(r"[A-Za-z0-9.+-]+")
_is_email: Final = _matches(r"\S+@\S+\.\S{2,}")
_is_orcid: Final = _matches(r"https://orcid\.org/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_is_swh: Final = _matches(r"swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-fA-F]{40}")
_IDENTIFIERS: Final[Mapping[str, Fits]] = {
    "doi": is_doi, "url": is_url, "swh": _is_swh, "other": _is_text,
}  # fmt: skip

_CONTACT: Final[Mapping[str, Fits]] = {
    **dict.fromkeys(("address", "alias", "city", "fax", "region", "tel"), _is_text),
    "country": _one_of(_COUNTRIES),
    "email": _is_email,
    "orcid": _is_orcid,
    "post-code": _is_scalar,
    "website": is_url,
}
PERSON: Final[Mapping[str, Fits]] = {
    **dict.fromkeys(
        ("affiliation", "family-names", "given-names", "name-particle", "name-suffix"), _is_text
    ),
    **_CONTACT,
}
ENTITY: Final[Mapping[str, Fits]] = {
    "date-end": is_date, "date-start": is_date, "location": _is_text, "name": _is_text, **_CONTACT,
}  # fmt: skip


def _is_entity(value: object) -> bool:
    return isinstance(value, dict) and _is_text(value.get("name")) and fits(value, ENTITY)


def _is_person_or_entity(value: object) -> bool:
    return _is_entity(value) or (isinstance(value, dict) and fits(value, PERSON))


def _is_identifier(value: object) -> bool:
    if not isinstance(value, dict) or not {"type", "value"} <= value.keys() <= {
        "type", "value", "description",
    }:  # fmt: skip
        return False
    form = _IDENTIFIERS.get(str(value["type"]))
    described = "description" not in value or _is_text(value["description"])
    return form is not None and form(value["value"]) and described


_PEOPLE: Final = _list_of(_is_person_or_entity)
_TEXTS: Final = _list_of(_is_text)
_SHARED: Final[Mapping[str, Fits]] = {
    **dict.fromkeys(("abstract", "commit", "title"), _is_text),
    **dict.fromkeys(("authors", "contact"), _PEOPLE),
    **dict.fromkeys(
        ("license-url", "repository", "repository-artifact", "repository-code", "url"), is_url
    ),
    "date-released": is_date,
    "doi": is_doi,
    "identifiers": _list_of(_is_identifier),
    "keywords": _TEXTS,
    "license": lambda value: _is_license(value) or _list_of(_is_license)(value),
    "version": _is_scalar,
}
ROOT: Final[Mapping[str, Fits]] = {
    **_SHARED,
    "cff-version": _matches(r"1\.2\.0"),
    "message": _is_text,
    "type": _one_of("software dataset"),
}
"""Keys of the file itself, without those for other works."""

REFERENCE: Final[Mapping[str, Fits]] = {
    **_SHARED,
    **dict.fromkeys(
        """abbreviation collection-title collection-type copyright data-type database department
        edition entry filename format issue-date issue-title journal medium nihmsid notes scope
        term thesis-type volume-title""".split(),
        _is_text,
    ),
    **dict.fromkeys(
        """end issue loc-end loc-start number number-volumes pages section start volume year
        year-original""".split(),
        _is_scalar,
    ),
    **dict.fromkeys(("editors", "editors-series", "recipients", "senders", "translators"), _PEOPLE),
    **dict.fromkeys(
        ("conference", "database-provider", "institution", "location", "publisher"), _is_entity
    ),
    **dict.fromkeys(("date-accessed", "date-downloaded", "date-published"), is_date),
    "collection-doi": is_doi,
    "isbn": _matches(r"[0-9\- ]{10,17}X?"),
    "issn": _matches(r"\d{4}-\d{3}[\dxX]"),
    "languages": _list_of(_matches("[a-z]{2,3}")),
    "month": _is_month,
    "patent-states": _TEXTS,
    "pmcid": _matches("PMC[0-9]{7}"),
    "status": _one_of("abstract advance-online in-preparation in-press preprint submitted"),
    "type": _one_of(_TYPES),
}
"""Keys of a work that is referred to."""

_REQUIRED_OF_ROOT: Final = ("cff-version", "message", "title", "authors")
_REQUIRED_OF_REFERENCE: Final = ("type", "title", "authors")
_OTHER_WORKS: Final = frozenset({"preferred-citation", "references"})


def fits(node: Mapping[str, object], keys: Mapping[str, Fits]) -> bool:
    """Whether `node` has none but these keys, each with what the schema asks for."""
    return bool(node) and all(key in keys and keys[key](value) for key, value in node.items())


def violations(node: Mapping[str, object], *, root: bool) -> Iterator[tuple[str, str]]:
    """Each key of a file, or of a reference in it, that is not as the schema wants it, and what is
    wrong: the key is not there, not known, or has another value."""
    keys = ROOT if root else REFERENCE
    for key in _REQUIRED_OF_ROOT if root else _REQUIRED_OF_REFERENCE:
        if key not in node:
            yield key, "is missing"
    for key, value in node.items():
        if key in _OTHER_WORKS and root:
            continue
        if key not in keys:
            yield key, "is not a key that the schema knows here"
        elif not keys[key](value):
            yield key, "has a value that the schema does not allow"

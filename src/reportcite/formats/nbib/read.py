"""Records of PubMed and ERIC in NBIB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.nbib.fields import DOCUMENTS, ERIC, PLACED, SYNTAX, TYPES, VARIABLES
from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reading.tagged_fields import Collected, read_tagged, take_all
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.values.doi import bare_doi, doi_link, is_doi
from reportcite.values.names.inverted import suffix_apart
from reportcite.values.pages import full_range
from reportcite.values.url import is_web_link

_SPECIAL: Final = frozenset(
    """TI FAU AU CN FED ED AD AUID DP IS ISBN ISSN LID AID PT PL OWN OID PMID BTI SO PG MH
    OT""".split()
)
_YEAR: Final = re.compile(r"(.*?)\b([0-9]{4})\b ?(.*)")
_GOES_ON: Final = re.compile(r"[-–] ?[0-9]|.*[-–] ?[0-9]{4}\b")
"""Behind a year: 1982-1984, 2020-05-03, 1998 Dec-1999 Jan."""
_ARTICLE_NUMBER: Final = re.compile(r"Article (\S+) *")
_DOI: Final = re.compile(r"(\S+) \[doi\]")
# Of an article without pages the publisher's identifier of it is its number, where it is short.
_NUMBER_OF_ITEM: Final = re.compile(r"([A-Za-z]{0,5}[0-9]{1,8}) \[pii\]")
_ORCID: Final = re.compile(
    r"ORCID: *(?:https?://orcid.org/)?([0-9]{4}(?:-?[0-9]{4}){2}-?[0-9]{3}[0-9X])"
)
_ISSN_KIND: Final = re.compile(r"^E?ISSN-")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of an NBIB file, as PubMed and ERIC export it."""
    return read_tagged(stream, name, SYNTAX, limits, _record)


def _record(tagged: Tagged, name: str, keys: UniqueKeys) -> Record:
    found = Collected(tagged, name, "nbib")
    csl_type = _type(found)
    take_all(found, VARIABLES, _SPECIAL)
    for one in found.all("PG"):
        found.put(one, "page", full_range(one.text))
    _keywords(found)
    _titles(found, csl_type)
    _people(found)
    _numbers(found)
    _date(found)
    _kept(found, csl_type)
    pmid = found.first("PMID")
    for one in found.all("PMID"):
        found.put(one, "PMID")
    return found.record(csl_type, f"pmid{pmid}" if pmid.isdecimal() else "", keys)


def _keywords(found: Collected) -> None:
    """Words of the author's, and headings, of which an asterisk marks the main ones: those are
    kept as they are, too."""
    for one in found.all("MH", "OT"):
        found.put(one, "keyword", one.text.replace("*", "") if one.tag == "MH" else one.text)
        if one.tag == "MH" and "*" in one.text:
            found.keep(one)


def _type(found: Collected) -> str:
    types = [TYPES[kind] for one in found.all("PT") if (kind := one.text.lower()) in TYPES]
    if _is_document_of_eric(found):
        return next((one for one in types if one != "article-journal"), "report")
    if types:
        return types[0]
    return "chapter" if found.first("BTI") and found.first("TI") else "article-journal"


def _is_document_of_eric(found: Collected) -> bool:
    """Whether a record of ERIC is of a document, not of an article: of ED000000, not EJ000000."""
    return found.first("OWN") == ERIC and found.first("OID").startswith(DOCUMENTS)


def _titles(found: Collected, csl_type: str) -> None:
    """Titles without the full stop that PubMed puts behind each; of a document, ERIC has the
    publisher where the journal would be."""
    for one in found.all("TI"):
        text = one.text
        found.put(one, "title", text[:-1] if text.endswith(".") and len(text) > 1 else text)
    for one in found.all("BTI"):
        found.put(one, "container-title" if found.first("TI") else "title")
    if _is_document_of_eric(found) and "container-title" in found.fields:
        found.fields["publisher"] = found.fields.pop("container-title")
        found.places["publisher"] = found.places.pop("container-title")


def _people(found: Collected) -> None:
    """Names in full where there are such, each with the affiliation and ORCID that follow it."""
    roles = {
        "FAU" if found.first("FAU") else "AU": "author",
        "FED" if found.first("FED") else "ED": "editor",
    }
    person: dict[str, str] | None = None
    for one in found.source:
        if role := roles.get(one.tag):
            person = {"name": suffix_apart(one.text)}
            found.put(one, role, person)
        elif one.tag == "CN":
            found.put(one, "author", {"literal": one.text})
        elif one.tag == "AU" and one.text.rstrip(".").lower() == "et al":
            found.put(one, "author", "et al.")
        elif one.tag in ("AD", "AUID"):
            _detail(found, one, person)


def _detail(found: Collected, one: Field, person: dict[str, str] | None) -> None:
    orcid = _ORCID.search(one.text)
    name = "affiliation" if one.tag == "AD" else "ORCID"
    if person is None or name in person or (name == "ORCID" and not orcid):
        found.keep(one)
    elif orcid and name == "ORCID":
        person[name] = orcid[1]
    else:
        person[name] = one.text


def _numbers(found: Collected) -> None:
    for one in found.all("IS", "ISSN"):
        found.number(one._replace(text=_ISSN_KIND.sub("", one.text)), "ISSN")
    for one in found.all("ISBN"):
        found.number(one, "ISBN")
    identifiers = {one.text for one in found.all("AID")}
    for one in found.all("LID", "AID"):
        doi = _DOI.fullmatch(one.text)
        bare = bare_doi(doi[1] if doi else one.text)
        # A page of a publisher has the DOI in its address, too.
        if is_doi(bare) and (not is_web_link(one.text) or one.text == doi_link(bare)):
            if str(found.fields.get("DOI", bare)).lower() == bare.lower():
                found.put(one, "DOI", found.fields.get("DOI", bare))
            else:
                found.keep(one)
        elif is_web_link(one.text) and "URL" not in found.fields:
            found.put(one, "URL")
        elif (
            one.tag == "LID"
            and not found.first("PG")
            and (number := _NUMBER_OF_ITEM.fullmatch(one.text))
        ):
            found.put(one, "page", number[1])
        elif one.tag == "AID" or one.text not in identifiers:
            found.keep(one)


def _date(found: Collected) -> None:
    """DP: the year first, as PubMed has it, or last; ERIC puts the number of the article there."""
    text = found.first("DP")
    if number := _ARTICLE_NUMBER.match(text):
        found.put(found.firsts["DP"], "number", number[1])
        text = text[number.end() :]
    if (year := _YEAR.fullmatch(text)) and not _GOES_ON.match(year[3]):
        rest = f"{year[1]} {year[3]}".strip()
        found.put(found.firsts["DP"], "issued", {"date": rest, "year": year[2]})
    elif text:
        found.put(found.firsts["DP"], "issued", {"date": text, "year": ""})


def _kept(found: Collected, csl_type: str) -> None:
    for one in found.all("PL"):
        if csl_type in PLACED:
            found.put(one, "publisher-place")
        else:
            found.keep(one)
    for one in found.all("OID"):
        if found.first("OWN") == ERIC:
            found.put(one, "archive_location")
            found.put(one, "archive", ERIC)
        else:
            found.keep(one)
    for one in found.all("PT"):
        if TYPES.get(one.text.lower()) != csl_type:
            found.keep(one)
    for one in found.all("OWN"):
        if one.text != ERIC:
            found.keep(one)

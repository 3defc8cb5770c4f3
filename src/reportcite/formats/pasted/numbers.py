"""Identifiers, links and the day of a visit, which stand at the end of a reference."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.isbn import isbns_in

# Numbers of serial items (SICI) have angle brackets.
_ANY_DOI: Final = r"10\.\d{4,9}/(?:\(SICI\)\S+|[^\s<>]+)"
_DOI: Final = pattern(
    rf"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)({_ANY_DOI})|\b({_ANY_DOI})", re.IGNORECASE
)
_URL: Final = pattern(r"https?://[^\s<>\[\]]+")
_ISBN: Final = pattern(r"[—–,-]?\s*\bISBN(?:-1[03])?:?\s*([\d-]{9,16}[\dXx])")
_ISSN: Final = pattern(r"[—–,-]?\s*\bISSN:?\s*(\d{4}-\d{3}[\dXx])")
_PMID: Final = pattern(r"\bPMID:? ?(\d{1,8})\b[.;]?")
_PMCID: Final = pattern(r"\bPMCID:? ?(PMC\d{1,9})\b[.;]?", re.IGNORECASE)
_DAY: Final = r"[^\s,;.)\]](?:[^\n.;)\]]|(?<=\d)\. ){3,24}?\d{4}(?:-\d\d-\d\d)?"
_NAMED_DAY: Final = r"[^\W\d_]{3,9}\. \d{1,2}, \d{4}|\d{4} [^\W\d_]{3,9}\.? \d{1,2}"
_VISITED: Final = pattern(
    r"\[?\(?(?:updated \d{4}[^\];]{0,12}; ?)?(?:accessed|cited|retrieved|zugriff(?: am)?"
    r"|abgerufen(?: am)?|zuletzt (?:geprüft|abgerufen)(?: am)?|letzter zugriff)(?: on)?:?\s+"
    rf"(\d{{1,2}}\.\d{{1,2}}\.(?:\d\d){{1,2}}|{_NAMED_DAY}|{_DAY}|\d{{4}}-\d\d-\d\d)\)?\]?[.,]?",
    re.IGNORECASE,
)
_WORDS: Final = pattern(
    r"(?:\b(?:online )?verfügbar unter|\bavailable(?: (?:at|from))?|\bretrieved from"
    r"|\babgerufen von|\bfrom|\bURL|\bvon|\bdoi|\bunter|-|\bpmid|\[online\]):?\s*"
    r"(?=[\s.,;-]*$|\[online\])",
    re.IGNORECASE,
)


class Numbers(NamedTuple):
    """What a reference says besides the work itself: the `text` without them, and its fields."""

    text: str
    fields: dict[str, str]


def numbers_in(reference: str) -> Numbers:
    """The identifiers in `reference`, and what is left of it.

    >>> numbers_in("Beck, U. (1986). Risk. https://doi.org/10.1234/ab.c.")
    Numbers(text='Beck, U. (1986). Risk.', fields={'DOI': '10.1234/ab.c'})
    """
    text = reference.replace("[online]", "").replace("[Online]", "")
    fields: dict[str, str] = {}
    if match := _DOI.search(text):
        fields["DOI"] = _closed(match[1] or match[2])
        text = _cut(text, match, fields["DOI"])
    if match := _VISITED.search(text):
        fields["accessed"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    if match := _PMCID.search(text):
        fields["PMCID"] = match[1].upper()
        text = text[: match.start()] + text[match.end() :]
    if match := _PMID.search(text):
        fields["PMID"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    if match := _URL.search(text):
        fields["URL"] = _closed(match[0])
        text = _cut(text, match, fields["URL"])
    if (match := _ISBN.search(text)) and any(one.valid for one in isbns_in(match[1])):
        fields["ISBN"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    if match := _ISSN.search(text):
        fields["ISSN"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    text = " ".join(text.split())
    for _ in range(3):
        text = _WORDS.sub("", text).rstrip(" ,;—–-")
    return Numbers(re.sub(r"(?:\s*\.){2,}$", ".", text), fields)


def _closed(text: str) -> str:
    """An address or DOI without the marks of the sentence that it ends; brackets come in pairs."""
    text = text.rstrip(".,;:”“\"'")
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip(".,;:")
    return text


def _cut(text: str, match: re.Match[str], kept: str) -> str:
    end = text.index(kept, match.start()) + len(kept)
    return f"{text[: match.start()].rstrip()} {text[end:].lstrip(' .,')}".strip()

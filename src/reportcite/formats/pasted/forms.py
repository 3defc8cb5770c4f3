"""Which form a reference has: where its names end, and where its date stands."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.people import is_head, without_role
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

YEAR: Final = r"(?:1[4-9]|20)\d\d"
_NO_DATE: Final = r"n\.d\.|o\. ?J\.|s\.d\.|in press|im Druck|forthcoming"
_APA: Final = pattern(rf" \((?P<date>(?:{YEAR}[a-z]?|{_NO_DATE})[^()]{{0,40}})\)[.,]? (?=\S)")
# In German social sciences: Beck, Ulrich (1986): Title, and Beck, U., 1986: Title.
_GERMAN: Final = pattern(rf" \((?P<date>(?:{YEAR}[a-z]?|{_NO_DATE})[^()]{{0,40}})\): (?=\S)")
_GERMAN_BARE: Final = pattern(rf",? (?P<date>{YEAR}[a-z]?|o\. ?J\.): (?=\S)")
_ISO: Final = pattern(rf", (?P<date>{YEAR}[a-z]?|\[?o\. ?J\.\]?|\[?n\.d\.\]?)\. (?=\S)")
_CHICAGO: Final = pattern(rf"\.? (?P<date>{YEAR}[a-z]?|n\.d\.|o\. ?J\.)\. (?=\S)")
_DIN: Final = pattern(r": (?=\S)")
_EDITED: Final = pattern(r"(?P<more>,? (?:eds?|Hrsg|Hg)\.) (?=\S)")
# MLA names one of many; a suffix is no end of a sentence elsewhere.
_OF_MANY: Final = pattern(r"(?P<more>, (?:et al|[JS]r)\.) (?=[^\W\d_a-z])")
# Chicago's notes have the date behind the title: names end before a quotation, with the mark of
# editors, or with the initial of the one author.
_BEFORE_QUOTE: Final = pattern(r"(?P<more>\.) (?=[“„\"«])")
# ACS: Portes, A.; Kalt, A. B. Title.
_INITIALED: Final = pattern(
    r"(?<=^)(?P<more>(?:[^,.;:]+, [^\W\d_]\.(?:[ -]?[^\W\d_]\.)*; )*"
    r"[^,.;:]+, [^\W\d_]\.(?:[ -]?[^\W\d_]\.)*)"
    r" (?=[^\W\d_a-z][^\W\d_]|[A1] )"
)
_INITIAL: Final = pattern(r"(?<=^)(?P<more>[^,.;:]+, [^,.;:]+ [^\W\d_]\.) (?=[^\W\d_]{2})")
_FORMS: Final = (
    *(
        _APA,
        _GERMAN,
        _ISO,
        _CHICAGO,
        _GERMAN_BARE,
        _BEFORE_QUOTE,
        _OF_MANY,
        _EDITED,
        _INITIAL,
        _INITIALED,
        _DIN,
    ),
)
_STOP: Final = pattern(r"[.?!] (?!Aufl|Ausg|Jahrh|Jh)(?=[^\W_a-zà-öø-ÿ]|[a-z]+[A-Z]|[“„\"«‘'(\[])")
_ABBREVIATION: Final = pattern(
    r"(?:^|[\s(])(?:[^\W\d_]|vgl|bd|jg|vol|nr|no|ed|eds|hrsg|aufl|dr|st|prof|ca|vs|z|d|u|jr|pp|al)\.$",
    re.IGNORECASE,
)
_SUBTITLED: Final = pattern(r"^[^.,:]+: |\(\d[^()]*\)\.?$")
_SUFFIXED: Final = pattern(rf"({YEAR})[a-z]$")


class Form(NamedTuple):
    """The parts of a reference: its names, whether they are editors, its date, "" where that stands
    behind the title, and the `rest`, which begins with the title."""

    names: str
    edited: bool
    date: str
    rest: str


def form_of(text: str) -> Form:
    """The parts of a reference without its identifiers.

    >>> form_of("Beck, U. (1986a). Risk. Suhrkamp.")
    Form(names='Beck, U.', edited=False, date='1986', rest='Risk. Suhrkamp.')
    >>> form_of("Beck, Ulrich. 1986. Risk. Suhrkamp.").date, form_of("BECK, U., 1986. Risk.").names
    ('1986', 'BECK, U.')
    >>> form_of("Poe, A. (Hrsg.): Risk. Ulm : X, 1986")
    Form(names='Poe, A.', edited=True, date='', rest='Risk. Ulm : X, 1986')
    """
    titled = _APA.search(text)
    if titled and _SUBTITLED.search(text[: titled.start()]) and "“" not in text[: titled.start()]:
        # Nobody is named, and the title stands before the date.
        head = text[: titled.start()].rstrip(". ")
        return Form(
            "", False, _SUFFIXED.sub(r"\1", titled["date"]), f"{head}. {text[titled.end() :]}"
        )
    for pattern_ in _FORMS:
        match = pattern_.search(text)
        if match and is_head(text[: match.start()]):
            head = text[: match.start()].strip()
            names, edited = without_role(head + match.groupdict().get("more", ""))
            date = (match.groupdict().get("date") or "").strip("[]")
            names = _without_stop(names)
            return Form(names, edited, _SUFFIXED.sub(r"\1", date), text[match.end() :])
    end = sentence_end(text)
    if end and is_head(text[:end]) and sentence_end(text[end:]):
        names, edited = without_role(text[:end].rstrip())
        return Form(_without_stop(names), edited, "", text[end:])
    return Form("", False, "", text)


def _without_stop(names: str) -> str:
    """Names without the full stop of the sentence; that of an initial or a suffix stays."""
    return names if re.search(r"\b(?:[^\W\d_]|[JS]r)\.$", names) else names.rstrip(".")


def sentence_end(text: str) -> int:
    """Where the sentence behind the first one of `text` begins, 0 where there is one only; no
    sentence ends in brackets, nor with an abbreviation.

    >>> sentence_end("Dr. A. Roe (2nd ed. London). Next"), sentence_end("One")
    (29, 0)
    """
    for match in _STOP.finditer(text):
        before = text[: match.start() + 1]
        opened = before.count("(") + before.count("[") - before.count(")") - before.count("]")
        if opened <= 0 and not _ABBREVIATION.search(before[-8:]):
            return match.end()
    return 0

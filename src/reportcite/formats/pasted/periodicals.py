"""Journals and newspapers, with their volume, issue, day and pages."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.patterns import pattern
from reportcite.values.dates.typed import date_from_text

_SENTENCE: Final = 3
"""So many words are no abbreviation."""
PAGES: Final = r"[A-Za-z]?\d[\w]*(?:[–-][A-Za-z]?\d\w*)?(?:, \d+[–-]\d+)*"
"""A pattern of pages, of several ranges perhaps."""
# In German: In: Zeitschrift, 47. Jg., H. 3, S. 182–199. and Zeitschrift, Jg. 47, Heft 3: 182–199.
_YEARLY: Final = pattern(
    rf"(?:In: )?(?P<c>[^:.“”]+?),? (?:(?P<v>\d{{1,3}})\. (?:Jg\.|Jahrgang)"
    rf"|(?:Jg\.|Jahrgang) (?P<w>\d{{1,3}}))(?: ?\((?P<x>[^()]+)\))?"
    rf"(?:[,/] (?:Heft|H\.|Nr\.) (?P<i>[^,:]+))?(?:[,:] (?:S\. )?(?P<p>{PAGES}))?\.?$"
)
# ACS: Journal 1998, 24 (3), 1–24.
_ACS: Final = pattern(
    rf"(?P<c>[^“”:]+?),? (?P<x>{YEAR}), (?P<v>\d{{1,4}})(?: ?\((?P<i>[^()]+)\))?"
    rf", (?P<p>{PAGES})\.?$"
)
_JOURNALS: Final = (
    # APA: Journal, 47(3), 182–199.
    pattern(
        rf"(?P<c>[^“”]+?), (?P<v>\d{{1,3}})(?!\d)(?: ?\((?P<i>[^()]+)\))?"
        rf"(?:, (?:Article )?(?P<p>{PAGES}))?\.?$"
    ),
    # Chicago: Journal 47 (3): 182–99. and Journal 47, no. 3 (2018): 182–99.
    pattern(
        rf"(?P<c>.+?) (?P<v>\d+)(?:, (?:nos?|Nr)\. (?P<i>[^ ()]+))?"
        rf"(?: \((?P<x>[^()]*)\))?: (?P<p>{PAGES})\.?$"
    ),
    pattern(
        rf"(?P<c>.+?) (?P<v>\d+)(?:, (?:nos?|Nr)\. (?P<i>[^ ()]+))? \((?P<x>[^()]*{YEAR})\)\.?$"
    ),
    # DIN: Zeitschrift Bd. 47 (2018), Nr. 3, S. 182–199
    pattern(
        rf"(?:In: )?(?P<c>.+?)(?: Bd\. (?P<v>[^ ,]+))? \((?P<x>{YEAR})\)"
        rf"(?:, Nr\. (?P<i>[^,]+))?(?:, S\. (?P<p>{PAGES}))?\.?$"
    ),
    # ISO 690: Zeitschrift. 2018. Bd. 47, Nr. 3, S. 182–199.
    pattern(
        rf"(?P<c>[^.]+|(?:[^\W\d_]{{1,8}}\. )+[^\W\d_]{{1,8}})\. (?P<x>(?:[^.:]* )?{YEAR})\.?"
        rf"(?: (?:Bd\.|Vol\.|Jg\.) (?P<v>[^ ,.]+))?"
        rf"(?:,? (?:Nr|no)\. (?P<i>[^,.]+))?(?:,? (?:S|pp?)\. (?P<p>{PAGES}))?\.?$"
    ),
    # In German: In: Zeitschrift 47 (3), S. 182–199.
    pattern(
        rf"(?:In: )?(?P<c>[^:.“”]+?),? (?P<v>\d{{1,3}})(?: ?\((?P<x>[^()]+)\))?"
        rf"(?:[,/] (?:Heft|H\.|Nr\.) (?P<i>[^,:]+))?[,:] S\. (?P<p>{PAGES})\.?$"
    ),
)
LABELLED: Final = (_YEARLY, *_JOURNALS[3:])
"""Forms whose pages have a label."""
IN_JOURNALS: Final = (_YEARLY, _JOURNALS[3], _JOURNALS[5])
"""Forms that begin with “In” as chapters do."""
_DAY: Final = (
    rf"(?:[^\W\d_]+\.? \d{{1,2}}|\d{{1,2}}\.? [^\W\d_]+|[^\W\d_]+)(?:,? {YEAR})?|{YEAR}-\d\d-\d\d"
)
_DATED: Final = pattern(
    rf"(?P<c>[^“”:]+?), (?P<x>(?!\d+$){_DAY})(?:, (?:pp?\. |S\. )?(?P<p>{PAGES}))?\.?$"
)


def add_journal(rest: str, fields: dict[str, object]) -> bool:
    """Whether `rest` is a journal with its volume, or pages; then `fields` hold it."""
    for form in (_YEARLY, _ACS, *_JOURNALS):
        found = form.match(rest)
        day = found.groupdict().get("x") if found else None
        if day and re.search(YEAR, day) and not _is_day(day):
            continue
        if found and not found["c"].rstrip().endswith(":"):
            _put_journal(found, fields)
            return True
    return False


def add_dated(rest: str, fields: dict[str, object]) -> bool:
    """Whether `rest` is a newspaper or a page, with the day; then `fields` hold it."""
    found = _DATED.match(rest)
    if not found or not _is_day(found["x"]):
        return False
    fields |= {"container-title": found["c"].strip(), "type": "article-newspaper"}
    year, day = str(fields.get("issued") or ""), found["x"]
    if not year or re.search(YEAR, day):
        fields["issued"] = day
    elif re.fullmatch(YEAR, year):
        fields["issued"] = f"{day}, {year}"
    if found["p"]:
        fields["page"] = found["p"]
    return True


def own_title(text: str, fields: dict[str, object]) -> str:
    """The title of the journal, without a second sentence of the article's title before it."""
    end = 0
    while further := sentence_end(text[end:]):
        end += further
    words = text[:end].split()
    # An abbreviated title of a journal has stops, too.
    if len(words) < _SENTENCE or all(word.endswith(".") for word in words):
        return text.removeprefix("In: ")
    fields["title"] = f"{str(fields['title']).rstrip('.')}. {text[:end].strip().rstrip('.')}"
    return text[end:].removeprefix("In: ")


def _put_journal(found: re.Match[str], fields: dict[str, object]) -> None:
    fields["container-title"] = own_title(found["c"].strip(), fields)
    parts = found.groupdict()
    fields["type"] = "article-journal" if parts.get("v") or parts.get("w") else "article-newspaper"
    if re.search(r"[, ]", str(fields.get("issued") or "")) and not (parts.get("p") or parts["i"]):
        # A newspaper of a day has pages, not volumes.
        fields["type"], parts["p"], parts["v"] = "article-newspaper", parts["v"], None
    extra = parts.get("x") or ""
    issue = parts.get("i") or (extra if extra and not re.search(YEAR, extra) else "")
    if not fields.get("issued") and re.search(YEAR, extra):
        fields["issued"] = extra
    for name, value in (
        ("volume", parts.get("v") or parts.get("w")),
        ("issue", issue),
        ("page", parts.get("p")),
    ):
        if value:
            fields[name] = value.strip()


def _is_day(text: str) -> bool:
    """Whether `text` is a date, without its year perhaps."""
    found = date_from_text(text if re.search(YEAR, text) else f"{text}, 2000").date
    return found is not None and "literal" not in found

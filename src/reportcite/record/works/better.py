"""Which of two values of a field says more, and whether they contradict each other: a rule for each
kind of value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from reportcite.record.selection import folded
from reportcite.record.works.details import number_in
from reportcite.record.works.people import NAMESAKE, creator_of, fullness, likeness
from reportcite.record.works.titles import same_words, words_of
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.edition import edition_number
from reportcite.values.isbn import Isbn, isbns_in_field
from reportcite.values.issn import is_issn
from reportcite.values.keywords import join_keywords, split_keywords
from reportcite.values.language import language_tag, primary_language
from reportcite.values.pages import bare_pages, first_page, full_range
from reportcite.values.shapes import Contributor, Date
from reportcite.values.title import is_title_case
from reportcite.vocabulary import DATE_VARIABLES, NUMBER_VARIABLES


class Choice(NamedTuple):
    """The value to keep of two; `second` says that it is the second alone, and `conflict` that what
    is not kept says something else."""

    value: Any
    second: bool = False
    conflict: bool = False


def better(name: str, one: Any, other: Any) -> Choice:
    """Which of two values of the field `name` is to be kept.

    A choice between equals falls on the first. See the functions below for the rules.

    >>> better("PMID", "12", "12"), better("publisher-place", "Bern", "Basel").conflict
    (Choice(value='12', second=False, conflict=False), True)
    """
    if one == other:
        return Choice(one)
    if isinstance(one, str) and isinstance(other, str):
        rule = _RULES.get(name) or (_numbers if name in NUMBER_VARIABLES else _words)
        return rule(one, other)
    if name in DATE_VARIABLES:
        return _later(one, other) if name == "accessed" else fuller_date(one, other)
    return Choice(one, conflict=True)


def fuller_date(one: Date, other: Date) -> Choice:
    """The date that says more of the same: a day beats a month, a month a year, numbers beat words;
    a certain date beats one that is about right.

    >>> fuller_date({"date-parts": [[2024]]}, {"date-parts": [[2024, 5, 2]]}).value
    {'date-parts': [[2024, 5, 2]]}
    >>> fuller_date({"date-parts": [[2024]]}, {"date-parts": [[2023, 5]]}).conflict
    True
    """
    first, second = one.get("date-parts"), other.get("date-parts")
    if not first or not second:
        # Words may say the same as numbers, or more: they contradict nothing that is known.
        return Choice(other, second=True) if second else Choice(one)
    if len(first) == len(second) and all(map(_begin_alike, first, second)):
        more = sum(map(len, second)) - sum(map(len, first))
        certain = bool(one.get("circa")) - bool(other.get("circa"))
        season = ("season" in other) - ("season" in one)
        is_second = (more, certain, season) > (0, 0, 0)
        return Choice(other, second=True) if is_second else Choice(one)
    return Choice(one, conflict=True)


def merged_names(
    one: Sequence[Contributor], other: Sequence[Contributor]
) -> tuple[list[Contributor], bool] | None:
    """The names of two lists of the same people in the same order, each as the list has it that
    says more of it, and whether any is the second's; None for lists of others, or of more.

    >>> merged_names([{"family": "Ng", "given": "B."}], [{"family": "Ng", "given": "Bo"}])
    ([{'family': 'Ng', 'given': 'Bo'}], True)
    """
    if len(one) != len(other):
        return None
    pairs = [*zip(one, other, strict=True)]
    if any(likeness(creator_of(a), creator_of(b)) <= NAMESAKE for a, b in pairs):
        return None
    kept = [b if fullness(b) > fullness(a) else a for a, b in pairs]
    return kept, any(name is not a for name, (a, _) in zip(kept, pairs, strict=True))


def better_written(one: str, other: str) -> bool:
    """Whether the second of two spellings is the better: not all in capitals, not in title case,
    with the accents and the punctuation that the other left out.

    >>> better_written("MUELLER UND SOEHNE", "Müller und Söhne"), better_written("Soil", "soil")
    (True, False)
    """
    return _spelling(other) > _spelling(one)


def _spelling(text: str) -> tuple[bool, bool, int]:
    marks = sum(not character.isascii() for character in text)
    return not text.isupper(), not is_title_case(text, 3), marks


def _words(one: str, other: str) -> Choice:
    """Texts: of two that say the same, the better written; of two of which one holds the other,
    the longer."""
    first, second = "".join(words_of(one)), "".join(words_of(other))
    if first == second:
        return Choice(other, second=True) if better_written(one, other) else Choice(one)
    if first in second or second in first:
        return _longer(one, other)
    return Choice(one, conflict=True)


def _names_of_things(one: str, other: str) -> Choice:
    """Journals, books, publishers: written out beats cut short."""
    if "".join(words_of(one)) != "".join(words_of(other)) and same_words(
        words_of(one), words_of(other)
    ):
        return _longer(one, other)
    return _words(one, other)


def _longer(one: str, other: str) -> Choice:
    return Choice(other, second=True) if len(other) > len(one) else Choice(one)


def _numbers(one: str, other: str) -> Choice:
    """Numbers: of two forms of one the first; a double number holds the single one."""
    first, second = number_in(one), number_in(other)
    if second.startswith(f"{first}."):
        return Choice(other, second=True)
    return Choice(one, conflict=not f"{first}.".startswith(f"{second}."))


def _editions(one: str, other: str) -> Choice:
    """Editions: the number that styles can decline beats words for it."""
    first, second = edition_number(one), edition_number(other)
    if first == second:
        return Choice(other, second=True) if other == second != one else Choice(one)
    return Choice(one, conflict=True)


def _pages(one: str, other: str) -> Choice:
    """Pages: a range beats its first page, and one with all its digits one that is cut short."""
    first, second = full_range(bare_pages(one)), full_range(bare_pages(other))
    if first == second:
        labelled = [bare_pages(text) != text for text in (one, other)]
        if labelled[0] != labelled[1]:
            return Choice(other, second=True) if labelled[0] else Choice(one)
        return _longer(one, other)
    if first_page(first) == first_page(second) and first_page(first) in (first, second):
        return _longer(first, second)
    return Choice(one, conflict=True)


def _dois(one: str, other: str) -> Choice:
    """DOIs: one that has the form of a DOI beats one that has not."""
    first, second = bare_doi(one), bare_doi(other)
    if first.lower() == second.lower():
        return Choice(one)
    if is_doi(second) and not is_doi(first):
        return Choice(other, second=True, conflict=True)
    return Choice(one, conflict=True)


def _isbns(one: str, other: str) -> Choice:
    """ISBNs: all that are right, each once; no wrong ones, if any is right."""
    both = [*isbns_in_field(one), *isbns_in_field(other)]
    right: dict[str, Isbn] = {}
    for isbn in both:
        if isbn.valid and (isbn.isbn13 not in right or _has_more(isbn, right[isbn.isbn13])):
            right[isbn.isbn13] = isbn
    if not right:
        return Choice(one, conflict=True)
    text = ", ".join(isbn.typed for isbn in right.values())
    return Choice(text, second=text == other, conflict=not all(isbn.valid for isbn in both))


def _has_more(isbn: Isbn, other: Isbn) -> bool:
    """Whether `isbn` is the better form of the same number: 13 digits, with hyphens."""
    forms = [(len(each.compact), each.typed == each.hyphenated) for each in (isbn, other)]
    return forms[0] > forms[1]


def _issns(one: str, other: str) -> Choice:
    """ISSNs, of print and online: all that are right; no wrong ones, if any is right."""
    both = [code for text in (one, other) for code in text.replace(",", " ").split()]
    right = {code.upper().replace("-", ""): code for code in reversed(both) if is_issn(code)}
    if not right:
        return Choice(one, conflict=True)
    text = ", ".join(reversed(right.values()))
    wrong = any(not is_issn(code) for code in both)
    return Choice(text, second=text == other, conflict=wrong)


def _keywords(one: str, other: str) -> Choice:
    """Keywords: those of both, each once whatever its case."""
    first = split_keywords(one)
    known = {folded(word) for word in first}
    more = {folded(word): word for word in split_keywords(other) if folded(word) not in known}
    return Choice(join_keywords([*first, *more.values()])) if more else Choice(one)


def _notes(one: str, other: str) -> Choice:
    """Notes: both, unless one holds the other."""
    first, second = folded(one), folded(other)
    if first in second or second in first:
        return _longer(one, other)
    return Choice(f"{one.rstrip()}; {other.lstrip()}" if "\n" not in one else f"{one}\n{other}")


def _urls(one: str, other: str) -> Choice:
    """URLs: https beats http; the page itself beats a resolver of DOIs, which the DOI leads to."""
    bare = [text.partition("://")[2].rstrip("/").removeprefix("www.") for text in (one, other)]
    if bare[0] == bare[1]:
        secure = other.startswith("https:") and not one.startswith("https:")
        return Choice(other, second=True) if secure else Choice(one)
    resolved = [is_doi(bare_doi(text)) for text in (one, other)]
    if resolved[0] != resolved[1]:
        return Choice(other, second=True) if resolved[0] else Choice(one)
    return Choice(one, conflict=True)


def _languages(one: str, other: str) -> Choice:
    """Languages: a tag with region or script beats the language alone."""
    first, second = language_tag(one), language_tag(other)
    if primary_language(first) and primary_language(first) == primary_language(second):
        return _longer(first, second)
    return Choice(one, conflict=True)


def _later(one: Date, other: Date) -> Choice:
    """The later of two days on which something was looked up."""
    first, second = one.get("date-parts") or [], other.get("date-parts") or []
    return Choice(other, second=True) if second > first else Choice(one)


def _begin_alike(one: Sequence[int], other: Sequence[int]) -> bool:
    return all(a == b for a, b in zip(one, other, strict=False)) and bool(one) == bool(other)


_RULES: Final[Mapping[str, Callable[[str, str], Choice]]] = MappingProxyType(
    {
        "abstract": _longer,
        "note": _notes,
        "annote": _notes,
        "keyword": _keywords,
        "page": _pages,
        "edition": _editions,
        "DOI": _dois,
        "ISBN": _isbns,
        "ISSN": _issns,
        "URL": _urls,
        "language": _languages,
        **dict.fromkeys(("container-title", "collection-title", "publisher"), _names_of_things),
    }
)
"""The rules for texts; all others are judged as numbers, or else as words."""

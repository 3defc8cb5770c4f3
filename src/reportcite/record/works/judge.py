"""Whether two records are about one work: a score, what speaks for it, and what rules it out.

The score, 0 to 100, is made of four parts: title 45, first author 25, year 20, source 10 (journal,
book or publisher). Each counts by how much the two agree in it; what neither has, or one alone,
counts in part (`NEITHER`, `ONE_ALONE`, of the year nothing). Where an identifier is the same, that
is 70, the four parts share the other 30, and what is lacking counts `LACKING` of its part.
"""

from __future__ import annotations

from typing import Final

from reportcite.record.works import kinds, people, titles
from reportcite.record.works.details import contradiction, is_volume_of, of_edition
from reportcite.record.works.traits import Traits
from reportcite.tuples import NamedTuple

THRESHOLD: Final = 85
"""The score from which on two records are taken for one work."""

TITLE, AUTHOR, YEAR, SOURCE = 45, 25, 20, 10
IDENTIFIER: Final = 70
NEITHER: Final = 0.8
ONE_ALONE: Final = 0.3
LACKING: Final = 0.6

SINGLE: Final = ("DOI", "PMID", "PMCID", "arXiv")
"""Identifiers of which a work has one; different ones are of different works or versions."""

OTHER_TITLE: Final = "another title"

# What is below 0 says that nothing can be compared.
_NEITHER, _ONE = -2.0, -1.0


class Likeness(NamedTuple):
    """How alike two records are: a score of 0 to 100, what is the same, and what rules out that
    they are about one work ("" for nothing). `shared` are the identifiers that both have."""

    score: int
    reasons: tuple[str, ...]
    against: str
    shared: tuple[str, ...]

    def reaches(self, threshold: float) -> bool:
        """Whether both are taken for one work."""
        return not self.against and self.score >= threshold


def compare(one: Traits, other: Traits) -> Likeness:
    """How alike the records with these traits are; the same in either order.

    Where neither an identifier nor the title is the same, nothing else is looked at.
    """
    shared = _shared(one, other)
    title = _title(one, other)
    if not shared and title <= titles.CONTAINED:  # so end most comparisons of a common title
        return Likeness(0, (), OTHER_TITLE, ())
    author = _author(one, other)
    year = _year(one, other)
    source, within = _source(one, other)
    parts = ((TITLE, title), (AUTHOR, author), (YEAR, year), (SOURCE, source))
    if shared:
        rest = sum(part * (agreed if agreed >= 0 else LACKING) for part, agreed in parts)
        score = IDENTIFIER + (100 - IDENTIFIER) * rest / 100
    else:
        lacking = {_NEITHER: NEITHER, _ONE: ONE_ALONE}
        score = sum(part * lacking.get(agreed, agreed) for part, agreed in parts)
        score -= YEAR * ONE_ALONE if year == _ONE else 0
    against = (
        _against_versions(one, other, shared)
        or (_against_shared(one, other, title, shared) if shared else "")
        or ("" if shared else _against_others(one, other, within))
    )
    reasons = [f"same {name}" for name in shared]
    for name, agreed in (("title", title), ("author", author), ("year", year), ("source", source)):
        if agreed > titles.CONTAINED:
            reasons.append(f"same {name}" if agreed == 1 else f"similar {name}")
    return Likeness(int(score + 0.5), tuple(reasons), against, shared)


def _shared(one: Traits, other: Traits) -> tuple[str, ...]:
    if not one.identifiers or not other.identifiers:
        return ()
    return tuple(sorted({*one.identifiers}.intersection(other.identifiers)))


def _title(one: Traits, other: Traits) -> float:
    if not one.title.words or not other.title.words:
        return _lacking(one.title.words, other.title.words)
    return titles.likeness(one.title, other.title)


def _author(one: Traits, other: Traits) -> float:
    if not one.creators or not other.creators:
        return _lacking(one.creators, other.creators)
    return people.first_likeness(one.creators, other.creators)


def _year(one: Traits, other: Traits) -> float:
    if not one.years or not other.years:
        return _lacking(one.years, other.years)
    return float(not {*one.years}.isdisjoint(other.years))


def _source(one: Traits, other: Traits) -> tuple[float, bool]:
    """How much the sources agree, and whether both stand in something that is not the same."""
    if not {*one.numbers}.isdisjoint(other.numbers):
        return 1.0, False
    if one.address and one.address == other.address:
        return 1.0, False
    if one.containers or other.containers:
        if not (one.containers and other.containers):
            return _ONE, False
        same = any(titles.same_words(a, b) for a in one.containers for b in other.containers)
        return float(same), not same
    if not one.publisher or not other.publisher:
        return _lacking(one.publisher, other.publisher), False
    return float(titles.same_words(one.publisher, other.publisher)), False


def _lacking(one: object, other: object) -> float:
    return _ONE if one or other else _NEITHER


def _against_versions(one: Traits, other: Traits, shared: tuple[str, ...]) -> str:
    """Different numbers of one kind, and kinds of work that never are one."""
    for name in SINGLE:
        first, second = _of(name, one), _of(name, other)
        if first and second and first.isdisjoint(second):
            return f"another {name}"
    both = {one.kind, other.kind}
    if len(both) == 1 or (kinds.ANY in both and kinds.REVIEW not in both):
        return ""
    certain = any(not name.startswith(("ISBN", "arXiv")) for name in shared)
    if certain and kinds.REVIEW not in both and both != {kinds.WHOLE, kinds.PART}:
        return ""  # programs take one type for another
    return f"{_named(one.kind)} and {_named(other.kind)}"


def _against_shared(one: Traits, other: Traits, title: float, shared: tuple[str, ...]) -> str:
    """What rules out one work although an identifier is the same."""
    disagree = 0 <= title < titles.CONTAINED
    differing = contradiction(one.details, other.details)
    if all(name.startswith("ISBN") for name in shared):
        if disagree:
            return OTHER_TITLE
        differing = contradiction(of_edition(one.details), of_edition(other.details))
        return f"another {differing}" if differing else ""
    # The DOI of a book, or of an issue, in the records of its parts.
    return f"{OTHER_TITLE} and {differing}" if differing and disagree else ""


def _against_others(one: Traits, other: Traits, within: bool) -> str:
    """What rules out one work where no identifier is the same, but the title is."""
    if one.years and other.years and _years_apart(one, other) > 1:
        return "another year"
    if within:
        return "it stands in something else"
    return _against_editions(one, other)


def _against_editions(one: Traits, other: Traits) -> str:
    """What tells editions, volumes and issues apart."""
    first, second = _of("ISBN", one), _of("ISBN", other)
    if first and second and first.isdisjoint(second):
        return "another ISBN"
    if differing := contradiction(one.details, other.details):
        return f"another {differing}"
    if kinds.PAGE == one.kind == other.kind and one.address and other.address:
        return "" if one.address == other.address else "another URL"
    is_whole = kinds.WHOLE in (one.kind, other.kind)
    return (
        "a volume, and the whole" if is_whole and is_volume_of(one.details, other.details) else ""
    )


def _of(name: str, traits: Traits) -> set[str]:
    return {one for one in traits.identifiers if one.startswith(f"{name} ")}


def _years_apart(one: Traits, other: Traits) -> int:
    return min(abs(a - b) for a in one.years for b in other.years)


def _named(kind: str) -> str:
    return {kinds.WHOLE: "a whole", kinds.PART: "a part of one", kinds.ARTICLE: "an article"}.get(
        kind, f"a {kind}" if kind else "a document"
    )

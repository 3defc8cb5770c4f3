"""One citation: its cites sorted, grouped, collapsed and joined (CSL 1.0.2, "Cite Grouping",
"Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reportcite.csl.compile.options import CollapseOptions
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple


class RenderedCite(NamedTuple):
    """One cite as printed: its tokens and affixes apart, and what collapsing looks at.

    `without_names` gives the cite without its names, for cites after the first of a group. `href`
    is where it leads, "" for nowhere.
    """

    tokens: Tokens
    prefix: Tokens
    suffix: Tokens
    has_locator: bool
    citation_number: int
    without_names: Callable[[], Tokens]
    names: str = ""
    href: str = ""

    def whole(self, tokens: Tokens | None = None) -> Tokens:
        """The cite with its affixes, itself a link if it leads somewhere; `tokens` stand in for its
        own where given."""
        own = self.tokens if tokens is None else tokens
        if self.href and own:
            own = [Open(href=self.href), *own, CLOSE]
        return [*self.prefix, *own, *self.suffix]


_YEAR_FIRST: Final = pattern(r"\d{3,4}(?![\w-])")


class _Piece(NamedTuple):
    """What is printed of a cite, its own tokens or `tokens`, and the delimiter before it."""

    cite: RenderedCite
    delimiter: str
    tokens: Tokens | None = None


def join_cites(cites: Sequence[RenderedCite], options: CollapseOptions) -> Tokens:
    """The cites of one citation, in their order, as one run of tokens."""
    if options.collapse == "citation-number":
        return _joined(_collapse_numbers(cites, options))
    if not options.groups:
        return _joined([_Piece(cite, options.delimiter) for cite in cites])
    collapsing = options.collapse.startswith("year")
    pieces: list[_Piece] = []
    delimiter = options.delimiter
    for group in _group_by_names(cites, gathering=options.gathers):
        members = _collapse_years(group, options) if collapsing else _side_by_side(group, options)
        pieces += [members[0]._replace(delimiter=delimiter), *members[1:]]
        collapsed = options.collapse == "year" or (collapsing and len(group) > 1)
        delimiter = options.after_collapse_delimiter if collapsed else options.delimiter
    return _joined(pieces)


def _side_by_side(group: Sequence[RenderedCite], options: CollapseOptions) -> list[_Piece]:
    return [_Piece(cite, options.cite_group_delimiter) for cite in group]


def _group_by_names(cites: Sequence[RenderedCite], *, gathering: bool) -> list[list[RenderedCite]]:
    """Runs of cites with the same names; one with neither names nor year-suffix is alone, unless
    it begins with its year: such ones are together.

    With `gathering`, cites further on come up to the first with their names.
    """
    groups: list[list[RenderedCite]] = []
    by_names: dict[str, list[RenderedCite]] = {}
    for cite in cites:
        shared = cite.names or span(cite.tokens, "year-suffix") or _begins_with_year(cite)
        group = by_names.get(cite.names) if shared else None
        if group is None:
            group = []
            groups.append(group)
            others = by_names if gathering else {}
            by_names = {**others, cite.names: group} if shared else others
        group.append(cite)
    return groups


def _begins_with_year(cite: RenderedCite) -> bool:
    """Whether a cite without names prints its year first, and no title."""
    first = _YEAR_FIRST.match(text_of(cite.tokens))
    return first is not None and span(cite.tokens, "citation-number") is None


class _Year(NamedTuple):
    """A cite of a group without its names: the year apart from the year-suffix."""

    cite: RenderedCite
    tokens: Tokens
    year: str
    suffix: Tokens

    @property
    def suffix_text(self) -> str:
        return text_of(self.suffix)


def _year_of(cite: RenderedCite) -> _Year:
    tokens = cite.without_names()
    found = span(tokens, "year-suffix")
    if found is None:
        return _Year(cite, tokens, text_of(tokens), [])
    start, end = found
    while (
        start and end < len(tokens) and tokens[end] is CLOSE and isinstance(tokens[start - 1], Open)
    ):
        start, end = start - 1, end + 1  # the suffix keeps its formatting
    return _Year(cite, tokens, text_of([*tokens[:start], *tokens[end:]]), tokens[start:end])


def _collapse_years(group: Sequence[RenderedCite], options: CollapseOptions) -> list[_Piece]:
    """The names once, then the years; with year-suffix also the same year once."""
    pieces = [_Piece(group[0], "")]
    suffixes = options.collapse.startswith("year-suffix")
    ranged = options.collapse == "year-suffix-ranged"
    years = [_year_of(cite) for cite in group]
    index = 1
    while index < len(years):
        year, before = years[index], years[index - 1]
        if suffixes and _same_year(before, year):
            end = _range_end(years, index) if ranged else index
            if end > index:
                pieces.append(_Piece(years[end].cite, "–", years[end].suffix))
            else:
                delimiter = (
                    options.before_prefix_delimiter
                    if year.cite.prefix
                    else options.year_suffix_delimiter
                )
                pieces.append(_Piece(year.cite, delimiter, year.suffix))
            index = end + 1
        else:
            if year.tokens:
                delimiter = _between_years(before.cite, year.cite, options)
                pieces.append(_Piece(year.cite, delimiter, year.tokens))
            index += 1
    return pieces


def _between_years(before: RenderedCite, cite: RenderedCite, options: CollapseOptions) -> str:
    """The delimiter of two cites of a group that differ in the year."""
    if cite.prefix:
        return options.before_prefix_delimiter
    if before.has_locator or before.suffix:
        return options.after_locator_delimiter
    return options.cite_group_delimiter


def _same_year(before: _Year, year: _Year) -> bool:
    return bool(
        year.suffix
        and before.suffix
        and year.year == before.year
        and not (before.cite.has_locator or year.cite.has_locator)
    )


def _range_end(years: Sequence[_Year], index: int) -> int:
    """The last of the years that continue a range of three and more begun before `index`."""
    end = index - 1
    while (
        end + 1 < len(years)
        and _same_year(years[end], years[end + 1])
        and _follows(years[end].suffix_text, years[end + 1].suffix_text)
    ):
        end += 1
    return max(end, index)


def _follows(one: str, other: str) -> bool:
    return len(one) == len(other) and one[:-1] == other[:-1] and ord(other[-1]) == ord(one[-1]) + 1


def _collapse_numbers(cites: Sequence[RenderedCite], options: CollapseOptions) -> list[_Piece]:
    """Three and more consecutive citation numbers as a range."""
    pieces: list[_Piece] = []
    index = 0
    delimiter = ""
    while index < len(cites):
        end = index
        while end + 1 < len(cites) and _numbers_follow(cites[end], cites[end + 1]):
            end += 1
        if end > index + 1:
            pieces += [_Piece(cites[index], delimiter), _Piece(cites[end], "–")]
            delimiter = options.after_collapse_delimiter
        else:
            for place, cite in enumerate(cites[index : end + 1], index + 1):
                pieces.append(_Piece(cite, delimiter))
                # Locators may hold the delimiter themselves: "(18, fig. 5; 20, chap. 3)".
                located = cite.has_locator and place < len(cites) and cites[place].has_locator
                delimiter = options.after_collapse_delimiter if located else options.delimiter
        index = end + 1
    return pieces


def _numbers_follow(one: RenderedCite, other: RenderedCite) -> bool:
    return (
        other.citation_number == one.citation_number + 1
        and one.citation_number > 0
        and not (one.has_locator or other.has_locator or one.suffix or other.prefix)
    )


def _joined(pieces: Sequence[_Piece]) -> Tokens:
    """The cites one after another; the delimiter gives way to punctuation of an affix."""
    out: Tokens = []
    suffixed = False
    for cite, delimiter, own in pieces:
        tokens = cite.whole(own)
        if not tokens:
            continue
        if out and delimiter and not _starts_with_punctuation(tokens):
            parted = suffixed and text_of(out[-1:])[-1:] in {",", ";", ":"}
            out.append(" " if parted else delimiter)
        out += tokens
        suffixed = bool(cite.suffix)
    return out


def _starts_with_punctuation(tokens: Tokens) -> bool:
    first = tokens[0]
    return isinstance(first, str) and first[:1] in (",", ";", ":", ".")


def span(tokens: Tokens, tag: str) -> tuple[int, int] | None:
    """Where the first span tagged `tag` starts and ends (the index behind its CLOSE)."""
    for start, token in enumerate(tokens):
        if token.__class__ is Open and token.tag == tag:
            return start, closing(tokens, start) + 1
    return None


def closing(tokens: Tokens, start: int) -> int:
    """The index of the CLOSE that belongs to the Open at `start`."""
    depth = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token is CLOSE:
            depth -= 1
            if not depth:
                return index
        elif token.__class__ is Open:
            depth += 1
    raise ValueError("a span without its end")


def names_text(tokens: Tokens) -> str:
    """The text of the names of a cite; "" where it prints none."""
    found = span(tokens, "names")
    return text_of(tokens[found[0] : found[1]]) if found else ""

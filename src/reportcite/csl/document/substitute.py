"""The bibliography: its entries' layout and repeated authors (CSL 1.0.2, "Bibliography-specific
Options", "Whitespace", "Reference Grouping")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from reportcite.csl.context import PrintedNames
from reportcite.csl.document.cluster import closing, span
from reportcite.csl.items.names import Name
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of

_LEFT_MARGIN = Open(display="left-margin")
_RIGHT_INLINE = Open(display="right-inline")


def align_second_field(first: Tokens, rest: Tokens) -> Tokens:
    """The first field of an entry set off from the rest (`second-field-align`)."""
    if not first:
        return rest
    if rest and isinstance(rest[0], str) and rest[0][:1] in (",", ";", ":", "."):
        first, rest = [*first, rest[0][0]], [rest[0][1:], *rest[1:]]
    return [_LEFT_MARGIN, *first, CLOSE, _RIGHT_INLINE, *rest, CLOSE]


def name_spans(tokens: Tokens) -> list[tuple[int, int]]:
    """Where the single names of an entry's first name list start and end."""
    found = span(tokens, "names")
    if found is None:
        return []
    spans: list[tuple[int, int]] = []
    index, end = found[0] + 1, found[1] - 1
    while index < end:
        token = tokens[index]
        if isinstance(token, Open) and token.tag == "name":
            last = closing(tokens, index) + 1
            spans.append((index, last))
            index = last
        else:
            index += 1
    return spans


def names_without_labels(tokens: Tokens) -> tuple[int, int] | None:
    """Where the names of an entry stand, labels left out; all that substitutes them, if none."""
    whole = span(tokens, "names")
    if whole is None:
        return None
    first = span(tokens[: whole[1]], "name-list")
    if first is None:
        return whole[0] + 1, whole[1] - 1
    start, end = first
    while (following := span(tokens[end : whole[1]], "name-list")) is not None:
        end += following[1]
    return start, end


def first_names(lists: Sequence[PrintedNames]) -> Sequence[Name]:
    """The names that the first of some lists of names showed before "et al."."""
    return lists[0].names[: lists[0].shown] if lists else ()


class _Named:
    """A name as printed, and whose it is (None of what stands in for names).

    Equal are names of the same person, however they are printed, and of two that look the same in
    full: of two whose initials alone are the same, neither is the other.
    """

    __slots__ = ("given", "name", "text")

    def __init__(self, text: str, name: Name | None) -> None:
        self.text = text
        self.name = name
        self.given = name.given if name else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Named):
            return NotImplemented
        if self.name is not None and self.name is other.name:
            return True
        return (self.text, self.given) == (other.text, other.given)

    __hash__ = None  # type: ignore[assignment]


class AuthorSubstitute:
    """Replaces the names of an entry that repeat those of the entry before.

    `text` stands for them; `rule` is the value of `subsequent-author-substitute-rule`:
    complete-all, complete-each, partial-each or partial-first.
    """

    def __init__(self, text: str, rule: str) -> None:
        """Before the first entry nothing repeats."""
        self.text = text
        self.rule = rule
        self._before: list[_Named] = []

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> AuthorSubstitute | None:
        """What the attributes of cs:bibliography ask for; None where they do not."""
        text = attributes.get("subsequent-author-substitute")
        if text is None:
            return None
        return cls(text, attributes.get("subsequent-author-substitute-rule", "complete-all"))

    def replace(self, tokens: Tokens, people: Sequence[Name] = ()) -> Tokens:
        """The entry that follows the last one given, its repeated names replaced.

        `people` are those named first: two whose names look the same are not the same person.
        """
        whole = names_without_labels(tokens)
        spans = name_spans(tokens)
        if whole is not None and not spans:
            spans, people = [whole], ()  # what stands in for names is replaced as they are
        texts = [text_of(tokens[start:end]) for start, end in spans]
        names = [_Named(text, name) for text, name in zip_longest(texts, people[: len(texts)])]
        before, self._before = self._before, names
        if whole is None or not names:
            return tokens
        if self.rule == "complete-all":
            return _spliced(tokens, [whole], self.text) if names == before else tokens
        return _spliced(tokens, spans[: self._repeated(names, before)], self.text)

    def _repeated(self, names: Sequence[object], before: Sequence[object]) -> int:
        """How many of the first names are replaced one by one."""
        if self.rule == "complete-each":
            return len(names) if names == before else 0
        matching = 0
        while matching < min(len(names), len(before)) and names[matching] == before[matching]:
            matching += 1
        return min(matching, 1) if self.rule == "partial-first" else matching


def _spliced(tokens: Tokens, spans: Sequence[tuple[int, int]], text: str) -> Tokens:
    """The tokens with each of `spans` replaced by `text`."""
    result = list(tokens)
    for start, end in reversed(spans):
        if text:
            result[start:end] = [text]
        else:
            _remove(result, start, end)
    return result


def _remove(tokens: Tokens, start: int, end: int) -> None:
    """Takes tokens out, with the punctuation that followed and the spans that are empty then."""
    del tokens[start:end]
    while (
        0 < start < len(tokens) and tokens[start] is CLOSE and isinstance(tokens[start - 1], Open)
    ):
        start -= 1
        del tokens[start : start + 2]
    if start < len(tokens):
        behind = tokens[start]
        if isinstance(behind, str):
            tokens[start] = behind.lstrip(" .,;:")
            if not tokens[start]:
                _remove(tokens, start, start + 1)

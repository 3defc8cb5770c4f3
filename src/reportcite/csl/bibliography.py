"""The bibliography: its entries' layout and repeated authors (CSL 1.0.2, "Bibliography-specific
Options", "Whitespace", "Reference Grouping")."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.csl.cluster import closing, span
from reportcite.csl.output import CLOSE, Open, Tokens, plain

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


def substitute_authors(entries: Sequence[Tokens], substitute: str, rule: str) -> list[Tokens]:
    """The entries with names that repeat those of the entry before replaced by `substitute`.

    `rule` is the value of `subsequent-author-substitute-rule`: complete-all, complete-each,
    partial-each or partial-first.
    """
    result: list[Tokens] = []
    before: list[str] = []
    before_whole = ""
    for tokens in entries:
        spans = name_spans(tokens)
        names = [plain(tokens[start:end]) for start, end in spans]
        found = names_without_labels(tokens)
        # Names are compared without "et al.".
        whole = "\0".join(names) or (plain(tokens[found[0] : found[1]]) if found else "")
        same = bool(whole) and whole == before_whole
        result.append(_substituted(tokens, spans, names, before, substitute, rule, same=same))
        before, before_whole = names, whole
    return result


def _substituted(
    tokens: Tokens,
    spans: Sequence[tuple[int, int]],
    names: Sequence[str],
    before: Sequence[str],
    substitute: str,
    rule: str,
    *,
    same: bool,
) -> Tokens:
    found = names_without_labels(tokens)
    if rule == "complete-all" or not names:
        if not same or found is None:
            return tokens
        start, end = found
        replacement: Tokens = [substitute] if substitute else []
        return [*tokens[:start], *replacement, *tokens[end:]]
    if rule == "complete-each":
        replaced = len(names) if same else 0
    else:
        matching = 0
        while matching < min(len(names), len(before)) and names[matching] == before[matching]:
            matching += 1
        replaced = min(matching, 1) if rule == "partial-first" else matching
    result = list(tokens)
    for start, end in reversed(spans[:replaced]):
        result[start:end] = [substitute]
    return result

"""Citations as pandoc writes them: `[see @doe, p. 3; -@roe]`, `@doe [p. 3]` (its manual, "Citation
syntax")."""

from __future__ import annotations

from reportcite.documents.keys import Key, next_key
from reportcite.documents.locators import LabelOf, behind_author, behind_key
from reportcite.documents.markup import to_csl
from reportcite.tuples import NamedTuple


class Cited(NamedTuple):
    """One work in a citation, with what is said of this mention."""

    key: str
    prefix: str = ""
    label: str = "page"
    locator: str = ""
    suffix: str = ""
    suppress_author: bool = False


class CitationText(NamedTuple):
    """One citation; with `narrative` the author of its first work is part of the sentence."""

    cited: tuple[Cited, ...]
    narrative: bool = False


def parse_citation(text: str, label_of: LabelOf) -> CitationText | None:
    """The citation that `text` is; None where it is none, or more than one.

    Emphasis in affixes becomes CSL's markup (`*passim*` is `<i>passim</i>`).

    >>> label_of = {"p": "page", "s": "page"}.get
    >>> parse_citation("[vgl. @beck1986, S. 12; -@kalt2006]", label_of)
    CitationText(cited=(Cited(key='beck1986', prefix='vgl. ', label='page', locator='12', \
suffix='', suppress_author=False), Cited(key='kalt2006', prefix='', label='page', locator='', \
suffix='', suppress_author=True)), narrative=False)
    """
    text = text.strip()
    if text.startswith("["):
        return _bracketed(text, label_of)
    suppressed = text.startswith("-")
    key = next_key(text, int(suppressed), int(suppressed) + 1 or len(text)) or next_key(text)
    if key is None or key.start != int(suppressed):
        return None
    rest = text[key.end :].strip()
    first = Cited(key.name, suppress_author=suppressed)
    if not rest:
        return CitationText((first,), narrative=not suppressed)
    if rest[0] == "{" and not suppressed:  # `@doe{p. 3}` stands for `@doe [p. 3]`
        rest = f"[{rest}]"
    if rest[0] != "[" or _closing_bracket(rest) != len(rest) - 1 or suppressed:
        return None
    behind, *others = _items(rest[1:-1])
    if next_key(behind):
        behind, others = "", [behind, *others]
    more = [_item(one, label_of) for one in others]
    if None in more:
        return None
    found = behind_author(behind, label_of)
    first = first._replace(
        label=found.label, locator=found.locator, suffix=to_csl(found.suffix.rstrip())
    )
    return CitationText((first, *filter(None, more)), narrative=True)


def _bracketed(text: str, label_of: LabelOf) -> CitationText | None:
    if _closing_bracket(text) != len(text) - 1:
        return None
    cited = [_item(one, label_of) for one in _items(text[1:-1])]
    if None in cited:
        return None
    return CitationText(tuple(filter(None, cited)))


def _item(text: str, label_of: LabelOf) -> Cited | None:
    """One work: what is before its key, the key, what is behind it."""
    key: Key | None = next_key(text)
    if key is None:
        return None
    before = text[: key.start]
    suppressed = before.endswith("-") and not before[-2:-1].isalnum()
    prefix = text[: key.start - suppressed].lstrip()
    behind = behind_key(text[key.end :], label_of)
    suffix = behind.suffix.rstrip()
    return Cited(key.name, to_csl(prefix), behind.label, behind.locator, to_csl(suffix), suppressed)


def _items(text: str) -> list[str]:
    """The parts between semicolons that stand in no braces, brackets or backslash."""
    items, start, depth = [], 0, 0
    index = 0
    while index < len(text):
        character = text[index]
        if character == "\\":
            index += 1
        elif character in "{[":
            depth += 1
        elif character in "}]":
            depth -= 1
        elif character == ";" and depth <= 0:
            items.append(text[start:index])
            start = index + 1
        index += 1
    return [*items, text[start:]]


def _closing_bracket(text: str) -> int:
    """Where the bracket that `text` begins with is closed; -1 if it is not."""
    depth = 0
    for index, character in enumerate(text):
        if text[index - 1 : index] == "\\":
            continue
        depth += (character == "[") - (character == "]")
        if not depth:
            return index
    return -1

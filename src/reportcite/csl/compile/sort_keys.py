"""Sorting of bibliographies and of the cites in a citation (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import Any, Final, TypeAlias, TypeVar

from reportcite.csl.compile.elements.date import sort_key
from reportcite.csl.compile.elements.text import trigraph
from reportcite.csl.compile.renderers import Renderers, uses_variable
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import Context
from reportcite.csl.style.xml import Element
from reportcite.csl.text.collation import collation_key, is_without_order
from reportcite.csl.text.markup import parse
from reportcite.csl.text.numbers import whole_number
from reportcite.csl.tokens import Tokens, text_of
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES

T = TypeVar("T")

Value: TypeAlias = Callable[[Context], Any]
"""The value of one sort key for a cite or entry; None where it is empty."""

_NUMBER: Final = "citation-number"
_END: Final = "\0"
_LEADING = "\"'‘’“”«»‹›„‚[]()*¡¿ \u00a0\u202f\u200b"


class SortKey(NamedTuple):
    """One cs:key: how to get its value, and whether it sorts downwards."""

    value: Value
    descending: bool


def compile_sort(element: Element | None, scope: Scope) -> tuple[SortKey, ...]:
    """The keys of the cs:sort within a cs:citation or cs:bibliography."""
    if element is None:
        return ()
    sort = next((child for child in element.children if child.name == "sort"), None)
    return tuple(
        SortKey(_compile_key(key, scope), key.attributes.get("sort") == "descending")
        for key in (sort.children if sort else ())
    )


def sorts_by_number(element: Element, scope: Scope) -> bool:
    """Whether a key of the cs:sort within `element` is, or has, the citation number."""
    sort = next((child for child in element.children if child.name == "sort"), None)
    return any(
        key.attributes.get("variable") == _NUMBER
        or uses_variable(scope.style.macros.get(key.attributes.get("macro", "")), _NUMBER, scope)
        for key in (sort.children if sort else ())
    )


def sorts_by_initials(element: Element, scope: Scope) -> bool:
    """Whether a macro that the cs:sort within `element` sorts by abbreviates given names."""
    sort = next((child for child in element.children if child.name == "sort"), None)
    names = {key.attributes.get("macro", "") for key in sort.children} if sort else set()
    pending = [scope.style.macros[name] for name in names if name]
    while pending:
        current = pending.pop()
        macro = current.attributes.get("macro", "")
        if macro and macro not in names:
            names.add(macro)
            pending.append(scope.style.macros[macro])
        pending += current.children
        if current.name == "name":
            options = {**scope.name_options, **current.attributes}
            if "initialize-with" in options and options.get("initialize") != "false":
                return True
    return False


class KeyValues:
    """The values of the sort `keys` of some contexts, numbered from 0, as far as they are needed to
    order these."""

    __slots__ = ("_contexts", "_keys", "_values")

    def __init__(self, keys: Sequence[SortKey], contexts: list[Context]) -> None:
        """No value has been asked for."""
        self._keys = keys
        self._contexts = contexts
        self._values: list[list[Any]] = [[] for _ in contexts]

    def order(self) -> list[int]:
        """The numbers of the contexts, sorted."""
        sorting = ordering(len(self._contexts), len(self._keys))
        try:
            index, numbers = next(sorting)
            while True:
                index, numbers = sorting.send(self._ranks(index, numbers))
        except StopIteration as end:
            order = [0] * len(self._contexts)
            for number, place in enumerate(end.value):
                order[place] = number
            return order

    def _ranks(self, index: int, numbers: Iterable[int]) -> list[int]:
        value, descending = self._keys[index]
        contexts, known = self._contexts, self._values
        found: list[Any] = []
        for number in numbers:
            values = known[number]
            if len(values) == index:
                values.append(value(contexts[number]))
            found.append(values[index])
        return ranked(found, descending=descending).ranks

    def replace(self, number: int, context: Context) -> None:
        """Have `context` stand in the place of that of `number`."""
        self._contexts[number] = context
        self._values[number] = []

    @property
    def are_ordered(self) -> bool:
        """Whether no two contexts were ordered by texts in a script whose order is not known."""
        return sum(any(map(lacks_order, values)) for values in self._values) < 2


def sort_by(keys: Sequence[SortKey], entries: Iterable[tuple[Context, T]]) -> list[T]:
    """The second members of `entries`, sorted; those with an empty key come last for that key.

    Sorting is stable: what no key orders keeps its order.
    """
    pairs = [*entries]
    order = KeyValues(keys, [context for context, _ in pairs]).order()
    return [pairs[number][1] for number in order]


Sorting: TypeAlias = Generator[tuple[int, Sequence[int]], Sequence[int], list[int]]
"""Gives the index of a key and the numbers of those whose values it needs, in order, is sent the
ranks of these, counted from 0, and returns the places of all in their order."""


class Ranked(NamedTuple):
    """The `distinct` values of a key in their order, and for each of its values the rank in it;
    that of None, which comes last, is behind all."""

    distinct: list[Any]
    ranks: list[int]


def ranked(values: Sequence[Any], *, descending: bool = False) -> Ranked:
    """Values by their order."""
    distinct = {*values}
    has_empty = None in distinct
    distinct.discard(None)
    ordered = sorted(distinct, reverse=descending)
    ranks = {value: rank for rank, value in enumerate(ordered)}
    if has_empty:
        ranks[None] = len(ordered)
    return Ranked(ordered, [*map(ranks.__getitem__, values)])


def ordering(count: int, keys: int) -> Sorting:
    """Sorts `count` things by so many keys, as `sort_by` does, by values that others find.

    What the keys so far order needs no further one: no more values are asked for than needed.
    """
    # Of those that are equal all have the first of their places.
    places = [0] * count
    tied = [*range(count)] if count > 1 else []
    for index in range(keys):
        if not tied:
            break
        # As little as can be: the one process that sees all of a bibliography runs this.
        ranks = yield index, tied
        several = max(ranks) + 1
        if several == 1:
            continue
        codes = [places[one] * several + rank for one, rank in zip(tied, ranks, strict=True)]
        counts = Counter(codes)
        starts: dict[int, int] = {}
        end = 0
        for code in sorted(counts):
            # Behind those that were equal to it and have a lower value, if there are any.
            starts[code] = start = max(end, code // several)
            end = start + counts[code]
        for one, code in zip(tied, codes, strict=True):
            places[one] = starts[code]
        # In their own order, in which what has the values lies in memory.
        still = {code for code, equal in counts.items() if equal > 1}
        tied = [one for one, code in zip(tied, codes, strict=True) if code in still]
    taken: Counter[int] = Counter()
    for one in tied:
        place = places[one]
        places[one] += taken[place]
        taken[place] += 1
    return places


def lacks_order(value: Any) -> bool:
    """Whether the value of a key is a text in a script whose order is not known."""
    # Nearly all are ASCII, and that is seen at once.
    return value.__class__ is str and not value.isascii() and is_without_order(value)


def _compile_key(key: Element, scope: Scope) -> Value:
    attributes = key.attributes
    overrides = {
        option: attributes[attribute]
        for attribute, options in _LIMITS.items()
        if attribute in attributes
        for option in options
    }
    scope = scope._replace(sorting=True, name_overrides=overrides, tag_names=False, macros={})
    if "macro" in attributes:
        macro = scope.style.macros[attributes["macro"]]
        empty = "000" if _counts_names(macro) else ""
        return _rendered(Renderers(scope, macro), scope, empty)
    variable = attributes.get("variable", "")
    if variable in NAME_VARIABLES:
        # The whole list: "et al." is for what macros print.
        options = {k: v for k, v in scope.name_options.items() if not k.startswith("et-al")}
        scope = scope._replace(name_options=options)
        name = Element("name", {"form": "long", "name-as-sort-order": "all"}, (), key.line)
        names = Element("names", {"variable": variable}, (name,), key.line)
        return _rendered(Renderers(scope, names), scope)
    return _variable(variable, scope)


def _key(text: str, language: str) -> str:
    """The key of `text`; case does not count: "anonymous" and "Anonymous" are in the order of
    their dates."""
    letters, accents, _ = collation_key(text, language)
    # One text, which is compared in half the time of two: what ends the first comes before all.
    if _END in letters:
        letters = letters.replace(_END, "")
    return f"{letters}{_END}{accents}"


def _variable(variable: str, scope: Scope) -> Value:
    if variable in DATE_VARIABLES:
        return lambda context: (
            sort_key(context.dates[variable]) or None if variable in context.dates else None
        )
    if variable == "citation-number":
        return lambda context: context.citation_number
    if variable in NUMBER_VARIABLES:
        return _number(variable, scope.locale.language)
    if variable == "citation-label":
        return _label(scope)
    return _text(variable, scope)


def _label(scope: Scope) -> Value:
    def value(context: Context) -> Any:
        label = context.texts.get("citation-label") or trigraph(context)
        return _key(label, scope.locale.language) if label else None

    return value


# names-min … limit the names of a sort key, whatever the macro says.
_LIMITS = {
    "names-min": ("et-al-min", "et-al-subsequent-min"),
    "names-use-first": ("et-al-use-first", "et-al-subsequent-use-first"),
    "names-use-last": ("et-al-use-last",),
}


def _counts_names(element: Element) -> bool:
    """Whether `element` prints a number of names: then nothing printed means none."""
    if element.name == "name" and element.attributes.get("form") == "count":
        return True
    return any(_counts_names(child) for child in element.children)


def _rendered(renderers: Renderers, scope: Scope, empty: str = "") -> Value:
    """What the renderers print, as text to sort by; `empty` stands for nothing."""
    language = scope.locale.language
    # A key that says no more than that there is no date ("n.d.") is empty: what is not dated
    # comes last, whichever way the key sorts.
    undated = {scope.locale.term("no date", form) for form in ("long", "short")}

    def value(context: Context) -> Any:
        out: Tokens = []
        context.suppressed = frozenset()
        context.names_count = 0
        renderers.of(context.item)(context, out)
        text = text_of(out).lstrip(_LEADING) or empty
        return _key(text, language) if text and text not in undated else None

    return value


def _number(variable: str, language: str) -> Value:
    def value(context: Context) -> Any:
        text = context.texts.get(variable)
        if not text:
            return None
        number = whole_number(text.strip())
        return (0, number, "") if number is not None else (1, 0, _key(text, language))

    return value


def _text(variable: str, scope: Scope) -> Value:
    def value(context: Context) -> Any:
        text = context.texts.get(variable)
        if not text:
            return None
        return _key(text_of(parse(text, scope.quotes)).lstrip(_LEADING), scope.locale.language)

    return value

"""Sorting of bibliographies and of the cites in a citation (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
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
        sorting = ordering(self._keys, len(self._contexts))
        try:
            index, numbers = next(sorting)
            while True:
                index, numbers = sorting.send(self._of(index, numbers))
        except StopIteration as end:
            order: list[int] = end.value
            return order

    def _of(self, index: int, numbers: Iterable[int]) -> list[Any]:
        value = self._keys[index].value
        contexts, known = self._contexts, self._values
        found: list[Any] = []
        for number in numbers:
            values = known[number]
            if len(values) == index:
                values.append(value(contexts[number]))
            found.append(values[index])
        return found

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


Sorting: TypeAlias = Generator[tuple[int, Sequence[int]], Sequence[Any], list[int]]
"""Gives the index of a key and the numbers of those whose values it needs, is sent these, and
returns the numbers of all in their order."""


def ordering(keys: Sequence[SortKey], count: int) -> Sorting:
    """Sorts `count` things as `sort_by` does, by values that others find.

    What the keys so far order needs no further one: no more values are asked for than needed.
    """
    order = [*range(count)]
    ties = [(0, count)] if count > 1 else []
    values: list[Any] = [None] * count
    for index, key in enumerate(keys):
        if not ties:
            break
        # In their own order, in which what has the values lies in memory.
        numbers = sorted([number for start, end in ties for number in order[start:end]])
        for number, value in zip(numbers, (yield index, numbers), strict=True):
            values[number] = value
        ties = [
            tie for start, end in ties for tie in _sorted(order, start, end, values, key.descending)
        ]
    return order


def _sorted(
    order: list[int], start: int, end: int, values: list[Any], descending: bool
) -> Iterator[tuple[int, int]]:
    """Sorts `order` from `start` to `end`; gives the beginnings and ends of what stays equal."""
    numbers = order[start:end]
    full = [number for number in numbers if values[number] is not None]
    full.sort(key=values.__getitem__, reverse=descending)
    empty = [number for number in numbers if values[number] is None]
    order[start:end] = [*full, *empty]
    first = 0
    for last in range(1, len(full) + 1):
        if last == len(full) or values[full[last]] != values[full[first]]:
            if last - first > 1:
                yield start + first, start + last
            first = last
    if len(empty) > 1:
        yield start + len(full), end


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

"""Sorting of bibliographies and of the cites in a citation (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from reportcite.csl.compile.elements.date import sort_key
from reportcite.csl.compile.elements.text import trigraph
from reportcite.csl.compile.renderers import Renderers
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


class Row(Generic[T]):
    """A cite or entry to be sorted; `values` are those of its sort keys, as far as they were
    needed to order it among others."""

    __slots__ = ("context", "subject", "values")

    def __init__(self, context: Context, subject: T) -> None:
        """No key of `subject` has been asked for."""
        self.context = context
        self.subject = subject
        self.values: list[Any] = []


def sort_by(keys: Sequence[SortKey], entries: Iterable[tuple[Context, T]]) -> list[T]:
    """The second members of `entries`, sorted; those with an empty key come last for that key.

    Sorting is stable: what no key orders keeps its order.
    """
    rows = [Row(context, subject) for context, subject in entries]
    return [row.subject for row in sorted_rows(keys, rows)]


def sorted_rows(keys: Sequence[SortKey], rows: list[Row[T]], index: int = 0) -> list[Row[T]]:
    """As `sort_by`, of rows; by the keys from `index` on."""
    if index == len(keys) or len(rows) < 2:
        return rows
    key = keys[index]
    for row in rows:
        if len(row.values) == index:
            row.values.append(key.value(row.context))
    full = [row for row in rows if row.values[index] is not None]
    full.sort(key=lambda row: row.values[index], reverse=key.descending)
    result: list[Row[T]] = []
    start = 0
    for end in range(1, len(full) + 1):
        if end == len(full) or full[end].values[index] != full[start].values[index]:
            # What this key orders needs no further one.
            group = full[start:end]
            result += sorted_rows(keys, group, index + 1) if len(group) > 1 else group
            start = end
    return result + sorted_rows(keys, [row for row in rows if row.values[index] is None], index + 1)


def all_ordered(rows: Iterable[Row[Any]]) -> bool:
    """Whether no two of `rows` were ordered by texts in a script whose order is not known."""
    without = 0
    for row in rows:
        for key in row.values:
            is_text = key.__class__ is tuple and key[0].__class__ is str
            # Nearly all are ASCII, and that is seen at once.
            if is_text and not key[0].isascii() and is_without_order(key):
                without += 1
                break
    return without < 2


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


def _key(text: str, language: str) -> tuple[str, str, str]:
    """The key of `text`; case does not count: "anonymous" and "Anonymous" are in the order of
    their dates."""
    letters, accents, _ = collation_key(text, language)
    return letters, accents, ""


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
        return (0, number, ("", "", "")) if number is not None else (1, 0, _key(text, language))

    return value


def _text(variable: str, scope: Scope) -> Value:
    def value(context: Context) -> Any:
        text = context.texts.get(variable)
        if not text:
            return None
        return _key(text_of(parse(text, scope.quotes)).lstrip(_LEADING), scope.locale.language)

    return value

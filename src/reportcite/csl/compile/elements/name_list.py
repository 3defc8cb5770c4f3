"""Lists of names: how many show, what stands between, "et al." (CSL 1.0.2, "Name", "Et-al")."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reportcite.csl.compile.elements.name import FormatName, NameOptions, compile_name
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import Context, PrintedNames
from reportcite.csl.items.names import Name
from reportcite.csl.style.xml import Element
from reportcite.csl.tokens import CLOSE, Open, Tokens

RenderNames: TypeAlias = Callable[[Context, tuple[Name, ...], Tokens], int]
"""Appends a list of names and returns how many of them it shows."""

_NAME = Open(tag="name")
# The mark of a term that brings its own space along (punctuation space).
_OWN_SPACE = "\u2008"
# From here on stand the scripts that write "and" and "et al." without spaces (CJK).
_FIRST_UNSPACED = "\u2e80"


# Terms for "and" that are marks, not words.
_MARKS = frozenset("–—-/·,;")


class NameListStyle:
    """How a list of names prints; `et_al` is the term with its formatting, and may be empty.

    `span` is the formatting of cs:name and `prefix` and `suffix` its affixes, which hold with "et
    al." for the list as a whole, too; `tagging` marks each name for later substitution. Dots stand
    for the names left out before the last, but not where the list is to be sorted by (`sorting`).
    """

    # Hot: as attributes of this class they are read in a fifth of the time that tuples take.
    __slots__ = (
        *("base", "before_last", "delimiter", "et_al", "format_name", "options", "order"),
        *("prefix", "span", "suffix", "tagging"),
    )

    def __init__(  # noqa: PLR0913 - what a list of names may have
        self,
        options: NameOptions,
        format_name: FormatName,
        et_al: Tokens,
        span: Open | None,
        *,
        affixes: tuple[str, str],
        tagging: bool,
        sorting: bool,
    ) -> None:
        """What is asked for with each name is taken out of `options`."""
        self.options = options
        self.base = options.base_level
        self.order = options.name_as_sort_order
        self.delimiter = options.delimiter
        # Behind a single name no program prints the delimiter that CSL 1.0.2 asks for.
        several = options.delimiter + "… "
        self.before_last = (options.delimiter,) * 2 if sorting else (" … ", several)
        self.format_name = format_name
        self.et_al = et_al
        self.span = span
        self.prefix, self.suffix = affixes
        self.tagging = tagging

    def render(self, context: Context, people: tuple[Name, ...], out: Tokens) -> int:
        """Appends `people`, as many as the style and disambiguation ask for; returns how many."""
        options = self.options
        total = len(people)
        named = people[:-1] if people[-1].others else people
        index = context.names_count
        context.names_count = index + 1
        decided = context.disambiguation
        shown = options.count_shown(total, subsequent=context.subsequent)
        if index < len(decided.shown) and decided.shown[index] > shown:
            shown = decided.shown[index]
        shown = min(shown, len(named))
        if context.printed_names is not None:
            abbreviates = options.initialize and options.initialize_with is not None
            inverted = self.order == "all"
            listed = (named, shown, self.base, abbreviates, self.format_name, inverted)
            # As PrintedNames(…), in half the time.
            context.printed_names.append(tuple.__new__(PrintedNames, listed))
        if options.form != "count" and shown:
            givens = decided.givens[index] if index < len(decided.givens) else ()
            if decided.givens and index and not givens and people is context.names.get("author"):
                givens = decided.givens[0]  # an entry that names its authors once more
            self._append_names(people, shown, givens, out)
        return shown

    def _append_names(
        self, people: tuple[Name, ...], shown: int, givens: tuple[int, ...], out: Tokens
    ) -> None:
        total = len(people)
        base, order = self.base, self.order
        abridged = shown < total
        with_last = abridged and self.options.et_al_use_last and shown < total - 1
        with_last = with_last and not people[-1].others
        # With "et al." the formatting of cs:name spans the list as well.
        span = self.span if abridged and not with_last else None
        if abridged and self.prefix:
            out.append(self.prefix)
        if span is not None:
            out.append(span)
        inverted = False
        for position in range(shown):
            if position:
                last = position == shown - 1 and not abridged
                out.append(self._last_delimiter(inverted, people) if last else self.delimiter)
            level = givens[position] if position < len(givens) else base
            inverted = order == "all" or (order == "first" and position == 0)
            self._append(people[position], level if level > base else base, inverted, out)
        if with_last:
            out.append(self.before_last[shown > 1])
            self._append(people[-1], base, order == "all", out)
        elif abridged:
            self._append_et_al(shown, inverted, out)
        if span is not None:
            out.append(CLOSE)
        if abridged and self.suffix:
            out.append(self.suffix)

    def _append(self, name: Name, level: int, inverted: bool, out: Tokens) -> None:
        tokens = self.format_name(name, level, inverted)
        if self.tagging:
            out += (_NAME, *tokens, CLOSE)
        else:
            out += tokens

    def _last_delimiter(self, inverted: bool, people: tuple[Name, ...]) -> str:
        """What stands before the last name: the delimiter, "and", or both.

        What cs:name sets of the delimiter before "and" is for names of persons. Between two
        institutions what all names of the style inherit holds ("OECD & World Bank" in apa), as in
        other engines.
        """
        options = self.options
        if not options.and_:
            return options.delimiter
        conjunction = options.and_ if options.and_.endswith(_OWN_SPACE) else options.and_ + " "
        if options.and_ in _MARKS or options.and_[0] >= _FIRST_UNSPACED:
            return options.and_  # "–" or "和" for "and" parts names by itself
        both = people[-1].literal and people[-2].literal
        rule = options.precedes_last_institution if both else options.precedes_last
        # No institution is inverted; but before "et al." it passes for a name that is.
        inverted = inverted and not people[-2].literal
        if _precedes(rule, inverted, many=len(people) > 2):
            return options.delimiter + conjunction
        return conjunction if options.and_.endswith(_OWN_SPACE) else f" {conjunction}"

    def _append_et_al(self, shown: int, inverted: bool, out: Tokens) -> None:
        if not self.et_al:
            return
        text = next((token for token in self.et_al if isinstance(token, str)), "")
        if _precedes(self.options.precedes_et_al, inverted, many=shown > 1):
            out.append(self.delimiter)
        elif text[:1] < _FIRST_UNSPACED:
            out.append(" ")
        out += self.et_al


def compile_name_list(
    element: Element | None, span: Open | None, et_al: Tokens, options: NameOptions, scope: Scope
) -> RenderNames:
    """The renderer of lists of names by cs:name (`element`) and cs:et-al."""
    format_name = compile_name(element, span, options, scope)
    attributes = element.attributes if element and not scope.sorting else {}
    affixes = attributes.get("prefix", ""), attributes.get("suffix", "")
    marks = {"tagging": scope.tag_names, "sorting": scope.sorting}
    return NameListStyle(options, format_name, et_al, span, affixes=affixes, **marks).render


def _precedes(rule: str, inverted: bool, *, many: bool) -> bool:
    """Whether the delimiter stands before the last name or "et al."; `inverted` says whether
    the name before has its family name first."""
    if rule == "after-inverted-name":
        return inverted
    return rule == "always" or (rule == "contextual" and many)

"""What a renderer is given when it runs: the item, this mention of it, what is decided so far."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from reportcite.csl.items.model import Item
from reportcite.csl.items.names import Name
from reportcite.csl.tokens import Token, Tokens
from reportcite.tuples import NamedTuple

# The verdict of a rendering element, for suppressing groups (CSL 1.0.2, "Group"): a group that
# called variables, all of them empty, prints nothing. The verdict of a group is the largest of
# its children's.
NONE: Final = 0  # called no variable
EMPTY: Final = 1  # called variables, all empty
SOME: Final = 2  # called a variable that has a value

FIRST: Final = 0
SUBSEQUENT: Final = 1
IBID: Final = 2
IBID_WITH_LOCATOR: Final = 3

GIVEN_AS_STYLED: Final = 0
GIVEN_INITIALS: Final = 1
GIVEN_FULL: Final = 2


class Disambiguation(NamedTuple):
    """How one item's cites differ from the usual rendering, so that no two items look alike.

    `shown` is how many names each name list prints at least, in order of printing; `givens` how
    far each name's given name is written out; `conditions` how many of the tests
    `disambiguate="true"` hold, in order of rendering.
    """

    shown: tuple[int, ...] = ()
    givens: tuple[tuple[int, ...], ...] = ()
    conditions: int = 0


NOT_DISAMBIGUATED: Final = Disambiguation()


class PrintedNames(NamedTuple):
    """One list of names as it was printed: all its names, how many it showed before "et al.", the
    given-name level the style starts from, whether it abbreviates given names at all, and how it
    formats a name."""

    names: tuple[Name, ...]
    shown: int
    base: int
    abbreviates: bool
    format: Callable[[Name, int, bool], tuple[Token, ...]]
    inverted: bool


class Context:
    """All that changes from one rendering to the next; made anew for every cite and entry."""

    __slots__ = (
        "citation_number",
        "conditions_count",
        "dates",
        "disambiguation",
        "english",
        "first_note",
        "item",
        "label",
        "locator",
        "names",
        "names_count",
        "near_note",
        "position",
        "printed_names",
        "sentence_start",
        "subsequent",
        "suppress_author",
        "suppressed",
        "texts",
        "year_suffix",
        "year_suffix_printed",
    )

    def __init__(self, item: Item, *, english: bool, citation_number: int) -> None:
        """The first mention of `item`, with nothing decided."""
        self.item = item
        self.texts = item.texts
        self.names = item.names
        self.dates = item.dates
        self.english = english
        self.locator = ""
        self.label = ""
        self.position = FIRST
        self.near_note = False
        self.first_note = 0
        self.citation_number = citation_number
        self.year_suffix = ""
        self.disambiguation = NOT_DISAMBIGUATED
        self.suppress_author = False
        self.sentence_start = False
        self.year_suffix_printed = False
        self.suppressed: frozenset[str] = frozenset()  # variables a substitute has printed
        self.printed_names: list[PrintedNames] | None = (
            None  # filled where disambiguation asks for it
        )
        self.names_count = 0
        self.conditions_count = 0
        self.subsequent = False  # et-al-subsequent-* apply


class ContextMaker(NamedTuple):
    """Makes contexts; `english` says whether items without a language of their own are English."""

    english: bool

    def first_mention(self, item: Item, *, citation_number: int = 0) -> Context:
        """The first mention of `item`, with nothing decided."""
        language = item.language
        english = language[:2].lower() == "en" if language else self.english
        return Context(item, english=english, citation_number=citation_number)


Render: TypeAlias = Callable[[Context, Tokens], int]
"""Appends to the tokens and returns a verdict. Nothing is appended where nothing is printed."""


def with_final_verdict(render: Render) -> Render:
    """Marks a renderer whose verdict is EMPTY or NONE only where it prints nothing, so that a
    group round it alone decides nothing anew."""
    vars(render)["final_verdict"] = True
    return render


def has_final_verdict(render: Render) -> bool:
    """Whether `render` was marked so."""
    return "final_verdict" in vars(render)


def render_nothing(context: Context, out: Tokens) -> int:
    """The renderer of an element that can print nothing here and calls no variable."""
    return NONE


def render_empty(context: Context, out: Tokens) -> int:
    """The renderer of an element whose variables are known to be empty."""
    return EMPTY

"""The bibliography: its entries, in order, and how they are laid out (CSL 1.0.2,
"Bibliography")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportcite.csl.compile.layout import NO_PRINTED_FORM, CompiledLayout
from reportcite.csl.context import Context, PrintedNames
from reportcite.csl.document.library import Library
from reportcite.csl.document.selection import Selection
from reportcite.csl.document.substitute import AuthorSubstitute, align_second_field, first_names
from reportcite.csl.garbage import Uncollected
from reportcite.csl.items.model import Item
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.writer import BibliographySpacing
from reportcite.tuples import NamedTuple


class Entry(NamedTuple):
    """One entry of a bibliography, in the output language.

    >>> import reportcite
    >>> record = reportcite.Record.from_fields(id="kalt", title="Trust", issued=2024)
    >>> reportcite.entries(record, on_error="keep")
    [Entry(id='kalt', text='Trust. (2024).')]
    """

    id: str
    text: str


class Setting(NamedTuple):
    """How entries are set: by `layout`, None for a style that has no bibliography; `write` finishes
    tokens."""

    layout: CompiledLayout | None
    write: Callable[[Tokens], str]


class Bibliography:
    """Prints the bibliography of a library in one `setting`.

    With `in_language` an entry is set as that says for the language of its item, "" for none;
    `below` gives what stands below an entry, for an item and what is printed of it.
    """

    def __init__(
        self,
        setting: Setting,
        library: Library,
        in_language: Callable[[str], Setting] | None = None,
        below: Callable[[Item, Tokens], Tokens] | None = None,
    ) -> None:
        """Nothing is printed yet."""
        self._setting = setting
        self._library = library
        self._in_language = in_language
        self._below = below
        self.without_entry: dict[str, str] = {}
        """Ids of the items that the style has printed nothing for, and their types."""

    def entries(self, section: Selection, start: int = 0, stop: int | None = None) -> list[Entry]:
        """The entries of the items that belong to `section`, in the style's order; of those in the
        places from `start` to `stop` (counted from 0) only."""
        order: Sequence[Item] = self._library.decisions.order
        if any(section):
            order = [*filter(section.takes, order)]
        return self._entries(order, start, stop)

    def section(self, ids: Iterable[str]) -> list[Entry]:
        """The entries of the items `ids` as a section: in the style's order, with the numbers and
        suffixes of the whole, while repeated authors are those of the section."""
        numbers, library = self._library.decisions.numbers, self._library
        return self._entries([library[one] for one in sorted(ids, key=numbers.__getitem__)])

    def _entries(
        self, order: Sequence[Item], start: int = 0, stop: int | None = None
    ) -> list[Entry]:
        layout, write = self._setting
        if layout is None:
            return []
        substitute = AuthorSubstitute.of(layout.attributes)
        in_language, below = self._in_language, self._below
        entries: list[Entry] = []
        with Uncollected():
            if substitute is not None:
                # What is printed last before `start` says which names are repeated.
                for item in reversed(order[:start]):
                    if self._tokens(item, layout, substitute):
                        break
            for item in order[start:stop]:
                if in_language:
                    layout, write = in_language(item.language)
                    assert layout is not None, "a style has a bibliography in every language"
                tokens = self._tokens(item, layout, substitute)
                if not tokens:
                    self.without_entry[item.id] = item.type
                    continue
                if below:
                    tokens = [*tokens, *below(item, tokens)]
                entries.append(Entry(item.id, write(tokens)))
        return entries

    def _tokens(
        self, item: Item, layout: CompiledLayout, substitute: AuthorSubstitute | None
    ) -> Tokens:
        """The entry of `item`, behind that for which this was called before."""
        context = self._library.context(item)
        printed: list[PrintedNames] | None = None if substitute is None else []
        context.printed_names = printed
        tokens = _entry(context, layout)
        if tokens and substitute is not None and printed is not None:
            tokens = substitute.replace(tokens, first_names(printed))
        return tokens

    @property
    def spacing(self) -> BibliographySpacing:
        """Indents, spacing and alignment, as the style asks for them."""
        layout = self._setting.layout
        attributes = layout.attributes if layout else {}
        return BibliographySpacing(
            hanging_indent=attributes.get("hanging-indent") == "true",
            second_field_align=attributes.get("second-field-align", ""),
            entry_spacing=int(attributes.get("entry-spacing", "1")),
            line_spacing=int(attributes.get("line-spacing", "1")),
            max_offset=len(str(len(self._library))),
        )


def _entry(context: Context, layout: CompiledLayout) -> Tokens:
    """The entry of one item; empty where the style prints nothing of it and no number either."""
    item = context.item
    layout = layout.of(item)
    body: Tokens = []
    if layout.fields:
        first, rest = layout.fields
        field: Tokens = []
        first.of(item)(context, field)
        rest.of(item)(context, body)
        if not field:
            return [*layout.before, *(body or [NO_PRINTED_FORM]), *layout.after]
        # The formatting of the layout is that of both fields, each of which stands apart.
        spans = [token for token in layout.before if isinstance(token, Open)]
        closed = [CLOSE for _ in spans]
        return align_second_field([*layout.before, *field, *closed], [*spans, *body, *layout.after])
    layout.body.of(item)(context, body)
    if not body and layout.numbered:
        return [f"{context.citation_number}. {NO_PRINTED_FORM}"]
    return [*layout.before, *body, *layout.after] if body else []

"""Renderers for each kind of item, compiled when first asked for."""

from __future__ import annotations

from reportcite.csl.compile import renderers as module
from reportcite.csl.compile.renderers import Renderers, compile_element, uses_variable
from reportcite.csl.context import render_nothing
from reportcite.csl.items.model import Item
from tests.csl.compile.elements.element import context_of, element, scope_of

CHOICE = (
    '<choose><if type="book"><text value="book"/></if>'
    '<else-if variable="title"><text value="title"/></else-if></choose>'
)
# As often as a kind of item occurs before a renderer is made for just that kind.
COMMON = 24


def item(kind: str = "report", **variables: str) -> Item:
    """An item of that type."""
    return context_of({"type": kind, **variables}).item


def text(renderers: Renderers, of: Item) -> str:
    """What the renderers print for an item."""
    context = context_of()
    context.item, context.texts = of, of.texts
    out: list[object] = []
    renderers.of(of)(context, out)  # type: ignore[arg-type]
    return "".join(map(str, out))


def test_an_element_that_renders_nothing_has_a_renderer_too() -> None:
    assert compile_element(element("<sort/>"), scope_of()) is render_nothing


def test_items_of_one_type_share_a_renderer() -> None:
    renderers = Renderers(scope_of(), element(CHOICE))

    assert renderers.of(item()) is renderers.of(item(title="Air"))
    assert renderers.of(item()) is not renderers.of(item("book"))


def test_a_kind_of_item_that_is_common_has_one_of_its_own() -> None:
    renderers = Renderers(scope_of(), element(CHOICE))
    shared = renderers.of(item(title="Air"))
    later = [renderers.of(item(title="Air")) for _ in range(COMMON)]

    assert later[COMMON - 3] is shared
    assert later[COMMON - 2] is later[COMMON - 1] is not shared
    assert renderers.of(item()) is shared


def test_all_of_them_print_the_same() -> None:
    renderers = Renderers(scope_of(), element(CHOICE))
    kinds = [item("book"), item(title="Air"), item(volume="2")]

    for _ in range(2 * COMMON):
        assert [text(renderers, kind) for kind in kinds] == ["book", "title", ""]


def test_a_stream_of_ever_new_kinds_is_not_remembered_for_ever() -> None:
    renderers = Renderers(scope_of(), element('<text variable="title"/>'))
    most = 0
    for number in range(3000):
        renderers.of(item(**{f"x{number}": "1"}))
        most = max(most, len(renderers.known) + len(renderers.occurrences))

    assert most <= module._MOST_KINDS


def test_a_layout_prints_its_children_one_after_another() -> None:
    renderers = Renderers(
        scope_of(), element('<layout><text value="a"/><text value="b"/></layout>')
    )

    assert text(renderers, item()) == "ab"


def test_a_variable_is_used_where_a_macro_prints_it() -> None:
    scope = scope_of(
        macros='<macro name="m"><text macro="n"/></macro>'
        '<macro name="n"><number variable="volume"/><text macro="m"/></macro>'
    )
    calling = element('<group><text macro="m"/></group>')

    assert uses_variable(calling, "volume", scope)
    assert not uses_variable(calling, "title", scope)
    assert not uses_variable(element('<names variable="author"/>'), "author", scope)
    assert not uses_variable(None, "volume", scope)

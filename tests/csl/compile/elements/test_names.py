"""cs:names: the contributors of an item, with labels and substitutes."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.context import EMPTY, SOME
from reportcite.csl.tokens import CLOSE, Open
from tests.csl.compile.elements.element import printed, rendered, scope_of

DOE = {"family": "Doe", "given": "Jane"}
ROE = {"family": "Roe", "given": "Tim"}
SHORT = '<name form="short"/>'
LABEL = '<label form="short" prefix=" (" suffix=")"/>'
BY_EDITOR = f'<names variable="author">{SHORT}<substitute><names variable="editor"/>'


def test_the_names_of_a_variable() -> None:
    source = f'<names variable="author">{SHORT}</names>'

    assert rendered(source, {"author": [DOE, ROE]}).text == "Doe, Roe"
    assert rendered(source, {"author": [DOE]}).verdict == SOME
    assert rendered(source, {"editor": [DOE]}) == (EMPTY, [])
    assert rendered(source, {}, scope_of(present=frozenset())) == (EMPTY, [])


def test_of_several_variables_each_that_has_names_is_printed() -> None:
    source = f'<names variable="author editor" delimiter="; ">{SHORT}{LABEL}</names>'

    assert printed(source, {"author": [DOE], "editor": [ROE]}) == "Doe; Roe (ed.)"
    assert printed(source, {"editor": [ROE, DOE]}) == "Roe, Doe (eds.)"


def test_the_delimiter_may_be_inherited() -> None:
    scope = scope_of(name_options={"names-delimiter": " / "})
    source = f'<names variable="author editor">{SHORT}</names>'

    assert printed(source, {"author": [DOE], "editor": [ROE]}, scope) == "Doe / Roe"


@pytest.mark.parametrize(
    ("plural", "one", "two"),
    [("contextual", "ed.", "eds."), ("always", "eds.", "eds."), ("never", "ed.", "ed.")],
)
def test_a_label_stands_where_the_style_puts_it(plural: str, one: str, two: str) -> None:
    label = f'<label form="short" plural="{plural}" suffix=" "/>'
    before = f'<names variable="editor">{label}{SHORT}</names>'
    behind = f'<names variable="editor">{SHORT}{label}</names>'

    assert printed(before, {"editor": [DOE]}) == f"{one} Doe"
    assert printed(before, {"editor": [DOE, ROE]}) == f"{two} Doe, Roe"
    assert printed(behind, {"editor": [DOE]}) == f"Doe{one} "


def test_a_label_may_lose_its_full_stop_and_take_a_case() -> None:
    label = '<label form="short" strip-periods="true" text-case="uppercase" prefix=" "/>'

    assert printed(f'<names variable="editor">{SHORT}{label}</names>', {"editor": [DOE]}) == (
        "Doe ED"
    )


def test_editors_who_are_the_translators_are_named_once() -> None:
    source = f'<names variable="editor translator" delimiter="; ">{SHORT}{LABEL}</names>'

    assert printed(source, {"editor": [DOE], "translator": [ROE]}) == "Doe (ed.); Roe (trans.)"
    both: dict[str, Any] = {"editor": [DOE], "translator": [DOE]}
    scope = scope_of(
        locale='<locale><terms><term name="editortranslator" form="short">both</term></terms>'
        "</locale>"
    )
    assert printed(source, both, scope) == "Doe (both)"
    with_author = f'<names variable="author editor translator">{SHORT}{LABEL}</names>'
    assert printed(with_author, both, scope) == "Doe (ed.)Doe (trans.)"


def test_where_names_are_missing_a_substitute_takes_their_place_and_form() -> None:
    source = f'{BY_EDITOR}<text variable="title"/></substitute></names>'

    assert printed(source, {"author": [DOE], "editor": [ROE]}) == "Doe"
    assert printed(source, {"editor": [ROE], "title": "Air"}) == "Roe"
    assert printed(source, {"title": "Air"}) == "Air"
    assert rendered(source) == (EMPTY, [])


def test_a_substitute_without_children_is_formatted_as_the_names_it_stands_for() -> None:
    names = (
        '<names variable="author" font-weight="bold"><name font-variant="normal" form="short"/>'
        '<substitute><names variable="editor" font-weight="normal"/></substitute></names>'
    )
    bold, plain = Open(font_weight="bold"), Open(font_variant="normal")

    tokens = rendered(names, {"editor": [ROE]}).tokens
    assert [token for token in tokens if token in (bold, plain, "Roe")] == [bold, plain, "Roe"]
    inherited = names.replace('font-weight="bold"', 'font-variant="small-caps"')
    assert plain not in rendered(inherited, {"editor": [ROE]}).tokens


def test_what_a_substitute_without_children_is_set_in_its_name_may_set_back() -> None:
    """owbarth-verlag: the editors in place of authors are not in small capitals."""
    names = (
        '<names variable="author" font-variant="normal"><name font-variant="normal"/>'
        '<substitute><names variable="editor" font-variant="small-caps"/></substitute></names>'
    )

    assert Open(font_variant="normal") in rendered(names, {"editor": [ROE]}).tokens


def test_what_a_substitute_without_children_is_set_in_itself_is_for_its_names() -> None:
    """romanian-humanities: small capitals once, and not for a label."""
    names = (
        '<names variable="author"{}><name{}/><label form="short" prefix=" (" suffix=")"/>'
        '<substitute><names variable="editor" font-variant="small-caps"/></substitute></names>'
    )
    small = ' font-variant="small-caps"'
    span, plain = Open(font_variant="small-caps"), [CLOSE, " (", "ed.", ")"]

    for source in (names.format("", ""), names.format("", small)):
        tokens = rendered(source, {"editor": [ROE]}).tokens
        assert tokens.count(span) == 1
        assert tokens[-5:-1] == plain
    whole = rendered(names.format(small, ""), {"editor": [ROE]}).tokens
    assert (whole.count(span), whole[-2:]) == (1, [CLOSE, CLOSE])


def test_a_substitute_is_not_printed_again() -> None:
    names = f"{BY_EDITOR}</substitute></names>"
    again = f'<names variable="editor" prefix="; ">{SHORT}</names>'

    assert printed(f"<group>{names}{again}</group>", {"editor": [ROE]}) == "Roe"
    both = {"author": [DOE], "editor": [ROE]}
    assert printed(f"<group>{names}{again}</group>", both) == "Doe; Roe"


def test_behind_a_term_no_substitute_is_reached() -> None:
    source = (
        f'<names variable="author">{SHORT}<substitute>'
        '<text term="anonymous"/><text variable="title"/></substitute></names>'
    )

    assert printed(source, {"title": "Air"}) == "anonymous"


def test_a_term_in_place_of_names_is_no_value_for_the_macro_round_it() -> None:
    """As in other engines: the macro calls names, and finds none."""
    names = (
        f'<names variable="author">{SHORT}<substitute>{{}}<text term="anonymous"/>'
        "</substitute></names>"
    ).format
    title = '<text variable="title"/>'

    assert rendered(names("")).verdict == EMPTY
    assert printed(names("")) == "anonymous"
    assert printed(f"<group>{names('')}</group>") == ""
    assert printed(f"<group>{names('')}{title}</group>", {"title": "Air"}) == "anonymousAir"
    assert printed(f"<group>{names(title)}</group>", {"title": "Air"}) == "Air"


def test_the_number_of_names() -> None:
    source = '<names variable="author editor"><name form="count"/></names>'

    assert printed(source, {"author": [DOE, ROE], "editor": [DOE]}) == "3"
    assert printed(source, {"author": [DOE]}, scope_of(sorting=True)) == "001"
    assert rendered(source) == (EMPTY, [])


def test_et_al_may_be_another_term_with_formatting_of_its_own() -> None:
    source = (
        '<names variable="author"><name form="short" et-al-min="2" et-al-use-first="1"/>'
        '<et-al term="and others" font-style="italic"/></names>'
    )

    assert rendered(source, {"author": [DOE, ROE]}).tokens[-5:] == [
        " ", Open(font_style="italic"), "and others", CLOSE, CLOSE,
    ]  # fmt: skip


def test_names_of_a_cite_are_tagged_so_that_they_can_be_taken_out() -> None:
    source = f'<names variable="author">{SHORT}</names>'

    assert rendered(source, {"author": [DOE]}).tokens == [Open(tag="names"), "Doe", CLOSE]
    assert rendered(source, {"author": [DOE]}, suppress_author=True) == (EMPTY, [])
    in_entry = scope_of(area="bibliography")
    assert rendered(source, {"author": [DOE]}, in_entry).tokens == ["Doe"]


def test_only_the_first_names_of_a_cite_are_suppressed() -> None:
    names = f'<names variable="author">{SHORT}</names>'
    editors = f'<names variable="editor" prefix="/">{SHORT}</names>'

    assert (
        printed(
            f"<group>{names}{editors}</group>",
            {"author": [DOE], "editor": [ROE]},
            suppress_author=True,
        )
        == "/Roe"
    )


def test_what_repeats_in_a_bibliography_is_tagged_list_by_list_but_a_term_is_not() -> None:
    scope = scope_of(area="bibliography", tag_names=True)
    source = (
        f'<names variable="author">{SHORT}<substitute><text term="anonymous"/></substitute></names>'
    )

    assert rendered(source, {"author": [DOE]}, scope).tokens == [
        Open(tag="names"), Open(tag="name-list"), Open(tag="name"), "Doe", CLOSE, CLOSE, CLOSE,
    ]  # fmt: skip
    assert rendered(source, {}, scope).tokens == ["Anonymous"]


def test_affixes_are_for_the_names_themselves_and_not_for_what_stands_in() -> None:
    source = (
        f'<names variable="author" prefix="by ">{SHORT}'
        '<substitute><text variable="title"/></substitute></names>'
    )

    assert printed(source, {"author": [DOE]}) == "by Doe"
    assert printed(source, {"title": "Air"}) == "Air"

"""Names: their parts as written, particles, suffixes, initials, lists."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.items.names import Name, parse_name
from tests.csl.references import people, person, report
from tests.csl.style_xml import citation, entries, printed, style_xml


def names(options: str = "", **variables: Any) -> str:
    """The authors, printed by a cs:name with these attributes."""
    return printed(f'<names variable="author"><name {options}/></names>', **variables)


def given(name: str, options: str) -> str:
    """A given name as printed before the family name X."""
    author = [{"family": "X", "given": name}]
    return names(options, author=author).removesuffix(" X")


def test_the_parts_of_a_name_are_found_in_it() -> None:
    name = parse_name({"family": "van Gogh", "given": "Vincent, Jr.", "static-ordering": True})

    assert (name.non_dropping, name.family, name.given) == ("van", "Gogh", "Vincent")
    assert (name.suffix, name.static_ordering, name.closed_up) == ("Jr.", True, False)
    assert parse_name({"literal": "OECD"}).literal == "OECD"
    assert parse_name({"family": "毛", "given": "泽东"}).closed_up


def test_a_name_of_one_part_is_printed_whole() -> None:
    author = [{"literal": "DeZIM Institut"}, {"given": "Banksy"}]

    assert names('name-as-sort-order="all" initialize-with="."', author=author) == (
        "DeZIM Institut, Banksy"
    )


def test_a_name_reads_given_name_first() -> None:
    author = people("van Beethoven, Ludwig; d’Aubignac, François; Humboldt, Alexander von")

    assert names(author=author) == (
        "Ludwig van Beethoven, François d’Aubignac, Alexander von Humboldt"
    )


def test_a_short_form_keeps_only_the_particle_that_belongs_to_the_family_name() -> None:
    author = people("van Beethoven, Ludwig; Humboldt, Alexander von")

    assert names('form="short"', author=author) == "van Beethoven, Humboldt"


def test_inverted_names_separate_family_given_and_suffix() -> None:
    author = [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]

    assert names(author=author) == "Martin Luther King Jr."
    assert names('name-as-sort-order="all"', author=author) == "King, Martin Luther, Jr."
    assert names('name-as-sort-order="all" sort-separator=" "', author=author) == (
        "King Martin Luther Jr."
    )


def test_only_the_first_name_is_inverted_where_the_style_says_so() -> None:
    author = people("Doe, Jane; Roe, Richard")

    assert names('name-as-sort-order="first" and="text"', author=author) == (
        "Doe, Jane and Richard Roe"
    )


def test_chinese_names_are_neither_inverted_nor_spaced() -> None:
    author = people("毛, 泽东")

    assert names(author=author) == names('name-as-sort-order="all"', author=author) == "毛泽东"


@pytest.mark.parametrize(
    ("mode", "order"),
    [
        ("never", ["Carr, Ann", "de Boer, Eva", "Doe, Jane"]),
        ("sort-only", ["de Boer, Eva", "Carr, Ann", "Doe, Jane"]),
        ("display-and-sort", ["Boer, Eva de", "Carr, Ann", "Doe, Jane"]),
    ],
)
def test_a_style_says_whether_a_particle_counts(mode: str, order: list[str]) -> None:
    style = style_xml(
        citation('<text variable="title"/>'),
        '<bibliography><sort><key variable="author"/></sort><layout>'
        '<names variable="author"><name name-as-sort-order="all"/></names>'
        "</layout></bibliography>",
        demote_non_dropping_particle=mode,
    )
    references = [
        report("doe", "Doe, Jane"),
        report("boer", "de Boer, Eva"),
        report("carr", "Carr, Ann"),
    ]

    assert entries(style, references) == order


@pytest.mark.parametrize(
    ("name", "spaced", "close", "bare"),
    [
        ("Jane", "J.", "J.", "J"),
        ("Jane Quinn", "J. Q.", "J.Q.", "JQ"),
        ("Jean-Luc", "J.-L.", "J.-L.", "J-L"),
        ("J.-L.", "J.-L.", "J.-L.", "J-L"),
        ("J. Q.", "J. Q.", "J.Q.", "JQ"),
        ("Bérénice", "B.", "B.", "B"),
        ("Yu. Nikita", "Yu. N.", "Yu.N.", "YuN"),
        ("DJamila", "Dj.", "Dj.", "Dj"),
        ("Guy de", "G. de", "G. de", "G de"),
    ],
)
def test_initials(name: str, spaced: str, close: str, bare: str) -> None:
    assert given(name, 'initialize-with=". "') == spaced
    assert given(name, 'initialize-with="."') == close
    assert given(name, 'initialize-with=""') == bare


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Jane Q", "Jane Q."),
        ("J Q", "J. Q."),
        ("Jane Q.", "Jane Q."),
        ("Jean-Luc", "Jean-Luc"),
        ("Anne-marie", "Anne-marie"),
    ],
)
def test_initials_alone_can_be_given_the_styles_form(name: str, kept: str) -> None:
    assert given(name, 'initialize="false" initialize-with=". "') == kept


def test_compound_names_can_lose_their_hyphen() -> None:
    layout = '<names variable="author"><name initialize-with="."/></names>'
    style = style_xml(
        f"<bibliography><layout>{layout}</layout></bibliography>", initialize_with_hyphen="false"
    )

    assert entries(style, [report("x", "Picard, Jean-Luc")]) == ["J.L. Picard"]


FOUR = people("Doe, Jane; Roe, Richard; Poe, Ann; Loe, Tim")


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ("", "Doe, Roe, Poe, Loe"),
        ('and="text"', "Doe, Roe, Poe, and Loe"),
        ('and="symbol" delimiter-precedes-last="never"', "Doe, Roe, Poe &amp; Loe"),
        ('delimiter="; "', "Doe; Roe; Poe; Loe"),
        ('et-al-min="4" et-al-use-first="1"', "Doe et al."),
        ('et-al-min="4" et-al-use-first="2"', "Doe, Roe, et al."),
        ('et-al-min="4" et-al-use-first="1" delimiter-precedes-et-al="always"', "Doe, et al."),
        ('et-al-min="4" et-al-use-first="2" et-al-use-last="true"', "Doe, Roe, … Loe"),
        ('et-al-min="5" et-al-use-first="1"', "Doe, Roe, Poe, Loe"),
    ],
)
def test_a_list_of_names(options: str, listed: str) -> None:
    assert names(f'form="short" {options}', author=FOUR) == listed.replace("&amp;", "&")


@pytest.mark.parametrize(
    ("rule", "two", "inverted"),
    [
        ("contextual", "Jane Doe and Richard Roe", "Doe, Jane and Richard Roe"),
        ("always", "Jane Doe, and Richard Roe", "Doe, Jane, and Richard Roe"),
        ("never", "Jane Doe and Richard Roe", "Doe, Jane and Richard Roe"),
        ("after-inverted-name", "Jane Doe and Richard Roe", "Doe, Jane, and Richard Roe"),
    ],
)
def test_the_delimiter_before_the_last_of_two(rule: str, two: str, inverted: str) -> None:
    options = f'and="text" delimiter-precedes-last="{rule}"'

    assert names(options, author=FOUR[:2]) == two
    assert names(f'{options} name-as-sort-order="first"', author=FOUR[:2]) == inverted


def test_parts_of_a_name_can_be_formatted() -> None:
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="uppercase"/></name>'
        "</names>"
    )

    assert printed(layout, author=people("van Gogh, Vincent")) == "Vincent VAN GOGH"


def test_where_there_is_no_author_another_takes_the_place() -> None:
    layout = (
        '<names variable="author"><name form="short"/><label form="short" prefix=" (" suffix=")"/>'
        '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
        '<text variable="title" prefix=" · "/>'
    )

    assert printed(layout, author=people("Doe"), title="T") == "Doe · T"
    assert printed(layout, editor=people("Doe; Roe"), title="T") == "Doe, Roe (eds.) · T"
    assert printed(layout, title="T") == "T"


def test_an_editor_who_is_also_the_translator_is_named_once() -> None:
    layout = (
        '<names variable="editor translator" delimiter="; "><name/><label prefix=", "/></names>'
    )
    jane = people("Doe, Jane")

    assert printed(layout, editor=jane, translator=jane) == "Jane Doe, editor & translator"
    assert printed(layout, editor=jane, translator=people("Roe, Tim")) == (
        "Jane Doe, editor; Tim Roe, translator"
    )


def test_what_stands_in_brackets_is_no_given_name_to_abbreviate() -> None:
    assert given("John [Jack]", 'initialize-with=". "') == "J. [Jack]"
    assert given("Maria (Mia) Ann", 'initialize-with="."') == "M. (Mia) A."


@pytest.mark.parametrize(
    ("authors", "printed_as"),
    [
        (["OECD", "World Bank"], "OECD & World Bank"),
        (["Doe, Jane", "OECD"], "Doe, Jane, & OECD"),
        (["OECD", "Doe, Jane"], "OECD, & Doe, Jane"),
        (["FAO", "OECD", "World Bank"], "FAO, OECD, & World Bank"),
    ],
)
def test_between_institutions_the_delimiter_is_not_that_of_persons(
    authors: list[str], printed_as: str
) -> None:
    author = [person(name) if "," in name else {"literal": name} for name in authors]
    options = 'and="symbol" delimiter-precedes-last="always" name-as-sort-order="all"'

    assert names(options, author=author) == printed_as


def test_between_institutions_what_all_names_of_a_style_inherit_holds() -> None:
    layout = '<names variable="author"><name delimiter-precedes-last="always"/></names>'
    style = style_xml(
        f"<bibliography><layout>{layout}</layout></bibliography>",
        **{"and": "symbol", "delimiter_precedes_last": "never"},
    )
    both = [{"literal": "FAO"}, {"literal": "OECD"}, {"literal": "World Bank"}]
    person_first = [*both[:2], person("Doe, Jane"), both[2]]

    references = [report("a") | {"author": both}, report("b") | {"author": person_first}]
    assert entries(style, references) == [
        "FAO, OECD & World Bank",
        "FAO, OECD, Jane Doe, & World Bank",
    ]


def test_an_institution_has_the_look_of_a_family_name_but_no_affixes() -> None:
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="{}" suffix=","/>'
        "</name></names>"
    ).format

    assert printed(layout("uppercase"), author=[{"literal": "Aecom"}]) == "AECOM"
    assert printed(layout("uppercase"), author=people("Doe, Jane")) == "Jane DOE,"
    assert printed(layout("sentence"), author=[{"literal": "JTC 1/SC 22"}]) == "JTC 1/SC 22"
    assert printed(layout("sentence"), author=[{"literal": "JTC Sub Group B"}]) == "JTC sub group B"
    assert printed(layout("sentence"), author=[{"literal": "iso"}]) == "Iso"
    assert printed(layout("sentence"), author=people("ROE DOE, Jane")) == "Jane Roe doe,"


@pytest.mark.parametrize(
    ("family", "given_name", "spoken", "sorted_as"),
    [
        ("शर्मा", "राम कुमार", "राम कुमार शर्मा", "शर्मा, राम कुमार"),
        ("المقدسي", "محمد بن أحمد", "محمد بن أحمد المقدسي", "المقدسي, محمد بن أحمد"),
        ("بن لادن", "عمر", "عمر بن لادن", "بن لادن, عمر"),
        ("בן גוריון", "דוד", "דוד בן גוריון", "בן גוריון, דוד"),
        ("ბერიძე", "ნინო მარიამ", "ნინო მარიამ ბერიძე", "ბერიძე, ნინო მარიამ"),
        ("ใจดี", "สมชาย", "สมชาย ใจดี", "ใจดี, สมชาย"),
        ("毛", "泽东", "毛泽东", "毛泽东"),
        ("山田", "はなこ", "山田はなこ", "山田はなこ"),
        ("ヤマダ", "ハナコ", "ヤマダハナコ", "ヤマダハナコ"),
        ("김", "유미 헨리", "김유미 헨리", "김유미 헨리"),
    ],
)
@pytest.mark.parametrize("options", ["", 'initialize-with=". "', 'initialize-with=""'])
def test_without_capitals_every_part_of_a_name_is_printed(
    family: str, given_name: str, spoken: str, sorted_as: str, options: str
) -> None:
    author = [{"family": family, "given": given_name}]

    assert names(options, author=author) == spoken
    assert names(f'name-as-sort-order="all" {options}', author=author) == sorted_as


def test_affixes_of_parts_do_not_set_those_of_a_closed_up_name_apart() -> None:
    layout = (
        '<names variable="author"><name name-as-sort-order="all" sort-separator=" ">'
        '<name-part name="family" suffix=","/><name-part name="given" prefix=" "/></name></names>'
    )

    assert printed(layout, author=people("毛, 泽东")) == "毛泽东"
    assert printed(layout, author=people("Mao, Zedong")) == "Mao,  Zedong"


def test_a_suffix_stands_behind_a_closed_up_name() -> None:
    assert names(author=[{"family": "毛", "given": "泽东", "suffix": "二世"}]) == "毛泽东 二世"


def test_editors_who_translated_are_one_only_where_nobody_else_is_named() -> None:
    layout = (
        '<names variable="{}" delimiter=", "><name/><label form="short" prefix=" "/></names>'
    ).format
    people_: dict[str, Any] = {"editor": people("Kahn, Cal"), "translator": people("Kahn, Cal")}

    assert printed(layout("editor translator"), **people_) == "Cal Kahn ed. & trans."
    assert (
        printed(layout("container-author editor translator"), **people_)
        == "Cal Kahn ed., Cal Kahn trans."
    )


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("zh-CN", "Doe和Roe", "Doe等"),
        ("ja-JP", "DoeとRoe", "Doeほか"),
        ("de-DE", "Doe und Roe", ""),
    ],
)
def test_scripts_without_spaces_have_none_round_and(language: str, two: str, three: str) -> None:
    layout = (
        '<names variable="author"><name form="short" and="text" et-al-min="3"'
        ' et-al-use-first="1"/><et-al font-style="italic"/></names>'
    )

    assert printed(layout, author=people("Doe; Roe"), language=language) == two
    if three:
        assert printed(layout, author=people("Doe; Roe; Poe"), language=language) == three


def test_the_letters_of_given_names_are_those_of_all_their_parts() -> None:
    assert Name(family="Smith", given="John A.").given_letters == "JA"
    assert Name(family="Kling", given="Marc-Uwe").given_letters == "MU"
    assert not Name(family="Plato").given_letters

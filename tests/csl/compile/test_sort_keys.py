"""Sorting of bibliographies and of the cites within a citation."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl import Cite, Processor
from reportcite.csl.compile.sort_keys import ordering, ranked
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, macro, style_xml

TITLE = '<text variable="title"/>'


def sorted_ids(sort: str, references: list[dict[str, Any]], *parts: str) -> list[str]:
    """The ids of a bibliography sorted by these keys."""
    style = style_xml(bibliography('<text value="entry"/>', sort=sort), *parts)
    return [entry.id for entry in Processor(style).bibliography(references)]


def key(variable: str, sort: str = "ascending") -> str:
    return f'<key variable="{variable}" sort="{sort}"/>'


REPORTS = [
    report("roe-2020", "Roe, Tim", 2020, title="Water", volume="10"),
    report("doe-2021", "Doe, Jane", 2021, title="Air", volume="9"),
    report("doe-2019", "Doe, Jane", 2019, title="Fire", volume="9a"),
    report("no-one", "", 2018, title="Earth"),
]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", "roe-2020 doe-2021 doe-2019 no-one"),
        (key("title"), "doe-2021 no-one doe-2019 roe-2020"),
        (key("author") + key("issued"), "doe-2019 doe-2021 roe-2020 no-one"),
        (key("author") + key("issued", "descending"), "doe-2021 doe-2019 roe-2020 no-one"),
        (key("author", "descending"), "roe-2020 doe-2021 doe-2019 no-one"),
        (key("volume"), "doe-2021 roe-2020 doe-2019 no-one"),
        (key("citation-number", "descending"), "no-one doe-2019 doe-2021 roe-2020"),
    ],
)
def test_keys_decide_in_turn_and_what_lacks_one_comes_last(sort: str, order: str) -> None:
    assert " ".join(sorted_ids(sort, REPORTS)) == order


def test_what_no_key_orders_keeps_its_order() -> None:
    same = [report(name, "Doe, Jane", 2020) for name in ("c", "a", "b")]

    assert sorted_ids(key("author") + key("issued"), same) == ["c", "a", "b"]
    assert sorted_ids(key("issued", "descending"), same) == ["c", "a", "b"]


def test_a_macro_sorts_by_what_it_prints() -> None:
    title_or_number = macro(
        "name",
        '<choose><if variable="number"><text variable="number"/></if>'
        f"<else>{TITLE}</else></choose>",
    )
    references = [
        report("b", title="B"),
        report("c", title="A", number="C"),
        report("a", title="A"),
    ]

    assert sorted_ids('<key macro="name"/>', references, title_or_number) == ["a", "b", "c"]


def test_a_key_may_look_at_fewer_names_than_are_printed() -> None:
    authors = macro("authors", '<names variable="author"><name/></names>')
    references = [
        report("later", "Doe, Jane; Zoe, Ann", 2021),
        report("earlier", "Doe, Jane; Roe, Tim", 2022),
        report("first", "Doe, Jane; Poe, Eva", 2020),
    ]
    limits = 'names-min="2" names-use-first="1"'

    whole = f'<key macro="authors"/>{key("issued")}'
    limited = f'<key macro="authors" {limits}/>{key("issued")}'

    assert sorted_ids(whole, references, authors) == ["first", "earlier", "later"]
    assert sorted_ids(limited, references, authors) == ["first", "later", "earlier"]


def test_names_sort_by_family_name_whatever_is_printed() -> None:
    references = [report("b", "Boe, Zac"), report("a", "Aoe, Tim"), report("i", "DeZIM Institut")]

    assert sorted_ids(key("author"), references) == ["a", "b", "i"]


def test_straight_and_curly_apostrophes_are_one() -> None:
    references = [
        report("n", "O’Neil, Ann"),
        report("h", "O'Hara, Tim"),
        report("b", "O’Brien, Eva"),
    ]

    assert sorted_ids(key("author"), references) == ["b", "h", "n"]


def test_quotation_marks_and_markup_before_a_title_do_not_count() -> None:
    references = [
        report("b", title="Beta"),
        report("a", title="„Alpha“"),
        report("c", title="<i>Canis</i> lupus"),
    ]

    assert sorted_ids(key("title"), references) == ["a", "b", "c"]


def test_the_order_is_that_of_the_style_language() -> None:
    references = [report("o", "Öberg, Ulf"), report("z", "Zorn, Anders"), report("n", "Orn, Ann")]
    style = style_xml(bibliography(TITLE, sort=key("author")))
    references = [{**reference, "title": "T"} for reference in references]

    def order(language: str) -> list[str]:
        return [entry.id for entry in Processor(style, locale=language).bibliography(references)]

    assert order("sv-SE") == ["n", "z", "o"]
    assert order("de-DE") == ["o", "n", "z"]


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(
    ("authors", "ordered"),
    [("王; 李; Doe", False), ("やまだ; 李", False), ("王; Doe", True), ("Doe; Roe", True)],
)
def test_two_names_of_a_script_without_an_order_are_not_ordered(
    authors: str, ordered: bool
) -> None:
    sort = '<key variable="author"/><key variable="issued"/>'
    processor = Processor(style_xml(bibliography('<text variable="title"/>', sort=sort)))
    processor.register([report(name, name, 2020, title=name) for name in authors.split("; ")])

    assert [one.rule.name for one in processor.problems] == ["order-of-script"][ordered:]


def test_cites_sort_within_their_citation() -> None:
    style = style_xml(citation(TITLE, sort=key("title"), delimiter="; "))
    processor = Processor(style)
    processor.register(REPORTS)

    assert processor.citation([Cite("roe-2020"), Cite("doe-2021")]) == "Air; Water"


def test_citation_numbers_follow_the_bibliography() -> None:
    style = style_xml(
        citation('<text variable="citation-number"/>'), bibliography(TITLE, sort=key("title"))
    )
    processor = Processor(style)
    processor.register(REPORTS)

    assert [processor.citation([Cite(item["id"])]) for item in REPORTS] == ["4", "1", "3", "2"]


@pytest.mark.parametrize(("order", "ids"), [("ascending", "a b w n"), ("descending", "b a w n")])
def test_what_is_not_dated_comes_last_either_way(order: str, ids: str) -> None:
    issued = (
        '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if>'
        '<else><text term="no date" form="short"/></else></choose>'
    )
    references = [
        report("w", issued={"literal": "in press"}),
        report("b", year=2001),
        report("n"),
        report("a", year=1999),
    ]

    for sort in (key("issued", order), f'<key macro="issued" sort="{order}"/>'):
        assert " ".join(sorted_ids(sort, references, macro("issued", issued))) == ids


@pytest.mark.parametrize(("rule", "ids"), [("all-names", "1 2 3"), ("by-cite", "1 3 2")])
def test_names_written_out_wherever_they_occur_are_sorted_so(rule: str, ids: str) -> None:
    author = '<names variable="author"><name name-as-sort-order="all" initialize-with="."/></names>'
    style = style_xml(
        macro("author", author),
        citation(
            '<names variable="author"><name form="short" initialize-with="."/></names>',
            disambiguate_add_givenname="true",
            givenname_disambiguation_rule=rule,
        ),
        bibliography(author, sort='<key macro="author"/>'),
    )
    references = [
        report("3", "Schmidt, Arne", 2018),
        report("2", "Schmidt, Anna; Weber, Kai", 2018),
        report("1", "Schmidt, Anna", 2018),
    ]
    entries = Processor(style).bibliography(references)

    assert sorted(entry.id for entry in entries) == ["1", "2", "3"]
    assert " ".join(entry.id for entry in entries) in (ids, ids.replace("1 3", "3 1"))


def test_numbers_too_long_to_count_come_behind_those_that_are_counted() -> None:
    references = [
        report("long", "Doe", 2020, volume="9" * 5000),
        report("ten", "Doe", 2020, volume="10"),
        report("two", "Doe", 2020, volume="2"),
    ]

    assert sorted_ids(key("volume"), references) == ["two", "ten", "long"]


@pytest.mark.parametrize("title", ["« Bears »", "‹Bears›", "„Bears“", "[Bears]"])
def test_marks_of_any_language_before_a_title_do_not_count(title: str) -> None:
    references = [report("c", title="Cats"), report("b", title=title), report("a", title="Ants")]

    assert sorted_ids(key("title"), references) == ["a", "b", "c"]


def test_capitals_do_not_count() -> None:
    """CSL 1.0.2, "Sorting": what differs in case alone is left to the next key."""
    references = [report("new", title="ants", year=2020), report("old", title="Ants", year=2001)]

    assert sorted_ids(key("title") + key("issued"), references) == ["old", "new"]


def test_the_last_of_many_names_follows_the_first_ones() -> None:
    """The dots for those left out are no letter, as "et al." is none."""
    names = macro("names", '<names variable="author"><name name-as-sort-order="all"/></names>')
    options = {"et-al-min": "4", "et-al-use-first": "2", "et-al-use-last": "true"}
    references = [
        report("many", "Lee, A; Lee, B; Lee, C; Lee, G", 2015),
        report("few", "Lee, A; Lee, B; Lee, D", 2015),
    ]
    sort = '<key macro="names"/>'
    style = style_xml(names, bibliography('<text value="entry"/>', sort=sort, **options))

    assert [entry.id for entry in Processor(style).bibliography(references)] == ["few", "many"]


def test_a_variable_sorts_by_all_its_names_where_a_citation_cuts_them_short() -> None:
    """CSL 1.0.2, "Sorting Variables"; "et al." is for what macros print."""
    names = '<names variable="author"><name form="short"/></names>'
    options = {"et_al_min": "3", "et_al_use_first": "1", "delimiter": "; "}
    style = style_xml(citation(names, sort=key("author"), **options))
    processor = Processor(style)
    processor.register([report("many", "Jones, K; Brown, T; Black, I"), report("one", "Jones, K")])

    assert processor.citation([Cite("many"), Cite("one")]) == "Jones; Jones et al."


_ROWS = st.lists(st.tuples(*[st.sampled_from([None, "a", "b", "c"])] * 3), max_size=20)


@given(_ROWS, st.tuples(st.booleans(), st.booleans(), st.booleans()))
def test_many_are_in_the_order_of_one_key_after_the_other(
    rows: list[tuple[str | None, ...]], descending: tuple[bool, ...]
) -> None:
    asked: list[set[int]] = []
    sorting = ordering(len(rows), 3)
    try:
        index, numbers = next(sorting)
        while True:
            asked.append({*numbers})
            values = [rows[number][index] for number in numbers]
            index, numbers = sorting.send(ranked(values, descending=descending[index]).ranks)
    except StopIteration as end:
        places = end.value

    wanted = [*range(len(rows))]
    for key in (2, 1, 0):
        wanted.sort(key=lambda number: rows[number][key] or "", reverse=descending[key])
        wanted.sort(key=lambda number: rows[number][key] is None)
    assert [places.index(place) for place in range(len(rows))] == wanted
    # What is told apart by the keys before is not asked for.
    for key, some in enumerate(asked):
        before = Counter(row[:key] for row in rows)
        assert some == {number for number, row in enumerate(rows) if before[row[:key]] > 1}

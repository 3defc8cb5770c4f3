"""A share of the items: what it says of them, and what it prints."""

from __future__ import annotations

from reportcite.csl import Processor
from reportcite.csl.context import Disambiguation
from reportcite.csl.document.sharing.share import Arrangement, Share
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml


def arrangement(count: int, **more: object) -> Arrangement:
    return Arrangement([*range(1, count + 1)], {}, {}, {})._replace(**more)  # type: ignore[arg-type]


def test_a_name_is_named_once_for_each_way_it_looks() -> None:
    share = Processor("apa").share()
    first = share.take([("a", report("a", "Doe, Jane")), ("b", report("b", "Doe, John"))])
    again = share.take([("c", report("c", "Doe, Jane")), ("d", report("d", "Roe, Tim"))])

    # One is not the other, though they look the same.
    assert [form for form, _ in first] == ["Doe", "Doe"]
    assert len({name for _, name in first}) == 2
    assert [form for form, _ in again] == ["Roe"]
    assert share.forms([0, 1, 2]) == [["JDoe"], ["JDoe"], ["TRoe"]]


def by_year_and_title() -> Share:
    title = '<text variable="title"/>'
    keys = '<key variable="issued"/><key variable="title"/>'
    return Processor(style_xml(citation(title), bibliography(title, sort=keys))).share()


def test_values_to_sort_by_are_given_as_their_ranks_among_the_distinct_ones() -> None:
    share = by_year_and_title()
    share.take([(n, report(n, "", year, title=n)) for n, year in (("c", 9), ("b", 7), ("a", 9))])

    first = share.first_values()
    assert (first.distinct, [*first.ranks]) == (sorted(first.distinct), [1, 0, 1])
    numbers: list[list[int]] = [[], [1], [0, 1, 2]]
    assert [[*share.values(1, one).ranks] for one in numbers] == [[], [0], [2, 1, 0]]


def test_what_is_empty_comes_behind_all_distinct_values() -> None:
    share = by_year_and_title()
    share.take([("a", {"id": "a"}), ("b", {"id": "b", "title": "B"})])
    values = share.values(1, [0, 1])
    assert (len(values.distinct), [*values.ranks]) == (1, [1, 0])
    assert [*share.first_values().ranks] == [0, 0]


def test_cites_that_look_alike_have_one_key() -> None:
    share = Processor("apa").share()
    share.take([(n, report(n, "Doe, Jane", year)) for n, year in (("a", 1), ("b", 2), ("c", 1))])

    one, other, same = share.keys({}).hashes
    assert one == same != other


def test_who_borrows_items_gives_back_what_is_decided_about_them() -> None:
    lender, settler = Processor("chicago").share(), Processor("chicago").share()
    lender.take([("a", report("a", "Doe, Jane; Roe, Tim; Poe, Ann; Lee, Bo; Fox, Kim", 2020))])
    settler.take([("b", report("b", "Doe, Jane; Roe, Tim; Poe, Ann; Lee, Bo; Sun, Li", 2020))])
    for share in (lender, settler):
        share.keys({})

    settled = settler.settle([[-1, 0]], [b"".join([lender.lend([0])])])
    assert settled.alike == []
    assert settled.lent[0].shown  # more names than usual


def test_entries_have_what_is_decided_and_the_ids_they_are_given() -> None:
    share = Processor("apa", output="html").share()
    share.take([(n, report(n, "Doe, Jane", 2020, title=n.upper())) for n in "ab"])
    share.arrange(arrangement(2, year_suffixes={1: "b"}, ids={0: "other"}))

    first, second = share.entries(0, 9)
    assert 'id="ref-other"' in str(first) and "(2020)" in str(first)
    assert 'id="ref-b"' in str(second) and "(2020b)" in str(second)
    assert share.entries(1, 2) == [second]


def test_what_others_decided_about_an_item_counts() -> None:
    style = "american-sociological-association"
    share = Processor(style).share()
    share.take([("a", report("a", "Doe, Jane", 2020, title="A"))])
    share.arrange(arrangement(1, disambiguations={0: Disambiguation(conditions=1)}))
    assert len(share.entries(0, 1)) == 1


def test_what_prints_nothing_has_no_entry() -> None:
    title = '<text variable="title"/>'
    share = Processor(style_xml(citation(title), bibliography(title))).share()
    share.take([("a", {"id": "a"}), ("b", {"id": "b", "title": "B"})])
    share.arrange(arrangement(2))
    assert share.entries(0, 2) == [("a", ""), "B"]

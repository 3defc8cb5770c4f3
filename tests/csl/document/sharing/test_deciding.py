"""Items that several hold are decided about as if one had them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.csl import Processor
from reportcite.csl.document.sharing.share import Share
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, macro, style_xml


@cache
def processor(style: str | bytes, number: int) -> Processor:
    """A processor for the share `number`; compiled once."""
    return Processor(style, output="html")


class InTurn:
    """Shares as processes hold them, which answer at once."""

    def __init__(self, shares: Sequence[Share]) -> None:
        self.shares = shares

    def ask(self, share: int, method: str, *arguments: Any) -> Callable[[], Any]:
        answer = getattr(self.shares[share], method)(*arguments)
        return lambda: answer


def printed(
    style: str | bytes, references: Sequence[dict[str, Any]], owners: Sequence[int]
) -> list[str]:
    """The entries of `references`, each held by the share in its place in `owners`."""
    count = max(owners, default=0) + 1
    holders = InTurn([processor(style, number).share() for number in range(count)])
    items = processor(style, 0).shared_items(holders, count)
    for owner, reference in zip(owners, references, strict=True):
        names = holders.shares[owner].take([(reference["id"], dict(reference))])
        items.add(owner, 1, names, {})
    places = items.arrange()
    entries: dict[int, str] = {}
    for share, own in zip(holders.shares, places, strict=True):
        for place, entry in zip(own, share.entries(0, len(own)), strict=True):
            assert isinstance(entry, str)
            entries[place] = entry
    return [entries[place] for place in range(len(references))]


def alone(style: str | bytes, references: Sequence[dict[str, Any]]) -> list[str]:
    one = processor(style, -1)
    one.clear()
    one.register(references)
    return one.document_entries()


_NAMES = st.sampled_from(
    ["Doe, Jane", "Doe, John", "Doe, Jane B.", "Roe, Tim", "Doe, Judy", "Poe", "李, 明", "王, 明"]
)
_AUTHORS = st.lists(_NAMES, max_size=4).map("; ".join)
_REFERENCES = st.lists(
    st.tuples(_AUTHORS, st.sampled_from([0, 2020, 2021]), st.sampled_from("AB"), st.integers(0, 2)),
    max_size=12,
)


@pytest.mark.parametrize("style", ["apa", "chicago", "harvard"])
@settings(max_examples=40)
@given(_REFERENCES)
def test_the_entries_are_those_of_one_who_has_all(
    style: str, drawn: list[tuple[str, int, str, int]]
) -> None:
    references = [
        report(f"r{number}", author, year, title=title)
        for number, (author, year, title, _) in enumerate(drawn)
    ]
    owners = [owner for *_, owner in drawn]
    assert printed(style, references, owners) == alone(style, references)


def names_style(rule: str) -> bytes:
    names = macro("names", '<names variable="author"><name initialize-with=". "/></names>')
    cites = citation(
        '<choose><if type="book"><names variable="author"/></if><else><names variable="author">'
        '<name form="short" initialize-with="."/></names></else></choose><text variable="volume"/>',
        disambiguate_add_givenname="true",
        disambiguate_add_year_suffix="true",
        givenname_disambiguation_rule=rule,
    )
    printed_names = '<names variable="author"/><text variable="year-suffix"/>'
    return style_xml(
        names, cites, bibliography(printed_names, sort='<key variable="title" sort="descending"/>')
    )


def test_which_groups_only_year_suffixes_tell_apart_is_seen_by_the_names_they_show() -> None:
    authors = ["Doe, Jane", "Doe, Jane; Roe, Tim", "Doe, Jane; Roe, Tim; Poe, Ann; Lee, Bo", ""]
    references = [(name, report(name, name)) for name in authors]
    found = {}
    for style in ("apa", names_style("all-names"), names_style("by-cite")):
        share = Processor(style).share()
        share.take([(name, dict(reference)) for name, reference in references])
        found[style] = share.keys({}).unsplit
    assert [*found.values()] == [[1, 2, -1, 0], [0, 0, 0, 0], [-1, -1, -1, -1]]


@pytest.mark.parametrize("rule", ["all-names", "primary-name", "all-names-with-initials"])
def test_given_names_are_written_out_by_what_others_have(rule: str) -> None:
    references = [
        report(f"r{number}", author, title="BA"[number % 2], type=kind)
        for number, (author, kind) in enumerate(
            [
                ("Doe, Jane; Roe, Tim", "report"),
                ("Doe, John; Roe, Tom", "report"),
                ("Doe, Jane", "book"),
                ("Doe, Jane; Roe, Tim", "report"),
                ("Poe, Ann", "report"),
            ]
        )
    ]
    style = names_style(rule)
    for owners in ([0, 1, 1, 1, 0], [1, 0, 1, 0, 1], [0, 1, 2, 0, 1]):
        assert printed(style, references, owners) == alone(style, references)


def test_an_order_that_rests_on_what_is_decided_later_is_not_shared() -> None:
    by_number = '<key variable="citation-number" sort="descending"/>'
    number = macro("number", '<number variable="citation-number"/>')
    title = '<text variable="title"/>'
    cites = citation(title)
    for style in (
        style_xml(cites, bibliography(title, sort=by_number)),
        style_xml(cites, number, bibliography(title, sort='<key macro="number"/>')),
        style_xml(cites, bibliography(title, subsequent_author_substitute="---")),
        style_xml(cites),
    ):
        assert not Processor(style).can_be_shared
    assert Processor(style_xml(cites, bibliography(title))).can_be_shared


def test_who_has_most_of_a_group_tells_it_apart() -> None:
    """Items go from one to another only where a group has them in several shares."""
    authors = "Doe, Jane; Roe, Tim; Poe, Ann; Lee, Bo"
    references = [report(f"r{n}", authors, 2020, title=f"T{n}") for n in range(3)]
    # Where all names are shown nobody has to look at the items again.
    references += [report(f"s{n}", "Fox, Kim", 2020, title=f"T{n}") for n in range(3)]
    processors = [Processor("apa") for _ in range(2)]
    holders = InTurn([processor.share() for processor in processors])
    asked: list[tuple[int, Any]] = []
    ask = holders.ask

    def spied(share: int, method: str, *arguments: Any) -> Callable[[], Any]:
        if method in {"lend", "settle"}:
            asked.append((share, arguments[0]))
        return ask(share, method, *arguments)

    holders.ask = spied  # type: ignore[method-assign]
    items = processors[0].shared_items(holders, 2)
    for owner, reference in zip([0, 1, 1] * 2, references, strict=True):
        names = holders.shares[owner].take([("", reference)])
        items.add(owner, 1, names, {})
    items.arrange()
    assert asked == [(0, []), (0, [0]), (1, []), (1, []), (0, []), (1, [[-1, 0, 1]])]


@pytest.mark.usefixtures("without_icu")
def test_two_in_a_script_without_order_are_told_though_different_shares_have_them() -> None:
    for titles, are_ordered in ((["明", "白"], False), (["明", "White"], True)):
        processors = [Processor("apa") for _ in range(2)]
        holders = InTurn([processor.share() for processor in processors])
        items = processors[0].shared_items(holders, 2)
        for owner, title in enumerate(titles):
            names = holders.shares[owner].take([("", {"id": "", "title": title})])
            items.add(owner, 1, names, {})
        items.arrange()
        assert items.are_ordered is are_ordered
        assert len(items) == 2

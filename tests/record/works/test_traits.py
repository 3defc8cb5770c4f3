"""What counts in a record, small enough to be kept by the million."""

from __future__ import annotations

from reportcite.record.works.traits import traits_of, unpacked
from tests.record.works.works import work


def test_traits_go_through_bytes() -> None:
    record = work(
        "chapter",
        title="Für alle",
        author=["Müller, Eva", "DeZIM"],
        year=2024,
        ISBN="0306406152",
        ISSN="0378-5955",
        container_title="Handbook",
        container_title_short="Hb.",
        publisher="Acker",
        URL="https://www.Example.org/Soil/#top",
        page="12-14",
        DOI="10.1234/A",
    )
    traits = traits_of(record)
    assert unpacked(traits.packed()) == traits
    assert traits.kind == "part"
    assert traits.title.words == ("fur", "alle")
    assert traits.years == (2024,)
    assert [creator[0] for creator in traits.creators] == ["muller", "dezim"]
    assert traits.identifiers == ("DOI 10.1234/a",)
    assert traits.numbers == ("ISBN 9780306406157", "ISSN 03785955")
    assert traits.containers == (("handbook",), ("hb",))
    assert traits.address == "example.org/Soil"


def test_half_characters_and_years_far_off_go_through_bytes() -> None:
    record = work(title="So\ud800il", author=["\udc00", "Ng, A."], year=-(10**18))
    traits = traits_of(record)._replace(years=(10**30,), details={"a": "\ud800"})
    assert unpacked(traits.packed()) == traits


def test_the_isbn_of_a_book_is_no_number_of_what_it_stands_in() -> None:
    assert traits_of(work(ISBN="0306406152")).numbers == ()


def test_a_work_of_no_author_is_its_editors_or_its_publishers() -> None:
    assert traits_of(work(publisher="The Acker")).creators == (("acker", "", ("acker",)),)
    edited = work(publisher="Acker", editor=[{"family": "Ng"}])
    assert traits_of(edited).creators[0][0] == "ng"
    assert traits_of(work()).creators == ()


def test_the_address_of_a_host_alone_says_nothing() -> None:
    assert traits_of(work(URL="https://example.org/")).address == ""


def test_of_many_creators_some_count() -> None:
    assert len(traits_of(work(author=[f"F{i}, A." for i in range(50)])).creators) == 20

"""Several descriptions of one work are one, and what describes but the page gives way."""

from __future__ import annotations

from reportcite.formats.reading.web.described import Described, best_of


def described(weak: bool = False, **fields: str) -> Described:
    found = Described(weak=weak)
    for number, (name, value) in enumerate(fields.items(), 1):
        found.put(name, value, number)
    return found


def test_the_fullest_counts_and_takes_what_it_lacks() -> None:
    short = described(DOI="doi:10.1234/A", title="Soil.", publisher="Alder")
    full = described(DOI="10.1234/a", title="Soil", volume="3", issue="4")
    [work] = best_of([short, full])
    assert work.fields == {
        "DOI": "10.1234/a", "title": "Soil", "volume": "3", "issue": "4", "publisher": "Alder",
    }  # fmt: skip


def test_a_work_is_told_by_its_doi_or_else_by_its_title() -> None:
    assert len(best_of([described(title="Soil: A"), described(title="soil – a")])) == 1
    assert len(best_of([described(title="Soil"), described(title="Air")])) == 2
    assert (
        len(best_of([described(title="A", DOI="10.1/a"), described(title="A", DOI="10.1/b")])) == 2
    )
    assert len(best_of([described(volume="1"), described(volume="1")])) == 2


def test_of_one_title_are_works_of_several_years_or_authors() -> None:
    def by(name: str, issued: str, doi: str = "") -> Described:
        found = described(title="Introduction", issued=issued, DOI=doi)
        found.add("author", {"literal": name}, 1)
        return found

    assert len(best_of([by("Doe, Jane", "2001"), by("Jane Doe", "2002-03")])) == 1
    assert len(best_of([by("Doe, Jane", "2001"), by("J. Doe", "2003")])) == 2
    assert len(best_of([by("Doe, Jane", "2001"), by("Ng, Ann", "2001")])) == 2
    assert len(best_of([by("Doe, Jane", "2001", "10.1/a"), by("Ng, A", "2003", "10.1/a")])) == 1
    assert len(best_of([by("Doe, Jane", ""), by("", "2001"), by("Jane Doe", "2001")])) == 1


def test_a_page_may_list_any_number_of_works() -> None:
    many = [described(title="Editorial", issued=str(2 * year)) for year in range(500, 1500)]
    assert len(best_of([*many, many[1]])) == 1000
    assert len(best_of([described(title=f"Soil {number}") for number in range(1000)])) == 1000


def test_what_may_be_the_page_itself_counts_where_nothing_else_is() -> None:
    page, work = described(weak=True, title="Home"), described(title="Soil")
    assert best_of([page, work]) == [work]
    assert best_of([page]) == [page]
    same = described(weak=True, title="Soil", publisher="Alder", URL="x", volume="1")
    [merged] = best_of([same, work])
    assert merged is work and merged.fields["publisher"] == "Alder"


def test_values_are_put_once_and_lists_grow() -> None:
    found = Described()
    found.put("title", "", 1)
    found.put("title", "A", 2)
    found.put("title", "B", 3)
    for word in ("x", "", "y"):
        found.add("keyword", word, 4)
    for value in (1, 2, 3):
        found.keep("rest", value)
    assert found.fields == {"title": "A", "keyword": ["x", "y"]} and found.lines["title"] == 2
    assert found.rest == {"rest": [1, 2, 3]}


def test_what_this_projects_own_lines_say_is_not_said_better_elsewhere() -> None:
    plain = Described("report", {"title": "Soil", "issued": "1943", "number": "1", "page": "2"})
    lines = Described("report", {"title": "Soil", "issued": "circa 1943"}, exact={"issued"})
    [work] = best_of([plain, lines])
    assert work.fields == {"title": "Soil", "issued": "circa 1943", "number": "1", "page": "2"}
    [again] = best_of([Described("report", {"title": "Soil", "issued": "1944"}), lines, plain])
    assert again.fields["issued"] == "circa 1943"


def test_a_contributor_has_no_other_role() -> None:
    ng = {"family": "Ng", "given": "Amy", "suffix": "Jr.", "comma-suffix": True}
    editors = Described("book", {"title": "Soil", "editor": [ng], "keyword": ["Max Roe"]})
    same = {"literal": "Amy Ng, Jr."}
    others = Described("book", {"title": "Soil", "contributor": [same, {"literal": "Max Roe"}]})
    [work] = best_of([editors, others])
    assert work.fields["contributor"] == [{"literal": "Max Roe"}]

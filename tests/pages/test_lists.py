"""The lists of a site: every publication where readers look for it."""

from __future__ import annotations

from lxml import html

from reportcite.record.model import Record
from tests.formats.files import a_report
from tests.pages.making import files_of


def work(id_: str, year: int | None, type_: str = "report", **fields: object) -> Record:
    date = {"issued": {"date-parts": [[year]]}} if year else {}
    made = a_report(f"Title of {id_}", **date, **fields)  # type: ignore[arg-type]
    return made._replace(id=id_, type=type_)


BECK, NG = {"family": "Beck", "given": "Ulrich"}, {"family": "Ng", "given": "Amy"}
RECORDS = [
    work("a", 2020, author=[BECK], keyword="work, Soil"),
    work("b", None, "book", author=[NG], keyword="soil"),
    work("c", 2024, "book", author=[NG, BECK]),
    work("d", 2020, editor=[{"family": "Öz", "given": "Ali"}]),
]


def page(name: str, *records: Record, **asked: object) -> html.HtmlElement:
    return html.document_fromstring(files_of(*(records or RECORDS), **asked)[name].encode())


def groups(found: html.HtmlElement) -> dict[str, list[str]]:
    """Heading → the addresses of the publications below it."""
    return {
        section.find("h2").text.strip(): [
            link.get("href") for link in section.xpath(".//p[@class='title']/a")
        ]
        for section in found.xpath("//section[@class='group']")
    }


def test_by_year_the_newest_first() -> None:
    assert groups(page("index.html")) == {
        "2024": ["records/c.html"],
        "2020": ["records/a.html", "records/d.html"],
        "undated": ["records/b.html"],
    }


def test_by_people_by_keyword_and_by_type() -> None:
    assert groups(page("authors.html")) == {
        "Beck, Ulrich": ["records/c.html", "records/a.html"],
        "Ng, Amy": ["records/c.html", "records/b.html"],
        "Öz, Ali": ["records/d.html"],
    }
    assert groups(page("keywords.html")) == {
        "Soil": ["records/a.html", "records/b.html"],
        "work": ["records/a.html"],
    }
    assert groups(page("types.html", languages=("de",))) == {
        "Bericht": ["records/a.html", "records/d.html"],
        "Buch": ["records/c.html", "records/b.html"],
    }


def test_headings_say_how_many_there_are() -> None:
    found = page("types.html")
    numbers = [one.text_content() for one in found.xpath("//span[@class='number']")]
    assert numbers == ["2 publications", "2 publications"]
    one = page("index.html", RECORDS[0])
    assert "".join(one.xpath("//span[@class='number']")[0].itertext()) == "1 publication"
    assert one.xpath("//p[@class='count']")[0].text == "1 publication"


def test_letters_and_years_lead_to_the_first_group_of_theirs() -> None:
    jumps = {
        one.text: one.get("href") for one in page("authors.html").xpath("//nav[@class='jumps']//a")
    }
    assert jumps == {"B": "#p-beck-ulrich", "N": "#p-ng-amy", "O": "#p-öz-ali"}
    ids = {one.get("id") for one in page("authors.html").iter("h2")}
    assert {one[1:] for one in jumps.values()} <= ids
    years = [one.text for one in page("index.html").xpath("//nav[@class='jumps']//a")]
    assert years == ["2024", "2020", "undated"]
    assert not page("index.html", RECORDS[0]).xpath("//nav[@class='jumps']")


def test_the_search_offers_what_there_is_with_numbers_and_is_hidden_without_a_script() -> None:
    [form] = page("index.html").xpath("//form[@role='search']")
    assert form.get("hidden") is not None
    offered = {
        one.get("name"): [(each.get("value"), each.text) for each in one][1:]
        for one in form.iter("select")
    }
    assert offered == {
        "year": [("2024", "2024 (1)"), ("2020", "2020 (2)"), ("undated", "undated (1)")],
        "author": [
            ("p-beck-ulrich", "Beck, Ulrich (2)"),
            ("p-ng-amy", "Ng, Amy (2)"),
            ("p-öz-ali", "Öz, Ali (1)"),
        ],
        "keyword": [("k-soil", "Soil (2)"), ("k-work", "work (1)")],
        "type": [("book", "Book (2)"), ("report", "Report (2)")],
    }
    assert not page("authors.html").xpath("//form")


def test_nothing_is_offered_that_chooses_nothing() -> None:
    assert not page("index.html", RECORDS[0]).xpath("//select[@name='year']")


def test_lines_say_what_they_are_found_by() -> None:
    lines = page("index.html").xpath("//li[@data-year]")
    found = {one.xpath(".//a/@href")[0]: dict(one.attrib) for one in lines}
    assert found["records/a.html"]["data-year"] == "2020"
    assert found["records/b.html"]["data-year"] == "undated"
    assert found["records/c.html"]["data-author"] == "p-ng-amy p-beck-ulrich"
    assert found["records/a.html"]["data-keyword"] == "k-work k-soil"
    assert found["records/c.html"]["data-type"] == "book"


def test_programs_find_every_publication_of_the_list_once() -> None:
    assert len(page("index.html").xpath("//span[@class='Z3988']")) == 4
    assert not page("authors.html").xpath("//span[@class='Z3988']")


def test_all_publications_can_be_downloaded_at_once() -> None:
    files = files_of(*RECORDS, languages=("en", "de"))
    german = html.document_fromstring(files["de/authors.html"].encode())
    links = german.xpath("//footer//a/@href")
    assert links == ["../publications.bib", "../publications.ris", "../publications.json"]


def test_a_site_of_nothing_says_so() -> None:
    found = html.document_fromstring(files_of()["index.html"].encode())
    assert "There are no publications here." in found.itertext()

"""Which records are about one work, and which only look so: cases that mergers get wrong."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.record.model import Record
from reportcite.record.works.judge import IDENTIFIER, THRESHOLD, Likeness, compare
from reportcite.record.works.traits import traits_of
from tests.record.works.works import work

BOOK: dict[str, Any] = {"title": "Risikogesellschaft", "author": "Beck, Ulrich", "year": 1986}
ARTICLE: dict[str, Any] = {
    "title": "Fields without fences",
    "author": "Feld, Vera",
    "year": 2024,
    "container_title": "Journal of Soil Science",
}


def likeness(one: Record, other: Record) -> Likeness:
    found = compare(traits_of(one), traits_of(other))
    assert compare(traits_of(other), traits_of(one))._replace(against=found.against) == found
    return found


def is_one_work(one: Record, other: Record) -> bool:
    return likeness(one, other).reaches(THRESHOLD)


def book(**fields: Any) -> Record:
    return work("book", **{**BOOK, **fields})


def report(**fields: Any) -> Record:
    return work("report", **{**BOOK, **fields})


def article(**fields: Any) -> Record:
    return work("article-journal", **{**ARTICLE, **fields})


def chapter(**fields: Any) -> Record:
    return work("chapter", **{"container_title": "Handbook", **BOOK, **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(book(), book(), id="the same"),
        pytest.param(
            book(ISBN="0-306-40615-2"), book(ISBN="9780306406157", year=1987), id="ISBN-10 and 13"
        ),
        pytest.param(
            book(ISBN="0-306-40615-2"), work("book", ISBN="9780306406157"), id="a number alone",
        ),
        pytest.param(book(), book(author="BECK, U."), id="capitals and initials"),
        pytest.param(book(), book(author="Ulrich Beck"), id="a name that was not parted"),
        pytest.param(
            book(title="Für alle", author="Müller, Eva"),
            book(title="Fuer alle", author="Mueller, Eva"), id="umlauts as two letters",
        ),
        pytest.param(
            book(title="Élan – a study"), book(title="elan", subtitle="A Study"), id="subtitle"
        ),
        pytest.param(
            book(title="Chancen statt Krise: Resiliente Kommunen"),
            book(title="Chancen statt Krise"), id="without the subtitle",
        ),
        pytest.param(
            book(title="Migration and integration"), book(title="Migration and intergation"),
            id="a slip of the keys",
        ),
        pytest.param(book(title="The Soil"), book(title="Soil"), id="an article"),
        pytest.param(book(), report(), id="a report that is called a book"),
        pytest.param(book(), work("document", **BOOK), id="of no type"),
        pytest.param(
            article(DOI="10.1234/A"), article(DOI="https://doi.org/10.1234/a", title="Felder"),
            id="one DOI, a translated title",
        ),
        pytest.param(
            article(DOI="10.1234/a"), article(DOI="10.1234/a", year=2023), id="online in advance"
        ),
        pytest.param(
            article(PMID="123"), article(PMID="PMID: 123", author="", container_title="J. Soils"),
            id="PMID",
        ),
        pytest.param(
            book(title="Works, Volume 1: Poems", ISBN="0306406152"),
            book(title="Works", volume="1", ISBN="0306406152"), id="the volume in the title",
        ),
        pytest.param(
            book(title="Soils. Band II"), book(title="Soils", volume="2"), id="a Roman volume"
        ),
        pytest.param(
            article(), article(container_title="J. Soil Sci."), id="a journal cut short"
        ),
        pytest.param(
            article(container_title="Nature"), article(container_title="Nature (London)"),
            id="a remark behind the journal",
        ),
        pytest.param(
            article(volume="4", page="12-20"), article(volume="IV", page="12-8"),
            id="numbers in other forms",
        ),
        pytest.param(
            article(issue="1"), article(issue="1-2"), id="a double issue"
        ),
        pytest.param(article(DOI="10.1234/a"), article(), id="one without a DOI"),
        pytest.param(
            article(DOI="10.1234/a"), work("webpage", **{**ARTICLE, "DOI": "10.1234/a"}),
            id="one DOI, another type",
        ),
        pytest.param(
            book(edition="2"), book(edition="zweite Auflage"), id="one edition in words"
        ),
        pytest.param(
            work("webpage", title="Soil", URL="http://www.example.org/soil/"),
            work("webpage", title="Soil", URL="https://example.org/soil"), id="a page",
        ),
        pytest.param(
            report(author="", publisher="DeZIM"), report(author="DeZIM"), id="who published it"
        ),
        pytest.param(
            work("article", title="Fields", author="Feld, V.", number="arXiv:2101.00001v1"),
            work("document", title="Fields", author="Feld, V.", URL="https://arxiv.org/abs/2101.00001"),
            id="two versions of a preprint",
        ),
    ],
)  # fmt: skip
def test_one_work(one: Record, other: Record) -> None:
    assert is_one_work(one, other), likeness(one, other)


PREPRINT: dict[str, Any] = {**ARTICLE, "container_title": "arXiv"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(book(edition="1"), book(edition="2"), id="editions"),
        pytest.param(
            book(edition="1", ISBN="0306406152"), book(edition="2", ISBN="0306406152"),
            id="editions with one ISBN",
        ),
        pytest.param(book(ISBN="0306406152"), book(ISBN="3948289824"), id="other ISBN"),
        pytest.param(book(year=1986), book(year=1996), id="a later edition"),
        pytest.param(book(year=1986), book(year=1987), id="the year after"),
        pytest.param(book(volume="1"), book(volume="2"), id="volumes"),
        pytest.param(book(volume="1"), book(), id="a volume and the whole"),
        pytest.param(
            book(volume="1", ISBN="0306406152"), book(volume="2", ISBN="0306406152"),
            id="volumes with the ISBN of the set",
        ),
        pytest.param(
            book(title="Works: Poems", ISBN="0306406152"),
            book(title="Works: Plays", ISBN="0306406152"),
            id="volumes with titles and one ISBN",
        ),
        pytest.param(book(title="Soils, part 1"), book(title="Soils, part 2"), id="parts"),
        pytest.param(
            book(title="Works, Volume 1", ISBN="0306406152"),
            book(title="Works", volume="2", ISBN="0306406152"), id="another volume in the title",
        ),
        pytest.param(
            article(title="Soils, part 1"), article(title="Soils, part 2"), id="articles in parts"
        ),
        pytest.param(book(title="Soils, part one"), book(title="Soils, part two"), id="in words"),
        pytest.param(book(title="Soils II"), book(title="Soils III"), id="Roman numerals"),
        pytest.param(book(title="Soils"), book(title="Soils: Part II"), id="the whole and a part"),
        pytest.param(
            report(title="Annual report 2001"), report(title="Annual report 2002"), id="annual"
        ),
        pytest.param(
            report(title="Annual report", author="", publisher="A"),
            report(title="Annual report", author="", publisher="B"), id="of two publishers",
        ),
        pytest.param(report(number="12"), report(number="13"), id="numbers of a series"),
        pytest.param(
            chapter(ISBN="0306406152", title="Soil"), chapter(ISBN="0306406152", title="Sand"),
            id="chapters of a book",
        ),
        pytest.param(
            chapter(ISBN="0306406152", title="Introduction", page="1-9"),
            chapter(ISBN="0306406152", title="Introduction", page="101-109"),
            id="two introductions in a book",
        ),
        pytest.param(chapter(ISBN="0306406152"), book(ISBN="0306406152"), id="a chapter, its book"),
        pytest.param(
            chapter(DOI="10.1234/a", title="Soil", page="1-9"),
            chapter(DOI="10.1234/a", title="Sand", page="10-19"), id="chapters with the book's DOI",
        ),
        pytest.param(
            chapter(DOI="10.1234/a"), book(DOI="10.1234/a"), id="a chapter with the book's DOI"
        ),
        pytest.param(
            chapter(title="Introduction"), chapter(title="Introduction", container_title="Lexicon"),
            id="introductions to two books",
        ),
        pytest.param(
            article(DOI="10.1234/a"), work("article", **PREPRINT, DOI="10.48550/arXiv.2101.00001"),
            id="a preprint with a DOI",
        ),
        pytest.param(article(), work("article", **PREPRINT), id="a preprint without"),
        pytest.param(
            article(archive="arXiv", archive_location="2101.00001"),
            work("document", title=ARTICLE["title"], author="Feld, Vera", year=2024,
                 archive="arXiv", archive_location="2101.00001"),
            id="an article that names its preprint",
        ),
        pytest.param(
            report(title=ARTICLE["title"], author="Feld, Vera", year=2024, genre="Working paper"),
            article(), id="a working paper",
        ),
        pytest.param(article(DOI="10.5281/z.1"), article(DOI="10.5281/z.2"), id="versions"),
        pytest.param(
            book(), work("review-book", **BOOK, container_title="Journal"), id="a review"
        ),
        pytest.param(
            book(), work("article-journal", **BOOK, container_title="Journal"), id="untold"
        ),
        pytest.param(
            work("document", **BOOK), work("document", **BOOK, reviewed_title=BOOK["title"]),
            id="a review of any type",
        ),
        pytest.param(
            article(title="Risk", author="Ng, Bo"), article(title="Risk", author="Ng, Al"),
            id="two reviewers of one name",
        ),
        pytest.param(book(), work("thesis", **BOOK), id="a thesis that became a book"),
        pytest.param(
            work("paper-conference", **{**ARTICLE, "container_title": "Proceedings"}), article(),
            id="a paper that became an article",
        ),
        pytest.param(
            article(title="Editorial", page="1"), article(title="Editorial", page="101"), id="pages"
        ),
        pytest.param(
            article(title="Editorial", volume="1"), article(title="Editorial", volume="2"),
            id="volumes of a journal",
        ),
        pytest.param(
            article(title="Effects of lead on rats"), article(title="Effects of lead on cats"),
            id="another animal",
        ),
        pytest.param(
            book(title="Soils of East Germany"), book(title="Soils of West Germany"), id="a word"
        ),
        pytest.param(
            article(), article(title="Erratum: Fields without fences"), id="an erratum"
        ),
        pytest.param(
            article(), article(title="Fields without fences: a reply"), id="a reply",
        ),
        pytest.param(
            work("article-newspaper", title="Weather", container_title="Times", year=(2024, 1, 2)),
            work("article-newspaper", title="Weather", container_title="Times", year=(2024, 1, 3)),
            id="of two days",
        ),
        pytest.param(book(language="de"), book(language="en"), id="a translation"),
        pytest.param(
            work("webpage", title="Home", author="WHO", year=2020, URL="https://who.int/a"),
            work("webpage", title="Home", author="WHO", year=2020, URL="https://who.int/b"),
            id="two pages of a site",
        ),
        pytest.param(book(), book(author="Luhmann, Niklas"), id="another author"),
        pytest.param(book(author=""), book(), id="of an author, and of nobody"),
        pytest.param(work(author="Beck, U.", year=1986), work(author="Beck, U.", year=1986),
                     id="without titles"),
        pytest.param(work("dataset", **BOOK), report(), id="the data and the report"),
        pytest.param(
            work("software", version="1.0", **BOOK), work("software", version="2.0", **BOOK),
            id="versions of a program",
        ),
    ],
)  # fmt: skip
def test_two_works(one: Record, other: Record) -> None:
    assert not is_one_work(one, other), likeness(one, other)


def test_the_score_is_the_sum_of_what_agrees() -> None:
    publisher = {"publisher": "Suhrkamp"}
    assert likeness(book(**publisher), book(**publisher)).score == 100
    assert likeness(book(**publisher), book(publisher="Fischer")).score == 90
    assert likeness(book(**publisher), book()).score == 93
    assert likeness(book(), book(year=1987)).score == 78
    assert likeness(book(), book(year=())).score == 78
    assert likeness(book(), book(author="Luhmann, N.")).score == 73
    assert likeness(book(year=()), book(year=())).score == 94


def test_an_identifier_is_most_of_it() -> None:
    one, other = article(DOI="10.1234/a"), article(DOI="10.1234/a")
    assert likeness(one, other).score == 100
    found = likeness(one, work("article-journal", DOI="10.1234/a"))
    assert (found.score, found.shared) == (88, ("DOI 10.1234/a",))
    strange = {"title": "Sand", "author": "Ng, Bo", "container_title": "Sands"}
    found = likeness(one, article(DOI="10.1234/a", **strange))
    assert (found.score, found.against) == (IDENTIFIER + 6, "")
    assert not found.reaches(THRESHOLD)


def test_of_a_range_of_years_each_counts() -> None:
    several = work("book", title="Risikogesellschaft", author="Beck, Ulrich",
                   issued={"date-parts": [[1986], [1988]]})  # fmt: skip
    assert [is_one_work(several, book(year=year)) for year in (1986, 1987, 1988)] == [
        True, False, True,
    ]  # fmt: skip


def test_reasons_name_what_is_the_same() -> None:
    found = likeness(book(title="Soils of Bern", ISBN="0306406152"), book(title="Soils of Bern",
                     subtitle="A guide", ISBN="0306406152"))  # fmt: skip
    assert found.reasons == (
        "same ISBN 9780306406157", "similar title", "same author", "same year",
    )  # fmt: skip


def test_what_rules_it_out_is_named() -> None:
    assert likeness(book(volume="1"), book(volume="2")).against == "another volume"
    assert likeness(article(DOI="10.1234/a"), article(DOI="10.1234/b")).against == "another DOI"
    assert likeness(book(), work("thesis", **BOOK)).against == "a whole and a thesis"
    found = likeness(article(PMID="1", DOI="10.1234/a"), article(PMID="1", DOI="10.1234/b"))
    assert (found.against, found.shared) == ("another DOI", ("PMID 1",))
    assert not found.reaches(1)

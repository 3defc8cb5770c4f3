"""What the elements of EndNote's XML say, where it is not as plain as in EndNote's own exports."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record


def exported(*elements: str, type_: str = '<ref-type name="Report">27</ref-type>') -> Record:
    body = type_ + "".join(elements)
    return read_record("endnote-xml", f"<xml><records><record>{body}</record></records></xml>")


def messages(record: Record) -> list[str]:
    """What is reported of a record, but for what it lacks."""
    return [one.message for one in record.problems if one.rule.name != "recommended-field"]


@pytest.mark.parametrize(
    ("element", "type_"),
    [
        ('<ref-type name="Book">0</ref-type>', "book"),
        ('<ref-type name="Book">27</ref-type>', "book"),
        ("<ref-type> 6 </ref-type>", "book"),
        ('<ref-type name="Government Document">46</ref-type>', "report"),
        ('<ref-type name="Ancient Text">51</ref-type>', "classic"),
        ("<ref-type>999</ref-type>", "document"),
    ],
)
def test_a_type_is_known_by_its_name_or_else_its_number(element: str, type_: str) -> None:
    assert exported(type_=element).type == type_


@pytest.mark.parametrize(
    ("elements", "id_"),
    [
        ("<rec-number>12</rec-number><label> Ng20 </label>", "Ng20"),
        ("<rec-number>12</rec-number><label> </label>", "12"),
        ("", "refs"),
    ],
)
def test_a_record_is_called_by_its_label_or_number(elements: str, id_: str) -> None:
    assert exported(elements).id == id_


def test_an_element_without_text_says_nothing_and_the_next_of_its_name_counts() -> None:
    record = exported("<titles><title> </title><title>Housing</title></titles>", "<volume/>")
    assert record.fields["title"] == "Housing"
    assert "volume" not in record.fields


def test_elements_in_a_namespace_are_read() -> None:
    record = exported('<e:titles xmlns:e="urn:e"><e:title>Housing</e:title></e:titles>')
    assert record.fields["title"] == "Housing"


def test_records_without_either_are_counted_and_have_their_lines() -> None:
    records = read_file("endnote-xml", "<xml><records>\n<record/>\n<record/></records></xml>")
    assert [one.id for one in records if isinstance(one, Record)] == ["refs", "refs-2"]
    assert [one.place.line for one in records] == [2, 3]


@pytest.mark.parametrize(
    ("type_", "number", "fields"),
    [
        ("Report", "978-3-16-148410-0", {"ISBN": "978-3-16-148410-0"}),
        ("Journal Article", "0378-5955", {"ISSN": "0378-5955"}),
        ("Report", "ISSN 0378-5955", {"ISSN": "0378-5955"}),
        ("Report", "WP 12", {"number": "WP 12"}),
        ("Book", "WP 12", {"ISBN": "WP 12"}),
        ("Patent", "US 12", {"number": "US 12"}),
        ("Journal Article", "WP 12", {"ISSN": "WP 12"}),
        ("Report", " ", {}),
    ],
)
def test_one_element_holds_isbn_and_issn(type_: str, number: str, fields: dict[str, str]) -> None:
    record = exported(f"<isbn>{number}</isbn>", type_=f'<ref-type name="{type_}">0</ref-type>')
    assert record.fields == fields


@pytest.mark.parametrize(
    ("elements", "fields"),
    [
        ("<pages>12</pages>", {"number-of-pages": "12"}),
        ("<pages>12-20</pages>", {"page": "12-20"}),
        ("<work-type>Working paper</work-type>", {"genre": "Working paper"}),
        ("<custom2> PMC12 </custom2>", {"PMCID": "PMC12"}),
        ("<custom2>PMC</custom2>", {}),
        ("<custom2>xPMC12</custom2>", {}),
        ("<report-id>7</report-id>", {"number": "7"}),
        ("<number>8</number><report-id>7</report-id>", {"number": "8"}),
        (
            "<periodical><full-title>J</full-title><abbr-1>j</abbr-1></periodical>",
            {"collection-title": "J", "container-title-short": "j"},
        ),
        ("<publisher>R&amp;amp;D</publisher>", {"publisher": "R&D"}),
        ("<notes>a&#xD;b</notes>", {"note": "a\nb"}),
        ("<publisher>a&#xD;b</publisher>", {"publisher": "a b"}),
        ("<research-notes>a&#xD;b</research-notes>", {"annote": "a\nb"}),
        ("<publisher> </publisher>", {}),
        (
            "<remote-database-name>PubMed</remote-database-name><accession-num>1</accession-num>",
            {"source": "PubMed", "PMID": "1"},
        ),
        (
            "<remote-database-provider>ERIC</remote-database-provider>"
            "<accession-num>ED1</accession-num>",
            {"source": "ERIC", "archive": "ERIC", "archive_location": "ED1"},
        ),
        ("<dates><year>2020</year></dates>", {"issued": {"date-parts": [[2020]]}}),
        ("<dates><year> </year></dates>", {}),
        ("<access-date>2024-01-02</access-date>", {"accessed": {"date-parts": [[2024, 1, 2]]}}),
    ],
)
def test_texts(elements: str, fields: dict[str, object]) -> None:
    assert exported(elements).fields == fields


def test_an_article_has_a_container_pages_and_an_issue() -> None:
    record = exported(
        "<titles><secondary-title>J</secondary-title></titles><periodical><full-title>K"
        "</full-title></periodical><pages>12</pages><number>3</number><work-type>Article</work-type>",
        type_='<ref-type name="Journal Article">17</ref-type>',
    )
    assert record.fields == {"container-title": "J", "page": "12", "issue": "3"}


@pytest.mark.parametrize("link", ["<Go to ISI>://0001", "internal-pdf://0123/Ng 1999.pdf"])
def test_a_link_that_only_endnote_can_follow_is_kept(link: str) -> None:
    record = exported(
        f"<urls><related-urls><url>{escape(link)}</url><url>https://a.example/1</url>"
        "</related-urls></urls>"
    )
    assert record.fields["URL"] == "https://a.example/1"
    assert record.custom["endnote-xml"] == {"urls/related-urls/url": link}


def test_a_file_of_endnotes_library_is_an_attachment() -> None:
    link = "internal-pdf://0123/Ng 1999.pdf"
    record = exported(f"<urls><pdf-urls><url>{link}</url></pdf-urls></urls>")
    assert "URL" not in record.fields and record.custom == {"ris": {"L1": link}}


@pytest.mark.parametrize(
    ("styles", "title"),
    [
        ((("normal", "On "), ("italic", "Mytilus "), ("normal", "in H"), ("subscript", "2"),
          ("normal", "O")), "On <i>Mytilus</i> in H<sub>2</sub>O"),
        ((("bold italic", "Tides"), ("normal", ": a"), ("superscript", "b")),
         "<i>Tides</i>: a<sup>b</sup>"),
        ((("italic", "Tides"),), "Tides"),  # the look of the whole
        ((("normal", "Tides"), ("italic", " "), ("normal", "ebb")), "Tides ebb"),
    ],
)  # fmt: skip
def test_styles_inside_a_title_are_marks_of_csl(
    styles: tuple[tuple[str, str], ...], title: str
) -> None:
    pieces = [f'<style face="{face}" font="default">{text}</style>' for face, text in styles]
    record = exported(f"<titles><title>{''.join(pieces)}</title></titles>")
    assert record.fields == {"title": title}
    back = read_record("endnote-xml", file_of("endnote-xml", record)[0])
    assert back.fields == record.fields


@pytest.mark.parametrize(
    ("given", "full", "fields", "kept"),
    [
        ("J Field Not", "Journal of Field Notes",
         {"container-title": "Journal of Field Notes", "container-title-short": "J Field Not"}, {}),
        ("Field Notes", "Field Notes", {"container-title": "Field Notes"}, {}),
        ("Field Notes", "Air", {"container-title": "Field Notes"},
         {"endnote-xml": {"periodical/full-title": "Air"}}),
    ],
)  # fmt: skip
def test_of_two_titles_of_a_journal_one_may_be_the_abbreviation(
    given: str, full: str, fields: dict[str, str], kept: dict[str, object]
) -> None:
    record = exported(
        f"<titles><secondary-title>{given}</secondary-title></titles><periodical><full-title>{full}"
        "</full-title></periodical>",
        type_='<ref-type name="Journal Article">17</ref-type>',
    )
    assert (record.fields, record.custom) == (fields, kept)
    back = read_record("endnote-xml", file_of("endnote-xml", record)[0])
    assert back.fields == fields


def test_a_generic_genre_is_none_and_the_same_word_of_a_report_is_one() -> None:
    genre = "<work-type>Article</work-type>"
    assert exported(genre).fields == {"genre": "Article"}


def test_the_same_url_twice_is_one() -> None:
    url = "<url>https://a.de</url>"
    twice = exported(f"<urls><related-urls>{url}{url}</related-urls></urls>")
    assert (twice.fields, messages(twice)) == ({"URL": "https://a.de"}, [])
    other = exported(
        f"<urls><web-urls>{url}</web-urls><pdf-urls><url>b.pdf</url></pdf-urls></urls>"
    )
    assert other.fields == {"URL": "https://a.de"}
    assert other.custom == {"ris": {"L1": "b.pdf"}}  # an attachment
    second = exported(
        f"<urls><web-urls>{url}</web-urls><related-urls><url>https://b.de</url></related-urls></urls>"
    )
    assert second.custom == {"ris": {"L2": "https://b.de"}}
    assert messages(second) == ["a second value for URL is kept apart"]


def test_what_csl_has_nothing_for_is_kept_and_an_empty_element_is_not() -> None:
    record = exported(
        "<custom1>x</custom1><custom3> </custom3><database>y</database>"
        "<titles><tertiary-title>z</tertiary-title></titles><misc1>v</misc1>"
    )
    assert record.custom == {"ris": {"C1": "x"}, "endnote-xml": {"misc1": "v"}}
    assert (record.fields, messages(record)) == ({"collection-title": "z"}, [])


def test_an_accession_number_is_kept_where_it_is_none_to_cite_by() -> None:
    number = "<accession-num>1</accession-num>"
    database = "<remote-database-name>{}</remote-database-name>"
    assert exported(number).custom == {"ris": {"AN": "1"}}
    assert exported(number, database.format("Scopus")).custom == {"ris": {"AN": "1"}}
    assert exported(number, database.format("PubMed")).custom == {}


def test_what_has_no_place_in_one_type_has_one_in_another() -> None:
    series = "<titles><tertiary-title>z</tertiary-title></titles>"
    record = exported(series, type_='<ref-type name="Book Section">5</ref-type>')
    assert (record.fields, messages(record)) == ({"collection-title": "z"}, [])


def test_names_have_entities_decoded() -> None:
    record = exported(
        "<contributors><authors><author>M&amp;uuml;ller, Anna</author><author> </author></authors>"
        "<secondary-authors><author>Ng, Ann</author></secondary-authors></contributors>"
    )
    assert record.fields == {
        "author": [{"family": "Müller", "given": "Anna"}],
        "collection-editor": [{"family": "Ng", "given": "Ann"}],
    }


def test_a_broken_file_is_a_problem() -> None:
    [problem] = read_file("endnote-xml", "<xml><records><record>")
    assert isinstance(problem, Problem) and problem.rule.name == "xml-syntax"


@pytest.mark.parametrize(
    ("first", "alternative", "title", "short"),
    [
        ("J Tides", "Journal of Tides", "Journal of Tides", "J Tides"),
        ("Journal of Tides", "J Tides", "Journal of Tides", "J Tides"),
        ("Tides", "Journal of Seas", "Tides", "Journal of Seas"),
    ],
)
def test_of_two_titles_of_a_journal_the_abbreviation_is_the_shorter(
    first: str, alternative: str, title: str, short: str
) -> None:
    titles = f"<secondary-title>{first}</secondary-title><alt-title>{alternative}</alt-title>"
    text = f"""<xml><records><record><ref-type name="Journal Article">17</ref-type>
<titles><title>A</title>{titles}</titles></record></records></xml>"""
    record = read_record("endnote-xml", text)
    assert record.fields["container-title"] == title
    assert record.fields["container-title-short"] == short

"""What the elements of MODS say, in the many ways in which libraries use them."""

from __future__ import annotations

import pytest

from reportcite.record.model import Record
from tests.formats.files import read_file
from tests.formats.mods.catalogue import HOST, catalogued

TITLE = "<titleInfo><title>A</title></titleInfo>"


@pytest.mark.parametrize(
    ("elements", "attributes", "id_"),
    [
        ("<recordInfo><recordIdentifier> a1 </recordIdentifier></recordInfo>", ' ID="b"', "a1"),
        ("", ' ID="b"', "b"),
        ("", "", "refs"),
    ],
)
def test_the_id(elements: str, attributes: str, id_: str) -> None:
    assert catalogued(elements, attributes=attributes).id == id_


def test_records_of_a_collection_are_counted() -> None:
    found = read_file("mods", "<modsCollection>\n<mods/>\n<mods/></modsCollection>")
    assert [one.id for one in found if isinstance(one, Record)] == ["refs", "refs-2"]
    assert [one.place.line for one in found] == [2, 3]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("<nonSort>The</nonSort><title>end</title>", "The end"),
        ("<nonSort>L’</nonSort><title>État</title>", "L’État"),
        ("<nonSort>L'</nonSort><title>État</title>", "L'État"),
        ("<title>end</title>", "end"),
        ("<title>3 arias :</title>", "3 arias"),
        ("<title>On\n   ebb</title>", "On ebb"),
        ("<title>Works</title><partNumber>B. 4</partNumber>", "Works. B. 4"),
        ("<title>Works</title><partNumber>4</partNumber><partName>Ebb</partName>", "Works. 4, Ebb"),
    ],
)
def test_the_article_stands_before_the_title(title: str, read: str) -> None:
    other = '<titleInfo type="translated"><title>x</title></titleInfo>'
    assert catalogued(f"{other}<titleInfo>{title}</titleInfo>").fields == {"title": read}


def test_of_genres_the_first_without_a_list_counts_and_all_notes_without_a_purpose() -> None:
    record = catalogued(
        '<genre authority="x">a</genre><genre> </genre><genre>b</genre><genre>c</genre>'
        '<note type="x">a</note><note>b</note><note>c</note>'
    )
    assert record.fields == {"genre": "b", "note": "b\nc"}
    assert record.custom == {"mods": {"note": ['<note type="x">a</note>']}}


def test_forms_out_of_a_list_are_no_medium() -> None:
    form = "<physicalDescription><form{}>print</form></physicalDescription>"
    assert catalogued(form.format(' authority="marcform"')).fields == {}
    assert catalogued(form.format("")).fields == {"medium": "print"}


@pytest.mark.parametrize(
    ("extent", "pages"),
    [
        ("205 p.", "205"),
        ("xii, 205 pages : ill.", "205"),
        ("64 S.", "64"),
        ("64 Seiten", "64"),
        ("1 page", "1"),
        ("12pp", "12"),
        ("2 volumes", None),
        ("205 plates", None),
        (f"{'x' * 40}, 205 p.", "205"),
        (f"{'x' * 41}, 205 p.", None),
    ],
)
def test_the_number_of_pages_is_found_in_the_extent(extent: str, pages: str | None) -> None:
    record = catalogued(f"<physicalDescription><extent>{extent}</extent></physicalDescription>")
    assert record.fields.get("number-of-pages") == pages


@pytest.mark.parametrize(
    ("extent", "page"),
    [
        ('<extent unit="page"><start>1</start><end>9</end></extent>', "1-9"),
        ('<extent unit="pages"><start>1</start><end> </end></extent>', "1"),
        ('<extent unit="page"><list>1, 3</list></extent>', "1, 3"),
        ('<extent unit="page"><start>1</start><list>3</list></extent>', "1"),
        ('<extent unit="page"><start>17</start><end>17</end></extent>', "17"),
        ("<extent><start>1</start></extent>", None),
        ('<extent unit="minutes"><start>1</start></extent>', None),
    ],
)
def test_pages_stand_in_a_part_of_the_work_or_its_host(extent: str, page: str | None) -> None:
    part = f'<part><detail type="volume"><number>7</number></detail>{extent}</part>'
    for record in (catalogued(part), catalogued(HOST.format(part))):
        assert (record.fields["volume"], record.fields.get("page")) == ("7", page)


@pytest.mark.parametrize(
    ("identifiers", "fields"),
    [
        ('<identifier type="ISBN">1</identifier><identifier type="isbn">2</identifier>',
         {"ISBN": "1, 2"}),
        ('<identifier type="isbn">1</identifier><identifier type="isbn">1</identifier>',
         {"ISBN": "1"}),
        ('<identifier type="isbn" invalid="yes">1</identifier>'
         '<identifier type="isbn">2</identifier>',
         {"ISBN": "2"}),
        ('<identifier type="isbn" invalid="yes">0876631650</identifier>', {}),
        ('<identifier type="isbn">0801486394 (pbk. : acid-free, recycled paper)</identifier>',
         {"ISBN": "0801486394"}),
        ('<identifier type="issn">0378-5955 (print)</identifier>', {"ISSN": "0378-5955"}),
        ('<identifier type="doi">10.1/a</identifier><identifier type="doi">10.1/b</identifier>',
         {"DOI": "10.1/a"}),
        ('<identifier type="local">7</identifier><identifier type="report">8</identifier>',
         {"number": "8"}),
        ('<identifier type="local">7</identifier>', {}),
        ('<identifier type="report number">9</identifier><identifier type="local">7</identifier>',
         {"number": "9"}),
        ('<identifier type="isbn"> </identifier>', {}),
    ],
)  # fmt: skip
def test_numbers(identifiers: str, fields: dict[str, str]) -> None:
    found = catalogued(identifiers).fields
    assert {
        name: found[name] for name in ("ISBN", "ISSN", "DOI", "number") if name in found
    } == fields


@pytest.mark.parametrize(
    ("elements", "fields"),
    [
        ("<language><languageTerm>eng</languageTerm></language>", {"language": "en"}),
        ('<language objectPart="summary"><languageTerm>eng</languageTerm></language>'
         '<language><languageTerm type="text">German</languageTerm>'
         '<languageTerm type="code">ger</languageTerm></language>', {"language": "de"}),
        ("<subject><topic>A</topic></subject><subject><topic>B</topic><topic>A</topic></subject>",
         {"keyword": "A, B"}),
        ("<subject><cartographics><scale>Scale 1:500.</scale></cartographics></subject>",
         {"scale": "1:500"}),
        ("<originInfo><place><placeTerm>[S.l.] :</placeTerm></place>"
         "<publisher>Alder,</publisher></originInfo>", {"publisher": "Alder"}),
        ("<physicalDescription><extent>2 v. ; 23 cm.</extent></physicalDescription>",
         {"number-of-volumes": "2"}),
        (HOST.format("<titleInfo><title>Soil book</title><subTitle>A reader</subTitle>"
                     "</titleInfo>"),
         {"container-title": "Soil book: A reader"}),
        ('<relatedItem type="series"><titleInfo><title>S</title><partNumber>7</partNumber>'
         "</titleInfo></relatedItem>", {"collection-title": "S", "collection-number": "7"}),
        ('<relatedItem type="reviewOf"><titleInfo><title>S</title></titleInfo></relatedItem>',
         {"reviewed-title": "S"}),
        ('<relatedItem type="original"><titleInfo><title>S</title></titleInfo><originInfo>'
         "<publisher>P</publisher><dateIssued>1900</dateIssued></originInfo></relatedItem>",
         {"original-title": "S", "original-publisher": "P",
          "original-date": {"date-parts": [[1900]]}}),
    ],
)  # fmt: skip
def test_what_stands_elsewhere(elements: str, fields: dict[str, object]) -> None:
    assert catalogued(elements).fields == fields


def test_the_key_of_other_programs_is_an_id() -> None:
    assert catalogued('<identifier type="citekey">doe1999</identifier>').id == "doe1999"


def test_what_a_work_says_itself_counts_before_its_host() -> None:
    origin = "<originInfo><publisher>{}</publisher><dateIssued>{}</dateIssued></originInfo>"
    host = HOST.format(origin.format("Q", 1999) + '<identifier type="doi">10.1/h</identifier>')
    both = catalogued(TITLE, origin.format("P", 2020), host).fields
    assert (both["publisher"], both["issued"]) == ("P", {"date-parts": [[2020]]})
    alone = catalogued(TITLE, host).fields
    assert (alone["publisher"], alone["issued"]) == ("Q", {"date-parts": [[1999]]})
    assert "DOI" not in alone

"""What the elements of MODS say, in the many ways in which libraries use them."""

from __future__ import annotations

import pytest

from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

TITLE = "<titleInfo><title>A</title></titleInfo>"
HOST = '<relatedItem type="host">{}</relatedItem>'


def catalogued(*elements: str, attributes: str = "") -> Record:
    return read_record("mods", f"<mods{attributes}>{''.join(elements)}</mods>")


def issued(*elements: str) -> object:
    return catalogued(f"<originInfo>{''.join(elements)}</originInfo>").fields.get("issued")


@pytest.mark.parametrize(
    ("elements", "type_"),
    [
        ("", "document"),
        ('<genre authority="local" type="CSL">map</genre><genre>thesis</genre>', "map"),
        ('<genre authority="local" type="CSL">no type</genre><genre>thesis</genre>', "thesis"),
        ("<genre> Technical Report </genre>", "report"),
        ("<genre>whatever</genre><genre>book chapter</genre>", "chapter"),
        (HOST.format(""), "chapter"),
        (HOST.format('<identifier type="issn">0378-5955</identifier>'), "article-journal"),
        (f"<genre>review</genre>{HOST.format('')}", "review"),
        ("<typeOfResource>cartographic</typeOfResource>", "map"),
        ("<typeOfResource>still image</typeOfResource>", "figure"),
        ('<identifier type="isbn">1</identifier>', "book"),
        ('<typeOfResource>text</typeOfResource><identifier type="isbn">1</identifier>', "book"),
    ],
)
def test_the_type_is_found_by_genre_host_resource_and_isbn(elements: str, type_: str) -> None:
    assert catalogued(elements).type == type_


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
    ],
)
def test_the_article_stands_before_the_title(title: str, read: str) -> None:
    other = '<titleInfo type="translated"><title>x</title></titleInfo>'
    assert catalogued(f"{other}<titleInfo>{title}</titleInfo>").fields == {"title": read}


def test_of_genres_and_notes_the_first_without_a_purpose_counts() -> None:
    record = catalogued(
        '<genre authority="x">a</genre><genre> </genre><genre>b</genre><genre>c</genre>'
        '<note type="x">a</note><note>b</note><note>c</note>'
    )
    assert record.fields == {"genre": "b", "note": "b"}


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
        ("<extent><start>1</start></extent>", None),
        ('<extent unit="minutes"><start>1</start></extent>', None),
    ],
)
def test_pages_stand_in_a_part_of_the_work_or_its_host(extent: str, page: str | None) -> None:
    part = f'<part><detail type="volume"><number>7</number></detail>{extent}</part>'
    for record in (catalogued(part), catalogued(HOST.format(part))):
        assert (record.fields["volume"], record.fields.get("page")) == ("7", page)


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        (["<dateIssued>2020</dateIssued>"], {"date-parts": [[2020]]}),
        (["<dateIssued>[2020?]</dateIssued>", '<dateIssued encoding="w3cdtf">2021</dateIssued>'],
         {"date-parts": [[2021]]}),
        (['<dateIssued qualifier="approximate">2020</dateIssued>'],
         {"date-parts": [[2020]], "circa": True}),
        (['<dateIssued qualifier="inferred">2020</dateIssued>'], {"date-parts": [[2020]]}),
        (['<dateIssued point="start">2020</dateIssued>',
          '<dateIssued point="end">2021</dateIssued>'],
         {"date-parts": [[2020], [2021]]}),
        (["<dateIssued> </dateIssued>"], None),
    ],
)  # fmt: skip
def test_of_several_dates_the_encoded_one_counts(dates: list[str], date: object) -> None:
    assert issued(*dates) == date


def test_other_dates_are_those_of_their_type() -> None:
    other = "<originInfo><dateOther{}>2020</dateOther></originInfo>"
    assert "submitted" in catalogued(other.format(' type="submitted"')).fields
    assert catalogued(other.format("")).fields == {}
    assert catalogued(other.format(' type="available"')).fields.keys() == {"available-date"}


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
        ('<identifier type="issn">0378-5955 (print)</identifier>', {"ISSN": "0378-5955"}),
        ('<identifier type="doi">10.1/a</identifier><identifier type="doi">10.1/b</identifier>',
         {"DOI": "10.1/a"}),
        ('<identifier type="local">7</identifier><identifier type="report">8</identifier>',
         {"number": "8"}),
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


NAME = "<name{}>{}<role><roleTerm>{}</roleTerm></role></name>"


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("aut", "author"),
        ("Creator", "author"),
        ("dissertant", "author"),
        ("translator", "translator"),
        ("ill", "illustrator"),
        ("editor", "editor"),
        ("whatever", "contributor"),
    ],
)
def test_a_role_is_a_variable(role: str, variable: str) -> None:
    record = catalogued(NAME.format("", "<namePart>Ng, Ann</namePart>", role))
    assert record.fields == {variable: [{"family": "Ng", "given": "Ann"}]}


@pytest.mark.parametrize(
    ("attributes", "parts", "name"),
    [
        ("", "<namePart>Ng, Ann</namePart>", {"family": "Ng", "given": "Ann"}),
        ("", "<displayForm>Ng, Ann</displayForm>", {"family": "Ng", "given": "Ann"}),
        (' type="corporate"', "<namePart>Ng, Ann</namePart>", {"literal": "Ng, Ann"}),
        (' type="conference"', "<namePart>A</namePart><namePart>B</namePart>", {"literal": "A B"}),
        ("", '<namePart type="family">Ng</namePart>', {"family": "Ng"}),
        ("", '<namePart type="family">Ng</namePart><namePart type="given">Ann</namePart>'
         '<namePart type="given">B.</namePart><namePart type="termsOfAddress">Jr.</namePart>',
         {"family": "Ng", "given": "Ann B.", "suffix": "Jr."}),
        ("", '<namePart type="date">1900</namePart>', None),
        (' type="corporate"', "<namePart> </namePart>", None),
    ],
)  # fmt: skip
def test_a_name_is_a_text_parts_or_an_organization(
    attributes: str, parts: str, name: object
) -> None:
    assert catalogued(f"<name{attributes}>{parts}</name>").fields.get("author") == (
        [name] if name else None
    )


def test_who_grants_a_degree_is_the_publisher_of_a_thesis_alone() -> None:
    grantor = NAME.format(' type="corporate"', "<namePart>HU</namePart>", "dgg")
    assert catalogued(grantor).fields == {}
    assert catalogued("<genre>thesis</genre>", grantor).fields["publisher"] == "HU"
    own = "<originInfo><publisher>P</publisher></originInfo>"
    assert catalogued("<genre>thesis</genre>", grantor, own).fields["publisher"] == "P"


def test_what_a_work_says_itself_counts_before_its_host() -> None:
    origin = "<originInfo><publisher>{}</publisher><dateIssued>{}</dateIssued></originInfo>"
    host = HOST.format(origin.format("Q", 1999) + '<identifier type="doi">10.1/h</identifier>')
    both = catalogued(TITLE, origin.format("P", 2020), host).fields
    assert (both["publisher"], both["issued"]) == ("P", {"date-parts": [[2020]]})
    alone = catalogued(TITLE, host).fields
    assert (alone["publisher"], alone["issued"]) == ("Q", {"date-parts": [[1999]]})
    assert "DOI" not in alone


def test_names_of_related_works_have_variables_of_their_own() -> None:
    related = '<relatedItem type="{}"><name><namePart>Ng, Ann</namePart></name></relatedItem>'
    for kind, variable in (
        ("series", "collection-editor"),
        ("original", "original-author"),
        ("reviewOf", "reviewed-author"),
        ("host", "editor"),
    ):
        assert catalogued(related.format(kind)).fields == {
            variable: [{"family": "Ng", "given": "Ann"}]
        }


def test_what_has_no_place_is_named_shortly() -> None:
    record = catalogued(
        f'<identifier type="{"x" * 90}">1</identifier><identifier type="hdl"> </identifier>'
        '<relatedItem><name/></relatedItem><relatedItem type="host"/>'
    )
    told = [one.message for one in record.problems if one.rule.name == "unknown-field"]
    assert told == [
        "relatedItem has no place in a record: left out",
        f"identifier {'x' * 69} has no place in a record: left out",
    ]

"""The type of a record is judged by what catalogues say of it and of its host."""

from __future__ import annotations

import pytest

from tests.formats.mods.catalogue import HOST, ISSUED, catalogued


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
        ("<typeOfResource>still image</typeOfResource>", "graphic"),
        ("<typeOfResource>software, multimedia</typeOfResource>", "software"),
        ("<typeOfResource>sound recording-musical</typeOfResource>", "song"),
        ('<typeOfResource manuscript="yes">text</typeOfResource>', "manuscript"),
        (ISSUED.format("monographic"), "book"),
        (ISSUED.format("continuing"), "periodical"),
        (f'<genre authority="marcgt">bibliography</genre>{ISSUED.format("monographic")}', "book"),
        ('<genre authority="marcgt">conference publication</genre>', "book"),
        ("<genre>conference publication</genre>", "paper-conference"),
        ('<genre authority="marcgt">book</genre><genre>thesis</genre>', "thesis"),
        (HOST.format("<genre>conference publication</genre>"), "paper-conference"),
        (HOST.format("<genre>newspaper</genre>"), "article-newspaper"),
        (f"<genre>article</genre>{HOST.format('<genre>magazine</genre>')}", "article-magazine"),
        (f"<genre>book</genre>{HOST.format('')}", "chapter"),
        (HOST.format(ISSUED.format("continuing")), "article-journal"),
        (HOST.format(ISSUED.format("monographic")), "chapter"),
        (
            HOST.format('<part><detail type="issue"><number>2</number></detail></part>'),
            "article-journal",
        ),
        (
            f"<originInfo><publisher>P</publisher></originInfo>{ISSUED.format('monographic')}"
            f"{HOST.format('')}",
            "book",
        ),
        (
            f"<originInfo><publisher>P</publisher></originInfo>{ISSUED.format('monographic')}"
            f"{HOST.format('<part><extent/></part>')}",
            "chapter",
        ),
        ('<identifier type="isbn">1</identifier>', "book"),
        ('<typeOfResource>text</typeOfResource><identifier type="isbn">1</identifier>', "book"),
    ],
)
def test_the_type_is_found_by_genre_host_resource_and_issuance(elements: str, type_: str) -> None:
    assert catalogued(elements).type == type_


def test_a_genre_that_says_the_type_is_none_but_of_a_report() -> None:
    assert catalogued("<genre>Web site</genre>").fields == {}
    assert (
        catalogued(f"<genre>article</genre>{HOST.format('<genre>newspaper</genre>')}").fields == {}
    )
    assert catalogued("<genre>technical report</genre>").fields == {"genre": "technical report"}

"""A text is recognised by what stands before its number, then by its form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.identifiers.recognise import KINDS, labelled, recognise


@pytest.mark.parametrize(
    ("text", "kind", "normalized"),
    [
        ("978-3-948289-82-9", "ISBN", "978-3-948289-82-9"),
        ("3948289824", "ISBN", "978-3-948289-82-9"),
        ("ISBN 3948289824 (pbk.)", "ISBN", "978-3-948289-82-9"),
        ("urn:isbn:3948289824", "ISBN", "978-3-948289-82-9"),
        ("https://www.worldcat.org/isbn/3948289824", "ISBN", "978-3-948289-82-9"),
        ("0378-5955", "ISSN", "0378-5955"),
        ("03785955", "ISSN", "0378-5955"),
        ("eISSN: 0378-5955", "ISSN", "0378-5955"),
        ("ISSN-L 0378-5955", "ISSN", "0378-5955"),
        ("urn:issn:0378-5955", "ISSN", "0378-5955"),
        ("https://portal.issn.org/resource/ISSN/0378-5955", "ISSN", "0378-5955"),
        ("979-0-2600-0043-8", "ISMN", "979-0-2600-0043-8"),
        ("ISMN M-2600-0043-8", "ISMN", "979-0-2600-0043-8"),
        ("0000 0001 2281 955X", "ISNI", "0000 0001 2281 955X"),
        ("https://isni.org/isni/000000012281955X", "ISNI", "0000 0001 2281 955X"),
        ("0000000218250097", "ORCID", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"),
        ("ORCID iD: 0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1825-0097/", "ORCID", "0000-0002-1825-0097"),
        ("ISSN 2434561x (Online)", "ISSN", "2434-561X"),
        ("[ISSN 2434-561X]", "ISSN", "2434-561X"),
        ("https://viaf.org/viaf/24602065/#Goethe", "VIAF", "24602065"),
        ("https://www.wikidata.org/wiki/Q42?uselang=de#sitelinks", "Wikidata", "Q42"),
        ("arXiv:2101.12345 [cs.CL]", "arXiv", "2101.12345"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/?term=23456789", "PMID", "23456789"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/?r=x", "PMCID", "PMC3531190"),
        ("handle:10419/123456", "Handle", "10419/123456"),
        ("OCLC#12345", "OCLC", "12345"),
        ("10.1234/a(b)", "DOI", "10.1234/a(b)"),
        ("(10.1234/a(b))", "DOI", "10.1234/a(b)"),
        ("DE-12", "ISIL", "DE-12"),
        ("ISIL DE-12", "ISIL", "DE-12"),
        ("US-SKG-19-12345", "ISRC", "US-SKG-19-12345"),
        ("ISRC USSKG1912345", "ISRC", "US-SKG-19-12345"),
        ("10.1234/abc", "DOI", "10.1234/abc"),
        ("<https://doi.org/10.1234/abc>", "DOI", "10.1234/abc"),
        ("https://journal.example/doi/10.1234/abc", "DOI", "10.1234/abc"),
        ("hdl:10419/123456", "Handle", "10419/123456"),
        ("10419/123456", "Handle", "10419/123456"),
        ("https://hdl.handle.net/20.500.11850/1", "Handle", "20.500.11850/1"),
        ("urn:nbn:de:101:1-201102033592", "URN:NBN", "urn:nbn:de:101:1-201102033592"),
        (
            "https://nbn-resolving.org/urn:nbn:de:101:1-201102033592",
            "URN:NBN",
            "urn:nbn:de:101:1-201102033592",
        ),
        ("(DE-588)118540238", "GND", "118540238"),
        ("https://d-nb.info/gnd/118540238", "GND", "118540238"),
        ("GND: 4079163-4", "GND", "4079163-4"),
        ("4079163-4", "GND", "4079163-4"),
        ("VIAF 24602065", "VIAF", "24602065"),
        ("https://viaf.org/viaf/24602065/", "VIAF", "24602065"),
        ("Q42", "Wikidata", "Q42"),
        ("http://www.wikidata.org/entity/Q42", "Wikidata", "Q42"),
        ("https://www.wikidata.org/wiki/Property:P50", "Wikidata", "P50"),
        ("arXiv:2101.12345", "arXiv", "2101.12345"),
        ("2101.12345v1", "arXiv", "2101.12345v1"),
        ("https://arxiv.org/pdf/2101.12345.pdf", "arXiv", "2101.12345"),
        ("https://doi.org/10.48550/arXiv.2101.12345", "arXiv", "2101.12345"),
        ("math/0309136", "arXiv", "math/0309136"),
        ("PMID: 23456789", "PMID", "23456789"),
        ("https://pubmed.ncbi.nlm.nih.gov/23456789/", "PMID", "23456789"),
        ("PMC3531190", "PMCID", "PMC3531190"),
        ("PMCID: PMC3531190", "PMCID", "PMC3531190"),
        ("(OCoLC)ocm00012345", "OCLC", "12345"),
        ("OCLC 12345", "OCLC", "12345"),
        ("ocn123456789", "OCLC", "123456789"),
        ("https://www.worldcat.org/oclc/12345", "OCLC", "12345"),
        ("https://www.worldcat.org/title/tides/oclc/12345", "OCLC", "12345"),
        ("https://search.worldcat.org/de/title/12345", "OCLC", "12345"),
        ("https://openlibrary.org/isbn/3948289824", "ISBN", "978-3-948289-82-9"),
        ("https://books.example/?vid=ISBN3948289824&x=1", "ISBN", "978-3-948289-82-9"),
        ("https://www.amazon.de/dp/3948289824/ref=sr_1_1?k=1", "ISBN", "978-3-948289-82-9"),
        ("ISSN (Online) 2434-561X", "ISSN", "2434-561X"),
        ("https://www.issn.org/resource/issn/0378-5955", "ISSN", "0378-5955"),
        ("https://urn.issn.org/urn:issn:0378-5955", "ISSN", "0378-5955"),
        ("9770264359008", "ISSN", "0264-3596"),
        ("ORCID=0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"),
        ("https://sigel.staatsbibliothek-berlin.de/suche/?isil=DE-1", "ISIL", "DE-1"),
        ("https://ror.org/03yrm5c26", "ROR", "03yrm5c26"),
        ("03yrm5c26", "ROR", "03yrm5c26"),
        (
            "https://nbn-resolving.de/urn/resolver.pl?urn=urn:nbn:de:101:1-201102033592",
            "URN:NBN",
            "urn:nbn:de:101:1-201102033592",
        ),
        ("https://d-nb.info/gnd/118540238/about/lds", "GND", "118540238"),
        ("https://lobid.org/gnd/118540238.json", "GND", "118540238"),
        ("https://www.deutsche-biographie.de/pnd118540238.html#ndbcontent", "GND", "118540238"),
        ("GND-Nummer 118540238", "GND", "118540238"),
        ("(DE-588a)118540238", "GND", "118540238"),
        ("https://d-nb.info/953736563", "IDN", "953736563"),
        ("(DE-101)953736563", "IDN", "953736563"),
        ("IDN 953736563", "IDN", "953736563"),
        ("(DE-627)522231330", "PPN", "522231330"),
        ("PPN: 161165839x", "PPN", "161165839X"),
        ("https://kxp.k10plus.de/DB=2.1/PPNSET?PPN=522231330", "PPN", "522231330"),
        ("https://uri.gbv.de/document/opac-de-627:ppn:522231330", "PPN", "522231330"),
        ("(DE-599)ZDB2985306-0", "ZDB", "2985306-0"),
        ("ZDB-ID 2985306-0", "ZDB", "2985306-0"),
        ("https://ld.zdb-services.de/resource/2985306-0", "ZDB", "2985306-0"),
        ("LCCN 85-2773", "LCCN", "85002773"),
        ("(DLC)n 79021164", "LCCN", "n79021164"),
        ("sh85076671", "LCCN", "sh85076671"),
        ("https://id.loc.gov/authorities/subjects/sh85076671.html", "LCCN", "sh85076671"),
        ("https://lccn.loc.gov/2001012345", "LCCN", "2001012345"),
        ("https://www.wikidata.org/wiki/Special:EntityData/Q42.json", "Wikidata", "Q42"),
        ("arxiv.org/abs/2101.12345", "arXiv", "2101.12345"),
        ("pubmed.ncbi.nlm.nih.gov/23456789", "PMID", "23456789"),
        ("https://europepmc.org/article/MED/23456789", "PMID", "23456789"),
        ("https://europepmc.org/article/PMC/PMC3531190", "PMCID", "PMC3531190"),
    ],
)
def test_right_ones(text: str, kind: str, normalized: str) -> None:
    found = recognise(text)
    assert (found.kind, found.normalized, found.reason) == (kind, normalized, "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("978-3-948289-82-8", "ISBN"),
        ("978-3-9482B9-82-9", "ISBN"),
        ("0378-5954", "ISSN"),
        ("979-0-2600-0043-7", "ISMN"),
        ("0000-0002-1825-0098", "ORCID"),
        ("XX-SKG-19-12345", "ISRC"),
        ("doi:11.1234/abc", "DOI"),
        ("10.12/abc", "DOI"),
        ("urn:nbn:de:101:1-201102033593", "URN:NBN"),
        ("GND 118540239", "GND"),
        ("https://ror.org/03yrm5c27", "ROR"),
        ("ZDB 2413489-6", "ZDB"),
        ("PPN 522231331", "PPN"),
        ("arXiv:2113.12345", "arXiv"),
        ("PMID soil", "PMID"),
        ("ISSN soil", "ISSN"),
    ],
)
def test_wrong_ones_are_known_for_what_they_are(text: str, kind: str) -> None:
    found = recognise(text)
    assert found.kind == kind and found.reason and not found.link


@pytest.mark.parametrize(
    "text", ["", "soil", "12/2024", "2024-05-07", "de-DE", "eng", "2024-1", "x" * 5000, "(", "()"]
)
def test_other_texts_are_none(text: str) -> None:
    found = recognise(text)
    assert found.kind == "" and "no identifier" in found.reason


def test_a_number_alone_could_be_of_any_kind_unless_one_is_expected() -> None:
    assert "write PMID, OCLC, LCCN or VIAF before" in recognise("23456789").reason
    assert "write GND, IDN, PPN, OCLC or VIAF before" in recognise("118540238").reason
    assert "write GND or ZDB before" in recognise("2985306-0").reason
    assert recognise("23456789", "PMID").kind == "PMID"


@given(st.text())
def test_any_text_is_right_or_has_a_reason(text: str) -> None:
    found = recognise(text)
    assert found.valid == bool(found.normalized)


def test_every_kind_is_there_once() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) == 22


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("doi:10.1234/a", "DOI", "10.1234/a"),
        ("DOI 10.1234/a", "DOI", "10.1234/a"),
        ("info:doi/10.1234/a", "DOI", "10.1234/a"),
        ("https://doi.org/10.1234/a", "DOI", "10.1234/a"),
        ("http://dx.doi.org/10.1234/a", "DOI", "10.1234/a"),
        (" 10.1234/a ", "DOI", "10.1234/a"),
        ("doi:in press", "DOI", "doi:in press"),
        ("isbn:978-3-948289-82-9", "ISBN", "978-3-948289-82-9"),
        ("ISBN 3-948289-82-4", "ISBN", "3-948289-82-4"),
        ("urn:ISBN:9783948289829", "ISBN", "9783948289829"),
        ("ISSN 0378-5955", "ISSN", "0378-5955"),
        ("urn:issn:0378-5954", "ISSN", "0378-5954"),
        ("info:pmid/23456789", "PMID", "23456789"),
        ("https://pubmed.ncbi.nlm.nih.gov/23456789/", "PMID", "23456789"),
        ("PMCID: PMC3531190", "PMCID", "PMC3531190"),
    ],
)
def test_what_says_which_it_is(text: str, variable: str, value: str) -> None:
    assert labelled(text) == (variable, value)


@pytest.mark.parametrize(
    "text", ["", "10.5", "978-3-948289-82-9", "0378-5955", "https://example.org/10.1234/a", "doing"]
)
def test_others_are_known_by_their_form_or_not_at_all(text: str) -> None:
    assert labelled(text) is None


def test_the_address_of_a_page_about_a_book_is_no_identifier_of_a_record() -> None:
    assert labelled("https://openlibrary.org/isbn/3948289824") is None


def test_a_number_of_amazon_is_told() -> None:
    assert recognise("B07XJ8C8F5").reason == "it is an ASIN, a number that only Amazon gives"

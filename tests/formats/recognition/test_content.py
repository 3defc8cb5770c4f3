"""What a file holds is told by how it begins, and never taken for something else."""

from __future__ import annotations

import pytest

from reportcite.formats.recognition.content import Content, content_against_name, content_of
from reportcite.formats.registry import FORMATS

BEGINNINGS = {
    "ris": [b"TY  - RPRT\r\n", b"\xef\xbb\xbf\n TY - BOOK"],
    "nbib": [b"PMID- 12345678\nOWN - NLM", b"\nOWN - ERIC\nTI  - A"],
    "enw": [b"%0 Journal Article\n%A Ng, A", b"%T Corn\n%A Ng, A"],
    "wos": [b"\xef\xbb\xbfFN Clarivate Analytics Web of Science\nVR 1.0\n", b"PT J\nAU Ng, A"],
    "refworks": [b"RT Journal Article\nSR Print", b"RT Book, Section\r\nA1 Ng,A"],
    "bibtex": [b"@book{a,", b"\n@string (a = 1)", b"@article {", b"% Encoding: UTF-8\n\n@book{a,"],
    "jsonl": [b'{"id": "a"}\n{"id": "b"}', b'{"id": "a"}\r\n{'],
    "csl-yaml": [b"---\nreferences:\n- id: a\n", b"# made by\nreferences:\n  - id: a"],
    "crossref-json": [
        b'{"indexed": {"x": 1}, "DOI": "10.1/a", "title": "A", "deposited": {}}',
        b'{"status": "ok", "message-type": "work-list", "message": {"items": []}}',
        b'{"message": {"DOI": "10.1/a"}}', b'{"items": [{"DOI": "10.1/a"}]}',
        b'{"indexed": {}, "DOI": "10.1/a"}\n{"indexed": {}, "DOI": "10.1/b"}\n',
    ],
    "datacite-json": [
        b'{"data": {"id": "10.1/a", "type": "dois", "attributes": {}}}',
        b'[{"id": "a", "attributes": {"titles": []}}]',
        b'{"id": "a", "types": {"resourceTypeGeneral": "Text"}}',
    ],
    "openalex-json": [
        b'{"id": "https://openalex.org/W1", "title": "A"}',
        b'{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W1"}]}',
        b'[{"title": "A", "authorships": []}]',
    ],
    "hayagriva": [
        b"harry:\n  type: Book\n", b"# a\n\n\"2024\":\n\n    title: A\n",
        b"a-b:\r\n parent:\r\n  x: 1",
    ],
    "html": [
        b"<!DOCTYPE html>", b"<!-- a -->\n<html lang='en'>", b"<META name='x'>",
        b"<span class='Z3988'>",
        b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">',
    ],
    "cff": [b"cff-version: 1.2.0\n", b"# made by\nauthors:\n  - name: A\ncff-version: 1.2.0"],
    "csl-json": [
        b"[{}]", b"[]", b'[{"id": "a", "type": "book", "x": 1}]', b'{\n "title": "A"\n}',
        b'[{"id": "a", "titl',
    ],
    "mods": [
        b'<?xml version="1.0"?>\n<modsCollection/>', b"<mods>", b"<a:mods xmlns:a='x'/>",
        b"<a:mods>", b'<answer><record><mods xmlns="http://www.loc.gov/mods/v3"/>',
        '<?xml version="1.0" encoding="UTF-16"?><mods/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="UTF-8"?><mods/>'.encode("utf-16"),
    ],
    "pubmed-xml": [
        b'<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "x" "y">\n<PubmedArticleSet>',
        b"<PubmedBookArticle>",
    ],
    "marc": [
        b"00714cam a2200205 a 4500001001300000003000400013\x1e1\x1eDLC\x1e",
        b"\xef\xbb\xbf00366nam  22001698a 4500001001300000\x1e",
    ],
    "marc-lines": [
        b"=LDR  00000nam a2200000 a 4500\n=245  10$aTides\n", b"=001  a1\n",
        b"000000001 LDR   L ^^^^^nam^a22^^^^^^a^4500\n", b"000000001 24510 L $$aTides\n",
        b"00881nam a22002294a 4500\n001 a1\n", b"LDR 00881nam a22002294a 4500\r\n245 00 _aTides\n",
        b"001 a1\n020 __ |a 0306406152\n100 1_ |a Ng, Ann\n", b"020    $a 1\n245 10 $a Tides\n",
    ],
    "pica": [b"002@ $0Aau\n003@ $012", b"001@ \x1f01\x1e002@ \x1f0Aau\x1e\n"],
    "pica-xml": [b'<x><record xmlns="info:srw/schema/5/picaXML-v1.0"><datafield/>'],
    "marc-json": [
        b'{"leader": "0", "fields": [{"001": "1"}, {"245": {"ind1": "1", "subfields": []}}]}',
        b'{"collection": [{"leader": "0", "fields": [{"245": {"subfields": [{"a": "b"}]}}]}]}',
        b'[{"leader": "0", "fields": [{"tag": "001", "value": "1"}]}]',
        b'{"leader": "0", "controlfield": [{"tag": "001", "data": "1"}]}',
    ],
    "marcxml": [
        b'<collection xmlns="http://www.loc.gov/MARC21/slim"><record>',
        b'<x><m:record xmlns:m="http://www.loc.gov/MARC21/slim"/></x>',
        b"<collection><record><leader>00000nam a2200000 a 4500</leader>",
        b'<record><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Tides</subfield>',
        b'<oai_marc xmlns="http://www.openarchives.org/OAI/1.1/oai_marc"><fixfield id="001"/>',
    ],
    "crossref-xml": [
        b"<doi_records><doi_record>", b'<doi_batch xmlns="http://www.crossref.org/schema/5.3.1">',
        b'<crossref_result xmlns="http://www.crossref.org/qrschema/3.0">',
    ],
    "endnote-xml": [b'<?xml version="1.0"?><xml><records/>', b"<xml><records>", b"<records>"],
}  # fmt: skip


@pytest.mark.parametrize("name", BEGINNINGS)
def test_each_format_is_recognised_by_its_beginning(name: str) -> None:
    found = [content_of(beginning) for beginning in BEGINNINGS[name]]
    assert found == [Content(name)] * len(found)


@pytest.mark.parametrize(
    "beginning",
    [
        b"", b"title: A\n", b"author:\n  family: A\n", b"issued:\n  date-parts: [[1]]\n",
        b"- id: a\n", b"TYPE: x", b"%YAML 1.2\n---\n", b"@ no entry",
        b"{title: A, author: B}", b"[a, b]", b'"title": A', b"100 % sure\n",
    ],
)  # fmt: skip
def test_what_may_be_yaml_is_recognised_as_nothing_else(beginning: bytes) -> None:
    assert content_of(beginning) == Content()


def test_text_without_a_sign_is_what_the_name_of_its_file_suggests() -> None:
    assert content_of(b"title: A\n", "yaml") == Content("yaml")
    assert content_of(b"<broken", "endnote-xml") == Content("endnote-xml")
    assert content_of(b'{"title": "A"}', "yaml") == Content("yaml")
    assert content_of(b"TY  - BOOK\n", "yaml") == Content("ris")


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"%PDF-1.4\n", "a PDF document"),
        (b'<?xml version="1.0"?><opml/>', "XML with the root element <opml>"),
        (b"<xml><rec/></xml>", "XML with the root element <xml>"),
        (b"<3 of these", "XML or HTML that is not whole"),
        (b'{"a": 1, "b": 2}', "JSON of something else (it has “a” and “b”)"),
    ],
)
def test_what_is_of_no_format_is_named_for_what_it_seems_to_be(beginning: bytes, kind: str) -> None:
    assert content_of(beginning) == Content(kind=kind)
    assert content_of(beginning, "csl-json").kind in (kind, "")


def test_a_name_counts_unless_the_content_is_unmistakably_something_else() -> None:
    assert content_against_name(b"<opml/>", "ris").kind == "XML with the root element <opml>"
    assert content_against_name(b"@book{a,", "ris") == Content("bibtex")
    assert content_against_name(b"100 % sure", "ris") == Content("ris")
    assert content_against_name(b'{"a": 1, "b": 2}', "jsonl") == Content("jsonl")
    assert content_against_name(b"%PDF-1.7", "jsonl") == Content("jsonl", "a PDF document")
    assert content_against_name(b"@book{a,", "mods") == Content("mods")


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.signature])
def test_a_sign_is_sought_at_the_beginning_of_any_line(name: str) -> None:
    for beginning in BEGINNINGS.get(name, []):
        assert (
            content_against_name(b"Written by hand\n\n" + beginning.lstrip(), name).format == name
        )

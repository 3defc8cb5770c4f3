from __future__ import annotations

from io import BytesIO

import pytest

from reportcite.errors import Place
from reportcite.formats.yaml.read import read_yaml
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.record.reading import findings, one, read, records


@pytest.mark.parametrize(
    "typed", ["no", "1:30", "2024-05-01", "1e3", "Null", "none", "0x1F", "007", "12_000", "=1"]
)
def test_text_stays_as_typed(typed: str) -> None:
    assert one(f"title: {typed}\n").fields["title"] == typed


def test_isbns_keep_their_digits() -> None:
    assert one("ISBN: 0306406152\n").fields["ISBN"] == "0306406152"
    assert one("ISBN: 9783948289829\n").fields["ISBN"] == "9783948289829"


def test_absence_is_stated() -> None:
    record = one("author: none\nissued: n.d.\nISBN: none\npublisher: none\ntitle: none\n")
    assert record.stated_none == {"author", "issued", "ISBN", "publisher"}
    assert record.fields == {"title": "none"}


def test_a_mapping_a_list_documents_and_references() -> None:
    assert [r.id for r in records(read("title: a\n"))] == ["file"]
    assert [r.id for r in records(read("- title: a\n- title: b\n- id: c\n"))] == [
        "file",
        "file-2",
        "c",
    ]
    assert [r.id for r in records(read("id: a\n---\nid: b\n...\n---\n---\nid: c\n"))] == [
        "a",
        "b",
        "c",
    ]
    pandoc = "title: My paper\nreferences:\n- id: a\n- id: b\nlang: de\n"
    assert [r.id for r in records(read(pandoc))] == ["a", "b"]
    assert findings(read(pandoc)) == []


def test_field_names_in_other_spellings() -> None:
    record = one("isbn: 1\nURL: u\npublisher_place: p\nNumber of Pages: 3\nshortTitle: s\n")
    assert set(record.fields) == {
        "ISBN",
        "URL",
        "publisher-place",
        "number-of-pages",
        "title-short",
    }
    assert record.places["publisher-place"] == (3, 1)


def test_unknown_keys_suggest_the_field() -> None:
    record = one("title: a\npublsher: b\nyear: 2024\n")
    assert [(p.rule.name, p.place.line, p.suggestion) for p in record.problems] == [
        ("unknown-key", 2, "did you mean `publisher`?"),
        ("unknown-key", 3, "did you mean `issued`?"),
    ]


def test_a_wrapped_text_is_one_line_and_ends_where_its_last_word_does() -> None:
    text = "title: >\n  Long\n  title\nDOI: |\n  10.1234/x\nURL: |\n  https://a.de/\n"
    assert one(text).fields == {
        "title": "Long title",
        "DOI": "10.1234/x",
        "URL": "https://a.de/",
    }


def test_a_merge_key_takes_what_the_record_has_not() -> None:
    text = """\
- &base
  id: a
  publisher: P
  author: [UNESCO]
- <<: *base
  id: b
  publisher: Q
- <<: [*base]
  title: T
"""
    results = read(text)
    assert findings(results) == []
    first, second, third = records(results)
    author = {"author": [{"literal": "UNESCO"}]}
    assert first.fields == {"publisher": "P", **author}
    assert second.fields == {"publisher": "Q", **author}
    assert (third.id, third.fields) == ("file-8", {"title": "T", "publisher": "P", **author})


def test_citations_have_no_line_breaks_but_those_of_paragraphs() -> None:
    text = 'title: |\n  Long\n  title\nnumber: " 7 "\nabstract: |\n  One.\n\n  Two.\n'
    record = one(text)
    assert record.fields["title"] == "Long\ntitle\n"
    item = record.item()
    assert (item["title"], item["number"]) == ("Long title", "7")
    assert item["abstract"] == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("line", "kept"),
    [("title: Study #3 of migration", "Study"), ("publisher: The #MeToo archive", "The")],
)
def test_a_number_sign_that_yaml_takes_for_a_comment_is_reported(line: str, kept: str) -> None:
    record = one(f"id: a\n{line}\n")
    assert kept in record.fields.values()
    [problem] = record.problems
    assert (problem.rule.name, problem.severity) == ("yaml-comment", "warning")
    assert problem.place[1:] == (2, line.index("#") + 1)


def test_comments_and_quoted_number_signs_are_left_alone() -> None:
    text = """\
title: "Study #3 of migration"  # its second #1 edition
subtitle: A   # as printed
# see #3
note: C# and a#b
abstract: |
  see #3 there
"""
    assert one(text).problems == ()


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("Jahr", "issued"),
        ("verlag", "publisher"),
        ("Ort", "publisher-place"),
        ("titel", "title"),
        ("autor", "author"),
        ("herausgeber", "editor"),
        ("seiten", "page"),
        ("zeitschrift", "container-title"),
        ("titre", "title"),
        ("año", "issued"),
    ],
)
def test_fields_in_other_languages_lead_to_those_of_csl(key: str, field: str) -> None:
    [problem] = one(f"{key}: x\n").problems
    assert problem.suggestion == f"did you mean `{field}`?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: a\ntitle: b\n", ["2:1 duplicate-key"]),
        ("ISBN: a\nisbn: b\n", ["2:1 duplicate-key"]),
        ("title: [a, b]\n", ["1:1 several-values"]),
        ("title: [[a], b]\n", ["1:1 wrong-shape"]),
        ("author:\n  - suffix: A\n  - [b]\n", ["2:5 wrong-shape", "3:5 wrong-shape"]),
        ("author:\n  - literal: A\n    family: \n    nam: b\n", ["2:5 unknown-key"]),
        ("issued: [2024, 5]\n", ["1:1 wrong-shape"]),
        ("[a]: b\n", ["1:1 wrong-shape", "1:1 unknown-key"]),
        ("type: bok\n", ["1:1 unknown-type"]),
        ("title: !!python/object:os.system x\n", ["1:8 yaml-tag"]),
        ("title: *nothing\n", ["1:8 yaml-alias"]),
        ("title: a\0b\n", ["1:9 control-character"]),
        ("title: ä\x9b\n", ["1:9 control-character"]),
        (b"a: 1\ntitle: gr\xfcn\n", ["2:10 encoding", "1:1 unknown-key"]),
        ("title: a: b\n", ["1:9 yaml-syntax"]),
        ("title: 'a\n", ["1:8 yaml-syntax"]),
        ("title: a\n\tx: b\n", ["2:1 yaml-syntax"]),
        ("- a\n- [b]\n", ["1:3 not-a-record", "2:3 not-a-record"]),
        ("just text\n", ["1:1 not-a-record"]),
        ("", ["1:1 empty-file"]),
        ("# nothing\n---\n", ["1:1 empty-file"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ["1:1 encoding"]),
    ],
)
def test_bad_input_is_named_with_its_place(text: str | bytes, found: list[str]) -> None:
    assert findings(read(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n- title: b: c\n- id: d\n",
        "- id: a\n- ]\n- id: d\n",
        "- id: a\n- title: 'b\n  c\n- id: d\n",
        "- id: a\n- title: " + "[" * 100 + "\n- id: d\n",
        "- id: a\n- title: " + "x" * 300_000 + "\n- id: d\n",
        "- id: a\n- \n- id: d\n",
        "id: a\n---\ntitle: b: c\n---\nid: d\n",
        "id: a\n--- ]\n---\nid: d\n",
        "references:\n  - id: a\n  - title: b: c\n  - id: d\n",
    ],
    ids=range(9),
)
def test_one_bad_record_does_not_cost_the_others(text: str) -> None:
    results = read(text, limit=100_000)
    assert [getattr(result, "id", "-") for result in results] == ["a", "-", "d"]
    assert results[2].place.line == text[: text.index("id: d")].count("\n") + 1


def test_line_breaks_of_every_kind_and_a_byte_order_mark() -> None:
    record = one(b"\xef\xbb\xbftitle: a\r\nvolume: 1\rissue: 2\npage: 3\n")
    assert record.fields == {"title": "a", "volume": "1", "issue": "2", "page": "3"}
    assert record.places["page"] == (4, 1)


def test_aliases_repeat_short_values_and_nothing_else() -> None:
    text = "- {author: &who [{family: Ng}], title: a}\n- {author: *who, title: b}\n"
    assert [r.fields["author"] for r in records(read(text))] == [[{"family": "Ng"}]] * 2
    bomb = "note: &a [x, x]\nannote: &b [*a, *a]\nkeyword: [*b, *b]\n"
    assert "3:11 yaml-alias" in findings(read(bomb))
    assert findings(read(f"- note: &a {'x' * 3000}\n- note: *a\n")) == ["2:9 yaml-alias"]


def test_too_large_is_measured_in_characters() -> None:
    text = "title: " + "ä" * 93
    assert findings(read(text, limit=100)) == []
    [problem] = read(text + "ä", limit=100)
    assert isinstance(problem, Problem)
    assert problem.rule.name == "too-large"
    assert "100 characters" in problem.message


def test_nesting_ten_thousand_deep_ends_soon() -> None:
    for opening in ("[", "{a: ", "- ", "? "):
        [found] = findings(read(opening * 10_000))
        assert found.endswith("too-deep")


def test_a_part_of_a_file_counts_lines_from_where_it_begins() -> None:
    part = BytesIO(b"title: a\n---\n[{title: b}, {title: c}]\n")
    found = records(list(read_yaml(part, "all.yaml", Limits(first_line=11))))
    assert [str(r.place) for r in found] == ["all.yaml:11:1", "all.yaml:13:2", "all.yaml:13:14"]
    assert [r.id for r in found] == ["all-11", "all-13", "all-13-14"]


@pytest.mark.parametrize("before", ["https://doi.org/", "http://dx.doi.org/", "doi:", "DOI: "])
def test_a_doi_loses_what_stands_before_it(before: str) -> None:
    record = one(f"DOI: '{before}10.1017/x'\n")
    assert record.fields["DOI"] == "10.1017/x"
    assert [problem.rule.name for problem in record.problems] == ["doi-prefix"]


def test_doubtful_names_are_reported_where_they_stand() -> None:
    text = "author:\n  - Ng, A\n  - Smith, J. & Jones, K.\neditor: Rote Hilfe\n"
    assert findings(read(text)) == ["3:5 name-list", "4:1 name-split"]


def test_an_item_has_the_bare_doi_whatever_the_record_holds() -> None:
    fields = {"DOI": "https://doi.org/10.1017/x"}
    assert Record("a", "report", fields, Place("a.bib")).item()["DOI"] == "10.1017/x"


def test_null_is_nothing_and_quoted_or_a_name_it_is_text() -> None:
    text = (
        "title: A\npublisher: null\ngenre: ~\nnote: 'null'\nauthor: [{family: Null, given: null}]\n"
    )
    assert one(text).fields == {"title": "A", "note": "null", "author": [{"family": "Null"}]}


def test_what_stands_in_quotes_within_brackets_is_no_comment() -> None:
    quoted = 'title: A\nkeyword: [C, "C #1", x]\nauthor: [{literal: "Verlag #1"}]\n'
    assert findings(read(quoted)) == []
    assert findings(read("title: Study #3 of three\n")) == ["1:14 yaml-comment"]

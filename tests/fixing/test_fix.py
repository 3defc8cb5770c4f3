"""Files are fixed where it leaves no doubt, every other byte stays, and once is enough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.fixing.fix import fixed
from reportcite.fixing.proved import fixes_of
from reportcite.formats.registry import FORMATS, format_named
from reportcite.policy import Policy
from reportcite.problems import Problem
from tests.formats.files import BOTH, file_of, read_file
from tests.formats.strategies import records

IN_PLACE = [name for name in BOTH if format_named(name).in_place]

YAML = """\
# DOI: https://doi.org/10.1234/abc, and  two spaces
id: doe  # of  her
title: "Science &amp; Society:\\
  \\ a  study"
author:
- Doe, Jane
- {literal: 'Smith &amp; Sons'}
issued: 5. März 2021 # first  print
DOI: &doi doi:10.1234/abc   # doi:10.1234/abc
ISBN: 97-83948-289829, 3-8376-6656-5
page: '12 – 34, 40—41'
URL: www.example.org/it's
publisher: Sons&#58; Co
edition:   2nd edition
language: German
abstract: >-
  A folded text  that
  goes on &lt;here&gt; and
  there  .
note: |
  one  line
    indented  by two
type: book
---
- title: B  b
  DOI: *doi
"""
FIXED_YAML = """\
# DOI: https://doi.org/10.1234/abc, and  two spaces
id: doe  # of  her
title: "Science & Society:\\
  \\ a study"
author:
- Doe, Jane
- {literal: 'Smith & Sons'}
issued: 2021-03-05 # first  print
DOI: &doi 10.1234/abc   # doi:10.1234/abc
ISBN: 978-3-948289-82-9, 3-8376-6656-5
page: '12-34, 40-41'
URL: https://www.example.org/it's
publisher: 'Sons: Co'
edition:   2
language: de
abstract: >-
  A folded text that
  goes on <here> and
  there .
note: |
  one line
    indented by two
type: book
---
- title: B b
  DOI: *doi
"""
BIB = """\
@string{pub = {P  &amp; Q}}
% doi = {https://doi.org/10.1234/a\\_b}
@book{a,
  title = {Science &amp; {Society}: a  {\\'E}tude},
  doi   = "https://doi.org/10.1234/a\\_b", url={https://doi.org/10.1234/a\\_b} , % a  comment
  date = {5 March 2021},
  pages = {12–34, 40---50, 60-70},
  isbn = {97-83948-289829}, publisher = pub, note = "R" # { and &amp; D},
  abstract = {A text
     that is  wrapped &lt;here&gt;
     and there},
}
@comment{doi = {https://doi.org/10.1234/a}}
@article{b, title={T}, doi={https://doi.org/10.1234/a}, url={https://doi.org/10.1234/a}}
"""
FIXED_BIB = """\
@string{pub = {P  &amp; Q}}
% doi = {https://doi.org/10.1234/a\\_b}
@book{a,
  title = {Science \\& {Society}: a {\\'E}tude},
  doi   = "10.1234/a\\_b", url={https://doi.org/10.1234/a\\_b} , % a  comment
  date = {2021-03-05},
  pages = {12--34, 40--50, 60-70},
  isbn = {978-3-948289-82-9}, publisher = pub, note = "R" # { and \\& D},
  abstract = {A text
     that is wrapped <here>
     and there},
}
@comment{doi = {https://doi.org/10.1234/a}}
@article{b, title={T}, doi={10.1234/a}, url={https://doi.org/10.1234/a}}
"""
JSON = """\
[
 {"id": "a", "type":"book" , "title": "\\"A\\"  b \\u0026amp; c", "page":"12\\u201334",
  "DOI":"https:\\/\\/doi.org\\/10.1234\\/a", "note": "https://doi.org/10.1234/a",
  "issued": {"raw": "5 March 2021"} }
]"""
FIXED_JSON = """\
[
 {"id": "a", "type":"book" , "title": "\\"A\\" b \\u0026 c", "page":"12-34",
  "DOI":"10.1234\\/a", "note": "https://doi.org/10.1234/a",
  "issued": {"raw": "2021-03-05"} }
]"""
LINE = '{"title": "A  b", "DOI": "doi:10.1234/a", "note": "doi:10.1234/a", "type": "book"}\n'
FIXED_LINE = '{"title": "A b", "DOI": "10.1234/a", "note": "doi:10.1234/a", "type": "book"}\n'
RIS = "TY  - JOUR\nN1  - doi:10.1234/x\nDO  - doi:10.1234/x\nSP  - 12–34\nER  - \n"
FIXED_RIS = "TY  - JOUR\nN1  - doi:10.1234/x\nDO  - 10.1234/x\nSP  - 12-34\nER  - \n"
SAMPLES = [
    ("yaml", YAML, FIXED_YAML),
    ("bibtex", BIB, FIXED_BIB),
    ("biblatex", BIB, FIXED_BIB),
    ("csl-json", JSON, FIXED_JSON),
    ("jsonl", LINE * 2, FIXED_LINE * 2),
    ("ris", RIS, FIXED_RIS),
]


def fix(name: str, data: bytes) -> bytes:
    return fixed(data, "refs", format_named(name)).data


@pytest.mark.parametrize(("name", "before", "after"), SAMPLES)
def test_values_are_fixed_and_all_else_stays(name: str, before: str, after: str) -> None:
    assert fix(name, before.encode()).decode() == after
    assert fix(name, after.encode()).decode() == after


@pytest.mark.parametrize(("name", "before", "after"), SAMPLES)
def test_line_ends_and_byte_order_mark_stay(name: str, before: str, after: str) -> None:
    windows, meant = (
        b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for text in (before, after)
    )
    assert fix(name, windows) == meant


def test_other_encodings_stay() -> None:
    utf16 = "\ufeff" + BIB
    assert fix("bibtex", utf16.encode("utf-16-be")) == ("\ufeff" + FIXED_BIB).encode("utf-16-be")
    latin = "@book{a, title = {K\xf6ln  am Rhein}, doi = {doi:10.1234/a}}".encode("cp1252")
    assert fix("bibtex", latin) == b"@book{a, title = {K\xf6ln am Rhein}, doi = {10.1234/a}}"


def test_what_cannot_be_written_in_the_encoding_stays() -> None:
    latin = "@book{a, title = {K\xf6ln &Omega;}, doi = {doi:10.1234/a}}".encode("cp1252")
    assert fix("bibtex", latin) == b"@book{a, title = {K\xf6ln &Omega;}, doi = {10.1234/a}}"
    odd = b"\xff\xfe@book{a, doi={doi:10.1234/a}}"
    assert fix("bibtex", odd) == odd


def test_what_is_fixed_is_said_with_its_place() -> None:
    [doi] = fixed(LINE.encode(), "a.jsonl", format_named("jsonl")).problems[:1]
    assert (doi.rule.name, doi.place.file, doi.place.line) == ("double-space", "a.jsonl", 1)
    assert doi.fix is not None
    assert (doi.fix.old, doi.fix.new, doi.fix.field) == ("A  b", "A b", "title")


def test_of_rules_that_are_off_nothing_is_fixed() -> None:
    policy = Policy(select=("doi-prefix",))
    found = fixed(LINE.encode(), "a", format_named("jsonl"), policy=policy)
    assert found.data.decode() == LINE.replace('"DOI": "doi:', '"DOI": "')


@pytest.mark.parametrize("value", ["1234/5", "10.1234", "https://example.org/10.1234/a?b=1#c"])
def test_what_is_doubtful_stays(value: str) -> None:
    text = f"title: A\nDOI: {value}\nISBN: 978-3-948289-82-8\nURL: https://example.org/a b\n"
    assert fix("yaml", text.encode()) == text.encode()


def test_texts_that_others_use_too_are_fixed_once_where_they_stand() -> None:
    text = "id: a\ntitle: &t A  b\ncontainer-title: *t\nISBN: [97-83948-289829]\nkeyword: [c  d]\n"
    meant = text.replace("  ", " ").replace("97-83948-289829", "978-3-948289-82-9")
    assert fix("yaml", text.encode()).decode() == meant
    text = (
        "@inproceedings{c, title={C}, crossref={p}}\n"
        "@proceedings{p, title={P  q}, url = {http//example.org/?a=1&amp;b=2}}\n"
    )
    meant = text.replace("  ", " ").replace("http//", "http://").replace("&amp;", "&")
    assert fix("bibtex", text.encode()).decode() == meant


def test_no_space_is_deleted_that_only_lays_out() -> None:
    text = "@string{j = {A  b}}\n@book{k,  title = {T}, publisher = j # { and  C}}\n"
    assert fix("bibtex", text.encode()).decode() == text


def test_a_broken_record_does_not_keep_the_others_from_being_fixed() -> None:
    text = "title: A  a\n---\ntitle: [\n---\ntitle: B  b\n"
    assert fix("yaml", text.encode()).decode() == text.replace("  ", " ")
    text = "@book{a, title={A  a}}\n@book{b, title={\n@book{c, title={C  c}}\n"
    assert fix("bibtex", text.encode()).decode() == text.replace("  ", " ")


def test_a_format_that_is_not_fixed_in_place_says_so() -> None:
    refs = "RT Book, Whole\nT1 A\nED 2nd edition\n"
    found = fixed(refs.encode(), "refs", format_named("refworks"))
    assert found == (refs.encode(), [], True)
    clean = fixed(b"RT Book, Whole\nT1 A\n", "refs", format_named("refworks"))
    assert not clean.not_in_place


def test_formats_that_are_fixed() -> None:
    found = {name for name in FORMATS if format_named(name).in_place}
    assert found == {
        *("yaml", "csl-yaml", "csl-json", "jsonl", "bibtex", "biblatex"),
        *("ris", "enw", "nbib", "cff", "hayagriva"),
    }


DIRT = {
    "DOI": ["10.1234/a_b(c)", "10.1234/x"],
    "ISBN": ["97-83948-289829", "978-3-8376-6656-4; 3 83766656-5"],
    "page": ["12–34", "12 - 34, 40—50", "S. 12–14", "xii−xx"],
    "URL": ["www.example.org/a_b", "http//example.org?a=1&amp;b=2", "https:/example.org"],
    "title": ["A  title of &lt;i&gt;  a &#8211; kind", "It's  &quot;so&quot;: #1", "&amp; Sons"],
    "publisher": ["- A  &amp;amp; B", "@x  'y' \"z\""],
    "abstract": ["One.  Two.\nThree  four &auml;", "  x  y  "],
    "language": ["German", "en_US"],
    "edition": ["2nd edition", "dritte Auflage"],
}
TYPED = {"10.1234/": ["https://doi.org/10.1234/", "doi:10.1234/", "http://dx.doi.org/10.1234/"]}


@st.composite
def files(draw: st.DrawFn, name: str) -> bytes:
    """A file of two records with anything in them, much of it to be fixed."""
    several = []
    for number in range(2):
        record = draw(records())
        names = draw(st.sets(st.sampled_from(sorted(DIRT)), max_size=4))
        dirt = {field: draw(st.sampled_from(DIRT[field])) for field in sorted(names)}
        fields = {**record.fields, **dirt}
        several.append(record._replace(id=f"r{number}", fields=fields))
    text = file_of(name, *(several[:1] if format_named(name).single else several))[0]
    for bare, typed in TYPED.items():
        text = text.replace(bare, draw(st.sampled_from(typed)), draw(st.integers(0, 2)))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode("utf-8", "replace")


@pytest.mark.parametrize("name", IN_PLACE)
@settings(max_examples=40)
@given(data=st.data())
def test_a_second_time_nothing_is_fixed_and_records_stay_the_same(
    name: str, data: st.DataObject
) -> None:
    content = data.draw(files(name))
    found = fixed(content, "refs", format_named(name))
    assert fixed(found.data, "refs", format_named(name)) == (found.data, [], False)
    before, after = read_file(name, content), read_file(name, found.data)
    assert len(before) == len(after)
    assert all(problem.rule.fixable for problem in found.problems)
    if not found.problems:
        assert found.data == content
    names = {problem.fix.field.partition("/")[0] for problem in found.problems if problem.fix}
    for one, other in zip(before, after, strict=True):
        if isinstance(one, Problem) or isinstance(other, Problem):
            assert one[:2] == other[:2]
            continue
        assert (one.id, one.type, one.custom, one.stated_none) == (
            other.id, other.type, other.custom, other.stated_none,
        )  # fmt: skip
        assert one.fields.keys() == other.fields.keys()
        assert {name for name in one.fields if one.fields[name] != other.fields[name]} <= names
    left = {
        (problem.rule.name, problem.place, fix) for one in after for problem, fix in fixes_of(one)
    }
    assert not left & {(one.rule.name, one.place, one.fix) for one in found.problems}

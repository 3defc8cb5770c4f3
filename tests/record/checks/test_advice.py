"""Values that are not written as styles expect them are cited right, and told by `check`."""

from __future__ import annotations

import pytest

from reportcite.record.checks.advice import advice
from reportcite.record.checks.check import check
from reportcite.values.language import is_tag
from tests.formats.files import read_record
from tests.record.reading import one


@pytest.mark.parametrize(
    ("line", "rule", "cited"),
    [
        ("edition: first", "edition-number", "1"),
        ("edition: 2nd edition", "edition-number", "2"),
        ("edition: 2. Auflage", "edition-number", "2"),
        ("edition: zweite Aufl.", "edition-number", "2"),
        ("edition: 3rd ed.", "edition-number", "3"),
        ("language: German", "language-tag", "de"),
        ("language: Deutsch", "language-tag", "de"),
        ("language: en_US", "language-tag", "en-US"),
        ("language: ger", "", "de"),
        ("language: xx-YY-zz", "language-tag", "xx-YY-zz"),
        ("language: de, en", "language-tag", "de, en"),
    ],
)
def test_values_are_cited_as_styles_expect_them(line: str, rule: str, cited: str) -> None:
    record = one(line + "\n")
    [(name, typed)] = record.fields.items()
    assert typed == line.partition(": ")[2]
    assert record.item()[name] == cited
    found = [problem for problem in check(record) if not problem.rule.name.endswith("-field")]
    assert [problem.rule.name for problem in found] == [rule] * bool(rule)
    if rule and cited != typed:
        assert found[0].suggestion == f"write {cited}"


@pytest.mark.parametrize("line", ["edition: 2", "edition: revised", "edition: 2nd revised edition"])
def test_other_editions_stay(line: str) -> None:
    record = one(line + "\n")
    assert record.item()["edition"] == record.fields["edition"]
    assert not any(problem.rule.name == "edition-number" for problem in check(record))


@pytest.mark.parametrize(
    "tag", ["de", "de-DE", "zh-Hant-TW", "de-1996", "es-419", "de-x-a1", "sgn"]
)
def test_language_tags(tag: str) -> None:
    assert is_tag(tag)


def test_a_body_that_is_author_and_publisher_is_noticed_and_may_be_named_once() -> None:
    text = "title: A\nissued: 2024\nauthor: UNESCO\npublisher: UNESCO\n"
    [notice] = [p for p in check(one(text)) if p.severity == "notice"]
    assert notice.rule.name == "publisher-author"
    assert notice.suggestion == (
        "write “publisher: none” if this is for APA or MLA, which name it once"
    )
    record = one(text.replace("publisher: UNESCO", "publisher: none"))
    assert check(record, only_errors=True) == []
    assert "publisher" not in record.item()


def test_a_format_without_none_says_nothing_of_it() -> None:
    text = "@book{k, title={A}, year=2024, author={{UNESCO}}, publisher={UNESCO}}"
    [notice] = [p for p in check(read_record("bibtex", text)) if p.severity == "notice"]
    assert notice.suggestion.startswith("leave it out as the publisher if this is for APA or MLA")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("title: The Rise of Soil\nlanguage: en-GB\n", ["title-case"]),
        ("title: The rise\nsubtitle: A Study of Soil\nlanguage: en\n", ["title-case"]),
        ("title: The rise of soil\nlanguage: en\n", []),
        ("title: Soil Science\nlanguage: en\n", []),
        ("title: The Rise of Soil\nlanguage: de\n", []),
        ("title: The Rise of Soil\n", []),
    ],
)
def test_an_english_title_in_title_case_gets_advice(text: str, rules: list[str]) -> None:
    found = [problem for problem in check(one(text)) if problem.rule.name == "title-case"]
    assert [problem.rule.name for problem in found] == rules
    assert all("ise of soil" in str(p) or "study of soil" in str(p) for p in found)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("TI  - The Soil\n", False),  # one word may be a name
        ("TI  - The Rise of Wet Soil\n", True),
        ("TI  - The Rise of Wet Soil\nLA  - en\n", False),  # is told of each such title
        ("TI  - The Rise of Wet Soil\nLA  - de\n", False),
        ("TI  - The rise of wet soil\n", False),
        ("T2  - The Rise of Wet Soil\n", False),
    ],
)
def test_that_a_file_of_another_program_states_no_language_of_such_titles_is_told(
    lines: str, told: bool
) -> None:
    record = read_record("ris", f"TY  - RPRT\nAU  - Doe, Jane\n{lines}ER  - \n")
    found = [str(problem) for problem in check(record) if problem.rule.name == "title-language"]
    assert bool(found) is told
    assert all(one.startswith("refs:3:1: warning title-language: no language is") for one in found)
    own = one("title: The Rise of Wet Soil\n")
    assert "title-language" not in [problem.rule.name for problem in check(own)]


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Lage und Aussichten", "de"),  # MLA and Chicago would print “Lage Und Aussichten”
        ("Die Lage der Böden im Norden", "de"),
        ("La ville dans la forêt", "fr"),
        ("Historia de la ciudad y el campo", "es"),
        ("Het land", ""),
        ("Land voor water", "nl"),
        ("El arte de vivir", ""),  # too little to say
        ("Notes on “Sein und Zeit”", ""),  # an English word decides
        ("Die another day", ""),
    ],
)
def test_titles_that_english_title_case_would_spoil_are_told_of_where_no_language_is_stated(
    title: str, tag: str
) -> None:
    record = read_record("ris", f"TY  - RPRT\nAU  - Doe, Jane\nTI  - {title}\nER  - \n")
    found = [str(problem) for problem in check(record) if problem.rule.name == "title-language"]
    assert [one.endswith(f"such as {tag})") for one in found] == ([True] if tag else [])
    stated = read_record("ris", f"TY  - RPRT\nTI  - {title}\nLA  - de\nER  - \n")
    assert "title-language" not in [problem.rule.name for problem in check(stated)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('title: "A &amp; B"', ["title html-entity"]),
        ('title: "A  B"', ["title double-space"]),
        ('title: "A &amp;  B"', ["title html-entity", "title double-space"]),
        ('title: "A & B"', []),
        ('author: {family: "Ng &amp; Co", given: A}', ["author/1 html-entity"]),
        ('author:\n- Doe, J.\n- literal: "Ng  Co"', ["author/2 double-space"]),
        ("author: {family: Ng, given: A, comma-suffix: true}", []),
        ("title: On „trust", ["title quotation-mark"]),
        ("abstract: On „trust", ["abstract quotation-mark"]),
        ("note: On „trust", []),
        ("issued: 2024", []),
    ],
)
def test_what_programs_and_a_second_stroke_leave_in_a_text_is_found_where_it_stands(
    text: str, found: list[str]
) -> None:
    assert [f"{name} {problem.rule.name}" for name, problem in advice(one(text + "\n"))] == found


def test_only_who_comes_first_of_the_authors_is_named_twice() -> None:
    first = one("author: [UNESCO, 'Doe, J.']\npublisher: UNESCO\n")
    [(name, notice)] = advice(first)
    assert (name, notice.message) == ("publisher", "“UNESCO” is the author, too")
    assert not [*advice(one("author: ['Doe, J.', UNESCO]\npublisher: UNESCO\n"))]

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from reportcite.cli.known_rules import all_rules
from reportcite.record.checks.check import are_sound, check, found, is_sound
from reportcite.record.checks.duplicates import Seen, identities
from reportcite.shipped import records_folder
from tests.formats.files import read_record
from tests.record.assemble.test_frames import frames
from tests.record.piles import piles
from tests.record.reading import one, read, records

SAMPLE = (records_folder() / "chancen-statt-krise.yaml").read_text("utf-8")


def rules_of(text: str) -> list[str]:
    return [problem.rule.name for problem in check(one(text))]


def test_the_sample_record_is_clean() -> None:
    assert check(one(SAMPLE)) == []


def test_a_mistyped_check_digit_says_what_was_expected() -> None:
    [problem] = check(one(SAMPLE.replace("82-9", "82-8")))
    assert (problem.rule.name, problem.severity) == ("isbn-checksum", "error")
    assert "9 was expected" in problem.message
    assert "978-3-948289-82-9" in problem.suggestion
    assert problem.place.line == SAMPLE[: SAMPLE.index("ISBN")].count("\n") + 1


def test_a_missing_field_is_named() -> None:
    [problem] = check(one(SAMPLE.replace("publisher: DeZIM Institut\n", "")))
    assert problem.rule.name == "required-field"
    assert "publisher" in problem.message


def test_in_a_file_of_another_program_it_is_said_in_words_what_to_add() -> None:
    text = "TY  - JOUR\nAU  - Ng, B.\nTI  - Soil\nPY  - 2020\nER  - \n"
    [first, *_] = check(read_record("ris", text))
    assert first.suggestion == "add the title of the journal, book or proceedings it is in"
    [problem] = check(one(SAMPLE.replace("publisher: DeZIM Institut\n", "")))
    assert problem.suggestion.startswith("add “publisher:”")


def test_a_stated_absence_satisfies() -> None:
    text = "title: a\nauthor: none\nissued: n.d.\npublisher: b\n"
    assert "required-field" not in rules_of(text)
    assert "required-field" in rules_of(text.replace("author: none\n", ""))


def test_an_unreadable_value_is_not_called_missing_too() -> None:
    found = [p.rule.name for p in check(one("title: [[a]]\nauthor: b\nissued: 1\npublisher: c\n"))]
    assert found.count("wrong-shape") == 1
    assert "required-field" not in found


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ISBN: 978-3", "isbn-syntax"),
        ("ISBN: 97-83948289-829", "isbn-hyphens"),
        ("ISBN: 9786578425568", "isbn-range"),
        ("URL: www.dezim.de", "url-incomplete"),
        ("URL: https://a.de https://b.de", "url-list"),
        ("URL: <Go to ISI>://WOS:000123", "url-list"),
        ("URL: https:///x", "url-syntax"),
        ("URL: https://a.de/b c", "url-syntax"),
        ("URL: javascript:alert(1)", "url-scheme"),
        ("URL: 10.1234/x", "url-scheme"),
        ("URL: urn:nbn:de:1-2", "url-scheme"),
        ("DOI: 10.12/x", "doi-syntax"),
        ("DOI: https://doi.org/10.1234/x", "doi-prefix"),
        ("issued: 2024-02-30", "date-impossible"),
        ("subtitle: Chancen statt „Krise", "quotation-mark"),
        ('subtitle: Chancen "statt Krise', "quotation-mark"),
        ("subtitle: Chancen» statt", "quotation-mark"),
        ('publisher-place: "a\\e[31mb"', "control-character"),
        ("author: {family: '\x7f'}", "control-character"),
        ("type: webpage", "required-field"),
    ],
)
def test_each_rule_finds_what_it_is_for(line: str, rule: str) -> None:
    assert rule in rules_of(line + "\n")


@pytest.mark.parametrize(
    "line",
    [
        'subtitle: „a“ “b” «c» »d« ”e” ‹f› it’s 19" ‘g’',
        "subtitle: „a «b» c”",
        "URL: http://user@[::1]:80/ü?q#f",
        "DOI: 10.1000/182(x)<y>",
        "ISBN: 978-3-948289-82-9 9780306406157",
        "ISBN: 3948289824",
        "note: a „ b",
    ],
)
def test_sound_values_are_left_alone(line: str) -> None:
    assert set(rules_of(line + "\n")) <= {"required-field", "recommended-field"}


def test_only_errors_leaves_out_warnings_and_nothing_else() -> None:
    record = one("titel: a\nURL: x\nDOI: doi:10.1234/x\nISBN: 1\nsubtitle: „\n")
    errors = [p for p in check(record) if p.severity == "error"]
    assert check(record, only_errors=True) == errors


def test_every_finding_is_of_a_rule_and_says_how_to_mend() -> None:
    text = SAMPLE + "\nTITLE: x\nfoo: y\nDOI: z\naccessed: 1-2-3-4\ncomposer: 7\nvolume: [1]\n"
    for problem in check(one(text)) + check(one("type: x\nISBN: 9\nURL: z\nissued: 2024-99\n")):
        assert problem.rule.name in all_rules()
        assert problem.severity == all_rules()[problem.rule.name].severity
        assert problem.suggestion


def test_duplicates_in_one_pass() -> None:
    text = """
- {id: a, title: Über das Haus, issued: 2024, ISBN: 3948289824, DOI: 10.1234/X}
- {id: b, title: "Über das Haus!", issued: 2024-05, ISBN: 978-3-948289-82-9}
- {id: a, title: Uber das Haus, issued: 2023, DOI: "https://doi.org/10.1234/x"}
"""
    seen = Seen()
    found = [seen.problems(identities(r, thorough=True)) for r in records(read(text))]
    assert [[problem.rule.name for problem in one] for one in found] == [
        [],
        ["duplicate-isbn"],
        ["duplicate-id", "duplicate-doi"],
    ]
    assert "folder/file.yaml:2" in found[2][0].message
    few = Seen()
    assert [len(few.problems(identities(r))) for r in records(read(text))] == [0, 1, 1]


def test_no_expression_is_slow_on_long_text() -> None:
    long = 200_000
    for field in ("title", "URL", "DOI", "ISBN", "issued", "author"):
        for piece in ("a", "„", '"', "-", "1", " ", "10.", "9.9", "a.", "https://", "@", ";", ","):
            check(one(f"{field}: 'x{piece * (long // len(piece))}'\n"))


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("https://a.de/x https://b.de", "https://a.de/x"),
        ("https://a.de/x;https://b.de", "https://a.de/x"),
        ("https://a.de/x; http://b.de", "https://a.de/x"),
        ('"https://a.de/x\\nhttps://b.de"', "https://a.de/x"),
        ("www.who.int", "www.who.int"),
        ("https://a.de/x;y=1", "https://a.de/x;y=1"),
        ("<Go to ISI>://WOS:000123", None),
    ],
)
def test_a_url_as_databases_write_it_is_no_reason_to_leave_a_record_out(
    typed: str, cited: str | None
) -> None:
    record = one(f"type: webpage\ntitle: a\nURL: {typed}\n")
    assert check(record, only_errors=True) == []
    assert record.item().get("URL") == cited


def placed(text: str) -> list[tuple[str, int]]:
    """The rules of the errors of a record, with their lines."""
    problems = check(one(text), only_errors=True)
    return [(problem.rule.name, problem.place.line) for problem in problems]


def test_a_field_that_stands_there_is_missing_only_where_nothing_else_is_wrong_with_it() -> None:
    rest = "issued: 2024\npublisher: b\n"
    assert placed(f"title: a\nauthor:\n{rest}") == [("required-field", 2)]
    assert placed(f"title: a\nauthor:\n- {{a: 1}}\n{rest}") == [("wrong-shape", 3)]
    behind = f"title: a\nauthor:\n{rest}editor:\n- {{a: 1}}\n"
    assert placed(behind) == [("wrong-shape", 6), ("required-field", 2)]
    beside = "title: a\nauthor:\npublisher: [[b]]\nissued: 2024\n"
    assert placed(beside) == [("wrong-shape", 3), ("required-field", 2)]
    before = f"editor:\n- {{a: 1}}\ntitle: a\nauthor:\n{rest}"
    assert placed(before) == [("wrong-shape", 2), ("required-field", 4)]


def test_what_an_author_ignores_is_left_out_and_a_comment_that_ignores_nothing_is_named() -> None:
    text = SAMPLE.replace("82-9", "82-8  # reportcite: ignore[isbn]")
    record = one(text + "note: a  # reportcite: ignore[url]\n")
    assert [problem.rule.name for problem in check(record)] == ["unused-ignore"]
    assert check(record, only_errors=True) == []
    assert [problem.rule.name for problem in found(record)] == ["isbn-checksum"]
    doubtful = one(SAMPLE + "note: a  # reportcite: ignore[url]\npage: 9-8\n")
    assert [problem.rule.name for problem in found(doubtful)] == ["page-order"]


def test_a_dash_is_doubted_once_as_it_stands_in_the_file() -> None:
    text = "@article{a,\n title={A}, pages={%s}, journal={J}, year=2001, author={Ng, B.}\n}"
    for dash in ("---", " \N{EN DASH} "):
        problems = check(read_record("bibtex", text % f"12{dash}15"))
        [problem] = [one for one in problems if one.rule.name == "page-dash"]
        assert problem.fix and problem.fix.as_written
    [problem] = [one for one in check(one(SAMPLE + "page: 12--15\n")) if one.fix]
    assert (problem.rule.name, problem.place.line) == ("page-dash", SAMPLE.count("\n") + 1)


@pytest.mark.parametrize(
    ("line", "replaced", "sound"),
    [
        ("note: a", "", True),
        ("ISBN: 978-3-948289-82-8", "ISBN", False),
        ("note: a", "publisher", False),
        ('note: "a\\e[31mb"', "", False),
        ("URL: x", "URL", False),
        ('publisher: "a  b"', "publisher", True),
    ],
)
def test_a_record_is_sound_where_check_finds_no_error(
    line: str, replaced: str, sound: bool
) -> None:
    kept = [one for one in SAMPLE.splitlines() if not replaced or not one.startswith(replaced)]
    record = one("\n".join([*kept, line, ""]))
    assert is_sound(record) == sound == (not check(record, only_errors=True))


@given(piles())
def test_records_that_are_sound_together_are_sound_alone(pile: list[dict[str, Any]]) -> None:
    for frame in frames(pile):
        if are_sound(frame):
            assert all(map(is_sound, frame.records))


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ({}, True),
        ({"ISBN": "9783948289829"}, True),
        ({"ISBN": "978-3-948289-82-8"}, False),
        ({"URL": "https://example.org/"}, True),
        ({"URL": "example"}, False),
        ({"DOI": "10.1000/182"}, True),
        ({"DOI": "10.1/a b"}, False),
        ({"publisher": None}, False),
        ({"archive": "arXiv"}, False),  # which may be instead of a journal
    ],
)
def test_many_of_a_kind_are_seen_to_be_sound_at_once(change: dict[str, Any], sound: bool) -> None:
    report = {
        "type": "report", "title": "A", "author": [{"literal": "B"}], "publisher": "P",
        "issued": {"date-parts": [[2024]]}, **change,
    }  # fmt: skip
    kept = {name: value for name, value in report.items() if value is not None}
    [frame] = frames([{"id": f"r{number}", **kept} for number in range(20)])
    assert are_sound(frame) == sound

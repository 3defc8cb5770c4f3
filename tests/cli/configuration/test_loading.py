"""Settings are checked when they are read, and what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.configuration.loading import Loaded, load
from reportcite.errors import UsageError
from reportcite.path_patterns import PathPatterns


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests work in a folder of their own."""
    monkeypatch.chdir(tmp_path)


def loaded(text: str, name: str = "reportcite.toml", **variables: str) -> Loaded:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return load([name], {f"REPORTCITE_{key}": value for key, value in variables.items()})


def value(found: Loaded, name: str, command: str = "cite") -> object:
    one = found.value_of(name, command)
    return one.value if one else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("style = 'mla'", "style", "mla"),
        ("jobs = 0", "jobs", 0),
        ("links = false", "links", False),
        ("on-error = 'keep'", "on-error", "keep"),
        ("cite.style = 'mla'", "style", "mla"),
        ("verify.style = 'mla'", "style", None),
        ("[cite]\nformat = 'html'", "format", "html"),
    ],
)
def test_a_setting_holds_for_its_commands(text: str, name: str, expected: object) -> None:
    assert value(loaded(text), name) == expected


def test_paths_and_patterns_are_those_of_the_folder_of_the_file() -> None:
    text = "exclude = ['old/']\nstyle = 'house.csl'\n[add]\noutput-dir = 'lib'\n"
    found = loaded(text, "sub/reportcite.toml")
    assert value(found, "style") == "sub/house.csl"
    assert value(found, "output-dir", "add") == "sub/lib"
    assert value(found, "exclude") == PathPatterns(("old/",), str(Path.cwd() / "sub"))
    assert value(loaded("style = 'apa'", "sub/reportcite.toml"), "style") == "apa"


def test_the_table_of_a_command_comes_before_the_top() -> None:
    found = loaded("style = 'mla'\n[cite]\nstyle = 'apa'\n")
    assert (value(found, "style"), value(found, "style", "verify")) == ("apa", "mla")


def test_of_several_files_the_last_counts_and_then_variables() -> None:
    Path("own.toml").write_text("style = 'a'\nlocale = 'b'\njobs = 1\n[rules]\nisbn = 'off'\n")
    Path("ours.toml").write_text("style = 'c'\nlocale = 'd'\n[rules]\ndate = 'off'\n")
    found = load(["own.toml", "ours.toml"], {"REPORTCITE_STYLE": "e"})
    assert [value(found, name) for name in ("style", "locale", "jobs")] == ["e", "d", 1]
    assert {name: one.value for name, one in found.rules.items()} == {"isbn": "off", "date": "off"}


def test_what_is_set_has_a_place() -> None:
    found = loaded("\nstyle = 'mla'\n[rules]\nisbn = 'off'\n", LOCALE="de")
    style, locale = found.value_of("style", "cite"), found.value_of("locale", "cite")
    assert style and str(style.place) == "reportcite.toml:2"
    assert locale and str(locale.place) == "REPORTCITE_LOCALE"
    assert str(found.rules["isbn"].place) == "reportcite.toml:4"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stlye = 'a'", ":1: there is no setting called 'stlye' (did you mean 'style'?)"),
        ("\n[citee]", ":2: there is no setting called 'citee' (did you mean 'cite'?)"),
        ("[cite]\nstlye = 'a'", ":2: cite knows no setting called 'stlye' (did you mean 'style'?)"),
        ("[check]\nstyle = 'a'", ":2: check knows no setting called 'style'"),
        ("format = 'html'", ":1: format is set for one command (write it below [cite] or [check])"),
        ("style = 1", ":1: style wants the name of a style in quotation marks"),
        ("jobs = '1'", ":1: jobs wants a whole number"),
        ("jobs = true", ":1: jobs wants a whole number"),
        ("jobs = -1", ":1: jobs is at least 0"),
        ("max-record-size = 0", ":1: max-record-size is at least 1"),
        ("quiet = 1", ":1: quiet wants true or false"),
        ("exclude = 'a'", ":1: exclude wants a list of patterns"),
        ("exclude = [1]", ":1: exclude wants a list of patterns"),
        ("exclude = ['a', '!']", ":1: the pattern '!' means nothing (write it as in .gitignore)"),
        ("[[overrides]]\nfiles = '[z-a]'", ":1: the pattern '[z-a]' means nothing"),
        ("on-error = 'keeep'", ":1: on-error cannot be 'keeep' (did you mean 'keep'?)"),
        ("cite = 1", ":1: cite wants a table (write [cite])"),
        ("rules = 'off'", ":1: rules wants a table"),
        ("[rules]\nisbn = 'fatal'", ":2: the rule isbn wants a severity, or off"),
        ("[rules]\nignore = ['isbn']", ":2: there is no rule called ignore (write each rule below"),
        ("[check]\nignore = []", ":2: check knows no setting called 'ignore' (write each rule bel"),
        ("select = ['isbn']", ":1: there is no setting called 'select' (write each rule below"),
        ("[rules]\nisbn = 1", ":2: the rule isbn wants a severity, or off"),
        ("[overrides]\nfiles = 'a'", ":1: overrides wants a list of tables"),
        ("[[overrides]]\nfiels = 'a'", ":2: an override knows no 'fiels' (did you mean 'files'?)"),
        ("[[overrides]]\n[overrides.rules]\n", ":1: an override wants patterns of files"),
        ("[[overrides]]\nfiles = []", ":1: an override wants patterns of files"),
        ("[address]\ndnbs = 'https://a'", ":2: there is no source called 'dnbs' (did you mean"),
        ("[address]\ndnb = 'a.org'", ":2: the address of dnb begins with https://"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UsageError) as wrong:
        loaded(text)
    assert str(wrong.value).startswith(f"reportcite.toml{message}")


def test_rules_may_be_judged_otherwise_in_some_files() -> None:
    text = "[[overrides]]\nfiles = 'a'\nrules.isbn = 'off'\n[[overrides]]\nfiles = ['b', 'c']\n"
    found = loaded(text, "sub/reportcite.toml")
    (first, place), (second, _) = found.overrides
    assert first.files == PathPatterns(("a",), str(Path.cwd() / "sub"))
    assert (first.levels, place.line) == ({"isbn": "off"}, 1)
    assert (second.files.patterns, second.levels) == (("b", "c"), {})
    assert [(name, place.line) for name, place in found.named] == [("isbn", 3)]


def test_variables_are_called_like_settings() -> None:
    found = loaded(
        "style = 'a'",
        STYLE="b", VERIFY_STYLE="c", JOBS="3", QUIET="yes", LINKS="0", EXCLUDE="a:b",
        CITE_FORMAT="html", CONTACT="me@example.org", ADDRESS_OPEN_LIBRARY="http://localhost",
    )  # fmt: skip
    assert [value(found, name) for name in ("style", "jobs", "quiet", "links", "format")] == [
        *("b", 3, True, False, "html")
    ]
    assert value(found, "style", "verify") == "c"
    assert value(found, "exclude") == PathPatterns(("a", "b"), str(Path.cwd()))
    assert value(found, "contact", "add") == "me@example.org"
    assert found.addresses["open-library"].value == "http://localhost"
    assert found.unknown_variables == []


def test_an_empty_variable_says_nothing() -> None:
    assert value(loaded("style = 'a'", STYLE="", JOBS=""), "style") == "a"


def test_a_variable_that_sets_nothing_is_noted() -> None:
    found = loaded("", STLYE="a", CONFIG="", TRACEBACK="1", ADDRESS_DNB="", ADDRESS_X="https://a")
    assert found.unknown_variables == ["REPORTCITE_STLYE", "REPORTCITE_ADDRESS_X"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("JOBS", "9" * 5000, "REPORTCITE_JOBS: jobs wants a whole number"),
        ("JOBS", "two", "REPORTCITE_JOBS: jobs wants a whole number"),
        ("QUIET", "maybe", "REPORTCITE_QUIET: quiet wants true or false"),
        ("EXCLUDE", "a:!", "REPORTCITE_EXCLUDE: the pattern '!' means nothing"),
        ("SEVERITY", "bad", "REPORTCITE_SEVERITY: severity cannot be 'bad'"),
    ],
)
def test_a_wrong_variable_is_named(name: str, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        loaded("", **{name: text})

"""Which styles there are: listing, searching, short names, suggestions."""

from __future__ import annotations

import pytest
import yaml

from reportcite.csl.style.catalogue import aliases, by_id, find, nearest, search
from reportcite.errors import StyleError
from reportcite.shipped import styles_folder


def names(query: str) -> list[str]:
    return [style.name for style in search(query)]


def test_everything_is_listed_short_names_first() -> None:
    kinds = [style.kind for style in search()]

    assert kinds == sorted(kinds, key=["alias", "project", "independent", "dependent"].index)
    assert kinds.count("independent") > 2_800
    assert kinds.count("dependent") > 7_500


def test_a_style_is_found_by_words_of_its_id_or_title() -> None:
    assert names("library card") == ["library-card"]
    assert {"modern-language-association", "mla"} <= set(names("modern language"))
    assert "chicago-author-date-de" in names("Deutsch chicago")
    assert names("no such style anywhere") == []


def test_accents_and_case_do_not_matter() -> None:
    assert names("universitat wien") == names("Universität Wien") == names("WIEN universität")
    assert names("universitat wien")


def test_words_are_found_by_their_beginnings() -> None:
    titles = [f"{style.name} {style.title}" for style in search("DIN")]
    assert titles
    assert not any("proceedings" in title.lower() and "-din-" not in title for title in titles)
    assert names("ociologi")  # where no word begins so, it may stand inside one


def test_no_name_is_listed_twice() -> None:
    listed = names("")
    assert len(listed) == len(set(listed))
    assert next(style for style in search("chicago-notes")).id == "chicago-notes-bibliography"


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Chicago Manual of Style", "chicago"),
        ("Modern Language Association", "mla"),
    ],
)
def test_a_title_leads_to_the_name(title: str, meant: str) -> None:
    assert any(name.startswith(meant) for name in nearest(title))


def test_a_file_that_is_not_there_is_reported_as_such() -> None:
    with pytest.raises(StyleError) as raised:
        find("nope.csl")
    assert str(raised.value).startswith("nope.csl: there is no such style file")
    assert find("apa.csl") == find("apa")


def test_a_title_reads_as_its_authors_wrote_it() -> None:
    titles = {style.name: style.title for style in search("Focaal")}

    assert titles["focaal-journal-of-global-and-historical-anthropology"] == (
        "Focaal—Journal of Global and Historical Anthropology"
    )


@pytest.mark.parametrize("alias", aliases())
def test_a_short_name_stands_for_a_style_that_exists(alias: str) -> None:
    assert find(alias) == by_id(aliases()[alias])


def test_a_short_name_hides_no_other_style_by_accident() -> None:
    hiding = {alias for alias, name in aliases().items() if alias != name and by_id(alias)}

    assert hiding == {"chicago-notes"}


def test_the_file_of_short_names_is_plain_yaml() -> None:
    text = (styles_folder() / "aliases.yaml").read_text(encoding="utf-8")

    assert aliases() == yaml.safe_load(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chigaco", "chicago"), ("harvrd", "harvard"), ("vancuver", "vancouver"), ("APAA", "apa")],
)
def test_the_nearest_name_comes_first(typed: str, meant: str) -> None:
    assert nearest(typed)[0] == meant


def test_the_beginning_of_a_name_is_enough_for_a_suggestion() -> None:
    assert "springer-basic-note" in nearest("springer-basic-n")


def test_nothing_near_is_no_suggestion() -> None:
    assert nearest("xqzxqzxqz") == []
    assert nearest("") == []


@pytest.mark.parametrize("name", ["../apa", "dependent/acs-nano", "", "a" * 5000, "a\0b", "."])
def test_an_id_never_leaves_the_folders_of_styles(name: str) -> None:
    assert by_id(name) is None

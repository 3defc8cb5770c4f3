"""Styles found by what people type."""

from __future__ import annotations

import pytest

from reportcite.csl.style.catalogue import by_id
from reportcite.csl.style.finding import did_you_mean, find, meant, nearest, search
from reportcite.errors import StyleError


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
    ("name", "hint"),
    [
        ("mla8", "mla is “MLA Handbook 9th edition (in-text citations)”; "),
        ("APA 5", "apa is “APA Style 7th edition”, apa6 is an earlier one; "),
        ("chicago-15", "18th edition (author-date)”, chicago16 and chicago17 are earlier; "),
    ],
)
def test_of_an_edition_that_there_is_no_style_of_the_others_are_named(name: str, hint: str) -> None:
    assert hint in did_you_mean(name)
    assert "did you mean" in did_you_mean("apaa")


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


@pytest.mark.parametrize(
    ("typed", "style"),
    [
        ("apa7", "apa"),
        ("APA6", "apa-6th-edition"),
        ("chicago17", "chicago-author-date-17th-edition"),
        ("chicago18", "chicago-author-date"),
        ("dgps", "deutsche-gesellschaft-fur-psychologie"),
        ("din", "din-1505-2"),
        ("DIN 1505-2", "din-1505-2"),
        ("Nature Chemistry", "nature-chemistry"),
        ("deutsches Ärzteblatt", "deutsches-arzteblatt"),
        ("1755-4330", "nature-chemistry"),
        ("17554349", "nature-chemistry"),
        ("Die Zeitschrift: nature chemistry", None),
        ("American Political Science Association", "american-political-science-association"),
        ("APA 7. Auflage", "apa"),
        ("APA (6th edition)", "apa-6th-edition"),
        ("APA style", "apa"),
        ("Chicago 17 notes", "chicago-notes-bibliography-17th-edition"),
        ("Chicago, 17. Aufl., Fußnoten", "chicago-notes-bibliography-17th-edition"),
        ("MLA 9. Auflage", "modern-language-association"),
        ("AMA 10th ed.", "american-medical-association-10th-edition"),
        ("DIN ISO 690", "iso690-author-date-de"),
        ("Amerikanische Zitierweise", "harvard-cite-them-right"),
        ("APA 8. Auflage", None),
        ("Springer", None),
        ("style", None),
    ],
)
def test_what_people_type_is_the_style_they_mean(typed: str, style: str | None) -> None:
    if style is None:
        with pytest.raises(StyleError):
            find(typed)
    else:
        assert find(typed) == by_id(style)


def test_a_title_of_several_styles_is_none(typed: str = "harvard university") -> None:
    assert len(search(typed)) > 1
    assert meant(typed) is None


def test_the_nearest_of_a_kind_comes_first() -> None:
    found = names("nature")
    assert found[0] == "nature"
    assert found.index("nature-chemistry") < found.index("nature-reviews-molecular-cell-biology")


def test_an_issn_finds_the_style_of_the_journal() -> None:
    assert names("1755-4330") == ["nature-chemistry"]
    assert names("0000-0000") == []


def test_a_title_with_a_slip_suggests_the_style() -> None:
    assert "nature-chemistry" in nearest("Natur Chemistri")
    assert did_you_mean("Natur Chemistri").startswith("did you mean ")
    assert did_you_mean("xqzxqz") == "`reportcite styles` lists the styles"


@pytest.mark.parametrize(
    ("typed", "name"), [("APA 7", "apa7"), ("MLA 9", "mla9"), ("Chicago-16", "chicago16")]
)
def test_a_short_name_may_be_written_with_a_space(typed: str, name: str) -> None:
    assert find(typed) == find(name)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("APA 7. Auflage", "apa7"),
        ("apa style, 6th edition", "apa6"),
        ("Chicago Fußnoten", "chicago-notes"),
        ("Jura", "juristische-schulung"),
        ("Universitaet Wien", "technische-universitat-wien"),
        ("Amerikanische Zitierweise", "harvard"),
        ("„Harvard“", "harvard"),
    ],
)
def test_styles_are_found_in_the_words_of_their_users(typed: str, first: str) -> None:
    assert names(typed)[0] == first


def test_german_footnotes_are_found_by_what_they_are_called_there() -> None:
    found = search("Deutsche Zitierweise")
    assert found
    assert all("note" in style.title and "Deutsch" in style.title for style in found)
    assert found == search("deutsche Zitierweise")


def test_an_edition_is_a_number_not_the_beginning_of_one() -> None:
    assert "chicago17" in names("chicago 17. auflage")
    assert "chicago17" not in names("chicago 1. auflage")


def test_words_as_typed_count_before_what_they_stand_for() -> None:
    assert all("deutsche" in style.id or "Deutsche" in style.title for style in search("deutsche"))


def test_of_a_publisher_the_styles_of_most_journals_come_first() -> None:
    assert set(nearest("Springer")) <= {*names("Springer")[:3]}
    assert "springer-basic-author-date" in nearest("Springer")
    assert names("elsevier")[:3] == [
        "elsevier-harvard",
        "elsevier-vancouver",
        "elsevier-with-titles",
    ]


def test_a_short_name_comes_first_only_where_the_words_are_its_own() -> None:
    assert names("science")[0] == "science"
    found = names("lecture notes in computer science")
    assert "lncs" in found
    assert names("Springer").index("lncs") > names("Springer").index("springer-basic-author-date")


def test_a_style_in_a_language_is_the_style_and_the_language() -> None:
    assert did_you_mean("APA 7 deutsch").startswith("write --style apa7 --locale de-DE; ")
    assert did_you_mean("french vancouver").startswith("write --style vancouver --locale fr-FR; ")

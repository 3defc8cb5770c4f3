"""Which styles there are: their names, titles and short names."""

from __future__ import annotations

import pytest
import yaml

from reportcite.csl.style.catalogue import (
    Description,
    aliases,
    by_id,
    every_style,
    folded,
    is_dependent,
    slug,
)
from reportcite.csl.style.finding import find, search
from reportcite.shipped import styles_folder


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


@pytest.mark.parametrize("name", ["../apa", "dependent/acs-nano", "", "a" * 5000, "a\0b", "."])
def test_an_id_never_leaves_the_folders_of_styles(name: str) -> None:
    assert by_id(name) is None


def test_a_style_tells_of_its_journal_and_its_parent() -> None:
    [chemistry] = [style for style in every_style() if style.name == "nature-chemistry"]
    issns = ("1755-4330", "1755-4349")
    assert chemistry.description == Description("Nature Chemistry", "", issns, "nature")
    style, parent = by_id("nature-chemistry"), by_id("nature")
    assert style is not None and is_dependent(style)
    assert parent is not None and not is_dependent(parent)


def test_a_style_may_have_a_short_title() -> None:
    [apa] = [one for one in every_style() if one.name == "apa" and one.kind != "alias"]
    assert apa.description.short_title.startswith("Publication Manual of the American")
    assert apa.description.parent == ""


def test_text_is_compared_without_case_and_accents() -> None:
    assert folded("Führer ÉTÉ") == "fuhrer ete"
    assert slug(" Zeitschrift für X & Y! ") == "zeitschrift-fur-x-y"

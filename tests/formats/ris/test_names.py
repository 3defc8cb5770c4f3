"""Names behind the tags of RIS, and what is said of those that are read in another way."""

from __future__ import annotations

import pytest

from reportcite.formats.ris.names import BARS, person_line, write_name
from reportcite.values.names.inverted import COMMA, read_name, read_names
from reportcite.values.shapes import Contributor

COMMA_IN_NAME = "a comma in a corporate name is read as parting family and given name"
ONE_PART = "a name of one part is read as an organization's"
SUFFIX = "the comma before the suffix and a fixed order of the parts are not kept"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ({"family": "Ng", "given": "Ann"}, "Ng, Ann"),
        ({"family": "Ng", "given": "Ann", "suffix": "Jr."}, "Ng, Ann, Jr."),
        ({"literal": "World Bank"}, "World Bank,"),
    ],
)
def test_names_that_come_back(name: Contributor, text: str) -> None:
    assert write_name(name) == (text, "")


@pytest.mark.parametrize(
    ("name", "altered"),
    [
        ({"literal": "Foo, Bar"}, COMMA_IN_NAME),
        ({"literal": "Foo,"}, COMMA_IN_NAME),
        ({"family": "Ng", "given": "Ann", "suffix": "Jr.", "comma-suffix": True}, SUFFIX),
        ({"family": "Ng", "given": "Ann", "static-ordering": True}, SUFFIX),
        ({"family": "Plato"}, ONE_PART),
        ({"literal": " "}, "a name without any letters is left out"),
        ({"literal": ","}, "a name without any letters is left out"),
        (
            {"family": "Ng, Roe", "given": "Ann"},
            "the parts of a name are read in another way than they are recorded",
        ),
    ],
)
def test_names_that_do_not_come_back(name: Contributor, altered: str) -> None:
    assert write_name(name)[1] == altered


def test_behind_a_label_bars_part_the_name_and_commas_are_kept() -> None:
    assert write_name({"family": "Ng, Roe", "given": "Ann"}, BARS) == ("Ng, Roe || Ann", "")
    assert write_name({"literal": "Foo, Bar"}, BARS) == ("Foo, Bar", "")
    assert write_name({"literal": "Foo || Bar"}, BARS)[1] == COMMA_IN_NAME


def test_of_the_delimiter_alone_no_name_is_written() -> None:
    assert write_name({"family": ","})[0] == ""
    assert write_name({"literal": ",,"})[0] == ""
    assert write_name({"family": "||"}, BARS)[0] == ""
    assert write_name({"literal": "et al."}, BARS)[0] == ""  # which says that the list goes on


@pytest.mark.parametrize("separator", [COMMA, BARS])
@pytest.mark.parametrize(
    "name",
    [
        {"family": "A", "given": "B", "suffix": ","},
        {"given": ",and,\u00a0", "suffix": "de "},
        {"given": ",", "suffix": "others", "dropping-particle": ",(Jr.$"},
        {"literal": "||A."},
    ],
)
def test_a_name_is_written_as_it_will_be_once_it_was_read(
    name: Contributor, separator: str
) -> None:
    text, _ = write_name(name, separator)
    [back] = read_names(text).names if separator == COMMA else [read_name(text, separator)]
    assert write_name(back, separator) == (text, "")


def test_a_name_is_one_line() -> None:
    assert write_name({"literal": "World\nBank"})[0] == "World Bank,"


def test_a_person_is_written_as_any_name_of_these_parts() -> None:
    assert person_line("AU", "Ng", "Ann") == ("AU  - Ng, Ann\r\n", "")

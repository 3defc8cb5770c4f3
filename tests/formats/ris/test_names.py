"""Names behind the tags of RIS, and what becomes of those it cannot write."""

from __future__ import annotations

import pytest

from reportcite.formats.ris.names import BARS, write_name, write_person
from reportcite.values.names.inverted import COMMA
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("name", "separator", "text", "altered"),
    [
        ({"family": "Miller", "given": "Ann"}, COMMA, "Miller, Ann", ""),
        ({"family": "Miller", "given": "Ann"}, BARS, "Miller || Ann", ""),
        ({"literal": "World Bank"}, COMMA, "World Bank", ""),
        ({"literal": "A, B"}, COMMA, "A, B", "a comma in a corporate name"),
        ({"literal": "A, B"}, BARS, "A, B", ""),
        ({"family": "Plato"}, COMMA, "Plato", "a name of one part"),
        ({"family": "A", "given": "B", "suffix": "Jr", "comma-suffix": "yes"}, COMMA, "A, B, Jr",
         "the comma before the suffix"),
        ({"literal": "\n"}, COMMA, "", "a name without any letters is left out"),
    ],
)  # fmt: skip
def test_a_name_and_what_is_altered(
    name: Contributor, separator: str, text: str, altered: str
) -> None:
    written, how = write_name(name, separator)
    assert written == text
    assert how.startswith(altered) and bool(how) is bool(altered)


def test_a_person_of_two_parts() -> None:
    assert write_person("Miller", "Ann") == ("Miller, Ann", "")

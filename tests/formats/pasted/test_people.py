"""Names at the head of a reference."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.people import are_inverted, is_head, names_in, without_role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Beck, U.", ["Beck, U."]),
        ("Kalt, A., & Roe, T. B.", ["Kalt, A.", "Roe, T. B."]),
        ("Smith, J.-P., . . . King, M. L., Jr.", ["Smith, J.-P.", "King, M. L., Jr."]),
        ("Kalt, A., & Roe, T. B., Jr", ["Kalt, A.", "Roe, T. B., Jr"]),
        ("Roe, T., III & Li, I.", ["Roe, T., III", "Li, I."]),
        ("Roe, Tim, Jr., and Al Ito", ["Roe, Tim, Jr.", "Al Ito"]),
        ("Kalt, Anna, and Tim B. Roe", ["Kalt, Anna", "Tim B. Roe"]),
        ("Kalt, Anna ; van der Berg, Lotte", ["Kalt, Anna", "van der Berg, Lotte"]),
        ("Beck, Ulrich, et al.", ["Beck, Ulrich", "et al."]),
        ("Beck, U. u. a.", ["Beck, U.", "et al."]),
        ("OECD", ["{OECD}"]),
        ("Bundesamt für Migration und Flüchtlinge", ["{Bundesamt für Migration und Flüchtlinge}"]),
        ("WORLD HEALTH ORGANIZATION", ["{World Health Organization}"]),
        (
            "KALT, Anna und Tim B. ROE",
            [{"family": "Kalt", "given": "Anna"}, {"family": "Roe", "given": "Tim B."}],
        ),
    ],
)
def test_names_are_taken_apart(text: str, names: list[object]) -> None:
    assert names_in(text) == names


def test_names_within_a_reference_are_as_they_are_spoken() -> None:
    assert names_in("A. Poe & J. Meyer-Lund", inverted=False) == ["A. Poe", "J. Meyer-Lund"]
    assert names_in("Ann Poe, Tim Roe, and Al Doe", inverted=False) == [
        *("Ann Poe", "Tim Roe", "Al Doe")
    ]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Beck, U.", True),
        ("King, Martin L., Jr., et al.", True),
        ("Beck, Ulrich. Risk", False),
        ("Beck, Ulrich: Risk", False),
        ("A “word” of it", False),
        ("Zeitschrift 1998", False),
        ("x" * 1501, False),
    ],
)
def test_a_head_is_no_sentence(text: str, head: bool) -> None:
    assert is_head(text) is head


@pytest.mark.parametrize(
    "mark", [" (Eds.)", ", eds.", " (Hrsg.)", " (Hg.)", ", ed.", ", editors", " (ed.)."]
)
def test_marks_of_editors_are_taken_off(mark: str) -> None:
    assert without_role(f"Poe, A.{mark}") == ("Poe, A.", True)
    assert without_role("Reeds, A.") == ("Reeds, A.", False)


def test_a_slash_parts_names_that_are_all_inverted() -> None:
    assert names_in("Beck, Ulrich/Beck-Gernsheim, Elisabeth / Roe, T.") == [
        *("Beck, Ulrich", "Beck-Gernsheim, Elisabeth", "Roe, T.")
    ]
    assert names_in("AC/DC") == ["{AC/DC}"]


@pytest.mark.parametrize(
    ("names", "inverted"),
    [
        ("Schmidt, Anna", True),
        ("Schmidt, Anna; Meier, Bernd", True),
        ("Schmidt, Anna K.", True),
        ("Anna Schmidt, Bernd Meier", False),
        ("Anna Schmidt", False),
        ("Schmidt, and Meier", False),
        ("A. Schmidt, B. Meier", False),
    ],
)
def test_names_within_a_reference_may_be_inverted(names: str, inverted: bool) -> None:
    assert are_inverted(names) == inverted

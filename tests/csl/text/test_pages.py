"""Page ranges in the forms that styles ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.text.pages import format_range
from reportcite.values.pages import DASHES

MODES = ["expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"]


@pytest.mark.parametrize(
    ("page", "mode", "printed"),
    [
        ("42-5", "expanded", "42–45"),
        ("321-328", "expanded", "321–328"),
        ("2787-816", "expanded", "2787–2816"),
        ("42-45", "minimal", "42–5"),
        ("2787-2816", "minimal", "2787–816"),
        ("7-13", "minimal", "7–13"),
        ("1103-1104", "minimal-two", "1103–04"),
        ("7-8", "minimal-two", "7–8"),
        ("71-72", "chicago", "71–72"),
        ("100-4", "chicago", "100–104"),
        ("1002-1006", "chicago", "1002–6"),
        ("321-325", "chicago", "321–25"),
        ("1496-504", "chicago", "1496–1504"),
        ("1496-1504", "chicago-15", "1496–1504"),
        ("1496-1504", "chicago-16", "1496–504"),
        ("11564-11615", "chicago-16", "11564–615"),
        ("12-12", "minimal", "12–2"),
        ("109-9", "expanded", "109–9"),
        ("123-22", "chicago", "123–22"),
        ("3:16-18", "minimal", "3:16-18"),
        ("2:1-2:20", "minimal", "2:1–2:20"),
        ("2:1--2:20", "chicago", "2:1–2:20"),
        ("1:2:3-1:2:4", "minimal", "1:2:3-1:2:4"),
    ],
)
def test_a_range_takes_the_form_of_its_mode(page: str, mode: str, printed: str) -> None:
    assert format_range(page, mode, "–") == printed


@pytest.mark.parametrize("dash", DASHES)
def test_any_dash_makes_a_range(dash: str) -> None:
    assert format_range(f"12{dash}34", None, "–") == "12–34"
    assert format_range(f"112{dash}134", "minimal", "–") == "112–34"
    assert format_range(f"2010{dash}05{dash}03", None, "–") == f"2010{dash}05{dash}03"


@pytest.mark.parametrize(
    ("page", "mode", "printed"),
    [
        ("N110 - N5", "expanded", "N110–N115"),
        ("n11564 - n1568", "minimal", "n11564–8"),
        ("8n11564-8n1568", "chicago", "8n11564–68"),
        ("N110 - P5", "expanded", "N110-P5"),
        ("110 - N6", "expanded", "110-N6"),
        ("n11564-1568", "chicago", "n11564-1568"),
    ],
)
def test_numbers_make_a_range_only_behind_the_same_prefix(
    page: str, mode: str, printed: str
) -> None:
    assert format_range(page, mode, "–") == printed


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        ("12", "12"),
        ("110-5", "110–5"),
        ("100 - 103", "100–103"),
        ("505–511", "505–511"),
        ("xxv-xxviii", "xxv–xxviii"),
        ("12a-12c", "12a–12c"),
        ("142-145, 150-158 & 235", "142–145, 150–158 & 235"),
        ("pp. 12-15", "pp. 12–15"),
    ],
)
def test_without_a_mode_only_the_hyphen_changes(page: str, printed: str) -> None:
    assert format_range(page, None, "–") == printed


@pytest.mark.parametrize(
    "page", ["2010-05-03", "1-2-3", "2.3-2.5", "Michaelson-Morely", "https://a.org/10-12", "12-"]
)
def test_what_is_no_range_keeps_its_hyphens(page: str) -> None:
    assert format_range(page, "chicago", "–") == page


def test_an_escaped_hyphen_stays_a_hyphen() -> None:
    assert format_range("327\\-30", "expanded", "–") == "327-30"


def test_the_locale_chooses_the_delimiter() -> None:
    assert format_range("253-257", "chicago", "\u2011") == "253\u201157"


@given(st.integers(1, 99999), st.integers(1, 99999), st.sampled_from(MODES))
def test_a_collapsed_range_expands_to_what_it_was(first: int, more: int, mode: str) -> None:
    page = f"{first}-{first + more}"
    collapsed = format_range(page, mode, "-")
    assert format_range(collapsed, "expanded", "-") == page


@given(st.text(), st.sampled_from([None, *MODES]))
def test_any_text_is_a_page(page: str, mode: str | None) -> None:
    assert isinstance(format_range(page, mode, "–"), str)


@pytest.mark.parametrize("mode", MODES)
def test_a_range_of_very_long_numbers_is_printed_as_typed(mode: str) -> None:
    first, last = "1" * 5000, "1" * 4999 + "2"

    assert format_range(f"{first}-{last}", mode, "–") == f"{first}–{last}"
    assert format_range(f"{first}-2", mode, "–") == f"{first}–2"

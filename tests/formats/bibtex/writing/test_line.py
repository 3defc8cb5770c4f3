"""A field and its value stand on a line of their own."""

from reportcite.formats.bibtex.writing.line import line


def test_a_value_stands_in_braces_and_a_comma_ends_it() -> None:
    assert line("title", "{A}") == "  title = {{A}},\n"

"""How a field stands in an entry."""


def line(field: str, latex: str) -> str:
    """A field and its value on a line.

    >>> line("year", "2024")
    '  year = {2024},\\n'
    """
    return f"  {field} = {{{latex}}},\n"

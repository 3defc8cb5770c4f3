"""The clipboard of macOS."""

from __future__ import annotations

import re

from reportcite.cli.clipboard.macos import script


def test_both_kinds_are_bytes_of_which_nothing_is_read_as_a_script() -> None:
    made = script("<p>Öz</p>", 'a" & do shell script "x')
    assert "shell" not in made
    html, text = (bytes.fromhex(one) for one in re.findall("«data .{4}([0-9A-F]*)»", made))
    assert html.decode() == "<p>Öz</p>"
    assert text.decode() == 'a" & do shell script "x'

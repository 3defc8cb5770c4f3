"""The clipboard of Windows: HTML with the places of its parts, which programs there go by."""

from __future__ import annotations

import re
from base64 import b64decode

from reportcite.cli.clipboard.windows import clipboard_html, script

PAGE = "<html><head></head><body><p>Öz</p></body></html>"


def test_the_places_are_those_of_bytes() -> None:
    data = clipboard_html(PAGE).encode()
    places = {name.decode(): int(number) for name, number in re.findall(rb"(\w+):(\d+)\r\n", data)}
    fragment = data[places["StartFragment"] : places["EndFragment"]]
    assert fragment.decode() == "<p>Öz</p>"
    whole = data[places["StartHTML"] : places["EndHTML"]].decode()
    assert whole.startswith("<html>")
    assert whole.endswith("</html>")
    assert places["EndHTML"] == len(data)


def test_nothing_of_the_text_is_read_as_a_script() -> None:
    text = "'; Remove-Item x; \"$(y)`"
    made = script(PAGE, text)
    assert "Remove-Item" not in made
    encoded = re.findall(r"FromBase64String\('([^']+)'\)", made)
    assert b64decode(encoded[0]).startswith(b"Version:0.9\r\n")
    assert b64decode(encoded[1]).decode() == text

"""Whatever bytes a reader or the style loader gets: no exception, and an end within bounds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import MADE, READABLE, TARGETS, load_made_style, load_style, read

NASTY = [
    b"",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe{\0",
    b"---\n" * 50,
    b"[" * 20_000,
    b"{" * 20_000,
    b"a: &a [*a, *a]\n",
    b"@a{" * 5_000,
    b"TY  - RPRT\r" * 500,
    b"\x1b]0;title\x07\x9b31m",
    b'{"a": "\\ud800"}\n',
    b"<a>" * 5_000,
    b"\\" * 20_000,
    b"$" * 20_000,
    b"a:" * 20_000,
    b" " * 20_000 + b"x",
    b"\x85\xe2\x80\xa8\r\n\r" * 99,
]


@pytest.mark.parametrize("name", READABLE)
@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=400))
def test_a_reader_takes_any_bytes(name: str, data: bytes) -> None:
    read(name, data)


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("data", NASTY, ids=range(len(NASTY)))
def test_a_reader_takes_nasty_bytes(name: str, data: bytes) -> None:
    read(name, data)
    read(name, data + b"\n" + data)


@pytest.mark.parametrize("name", [name for name in TARGETS if name in READABLE])
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_reader_takes_damaged_files(name: str, data: st.DataObject) -> None:
    target = TARGETS[name]()
    text = data.draw(st.sampled_from(target.seeds))
    at = data.draw(st.integers(0, len(text)))
    word = data.draw(st.sampled_from(target.words) | st.text(max_size=4)).encode()
    gone = data.draw(st.integers(0, 30))
    target.run(text[:at] + word + text[at + gone :])


@pytest.mark.parametrize("name", MADE)
@settings(deadline=None, max_examples=60)
@given(data=st.binary(min_size=1, max_size=300))
def test_files_of_any_fields_in_any_order_are_read(name: str, data: bytes) -> None:
    TARGETS[f"made-{name}"]().run(data)


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=200))
@example(b"<style/>")
def test_the_style_loader_takes_any_bytes(data: bytes) -> None:
    load_style(data)


@settings(deadline=None, max_examples=300)
@given(data=st.binary(max_size=300))
def test_styles_of_any_elements_in_any_order_are_used_or_refused(data: bytes) -> None:
    load_made_style(data)

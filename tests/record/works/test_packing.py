"""Plain values go through bytes, and nothing else is made of any bytes."""

from __future__ import annotations

import pytest

from reportcite.errors import InputError
from reportcite.record.works.packing import packed, unpacked


@pytest.mark.parametrize("value", [["a", 1, None, {"b": [True]}], "\ud800", 10**30, {"": -1.5}])
def test_what_is_packed_comes_back(value: object) -> None:
    assert unpacked(packed(value)) == value


def test_plain_values_are_packed_shortly() -> None:
    assert packed(("ä", 1)) == '["ä",1]'.encode()


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[", b"[" * 100_000, b" " + b"1" * 5000, b"cos\nsystem"]
)
def test_any_other_bytes_are_named(data: bytes) -> None:
    with pytest.raises(InputError, match="a file of this run is damaged"):
        unpacked(data)

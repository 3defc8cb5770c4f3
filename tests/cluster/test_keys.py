"""Keys are unique over all parts, and stand where their placeholders did."""

from __future__ import annotations

from io import BytesIO

import pytest

from reportcite.cluster import keys


def test_a_placeholder_that_a_block_cuts_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"PHPH{PH}-PPH"
    for size in range(1, 14):
        monkeypatch.setattr(keys, "_BLOCK", size)
        filled = b"".join(keys._filled(BytesIO(text), b"PH", "abcd"))
        assert filled == b"ab{c}-Pd"
        for keys_of_another in ("abc", "abcde"):
            with pytest.raises(ValueError):
                [*keys._filled(BytesIO(text), b"PH", keys_of_another)]

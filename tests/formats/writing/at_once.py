"""Writes many records at once and one by one."""

from __future__ import annotations

from typing import Any

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.keys import key_maker, keys_maker
from reportcite.record.assemble.frames import assemble_frames
from tests.record.assemble.test_frames import count_strings


def written_alike(target: Format, pile: list[dict[str, Any]]) -> None:
    """Fails where an entry, or its key, is another when it is made with others."""
    assert target.write_frame is not None
    assert target.write is not None
    places = [Place("a.jsonl")] * len(pile)
    for frame in assemble_frames(pile, [*map(count_strings, pile)], places):
        entries = [target.write(Fields(record), "key") for record in frame.records]
        assert target.write_frame(frame, "key") == entries
        assert keys_maker()(frame) == [*map(key_maker(), frame.records)]

"""What is too much for memory goes to files, and comes back as it was."""

from __future__ import annotations

import tempfile

import pytest

from reportcite.batch.grouping.scratch import BUCKETS, Buckets, Spool
from reportcite.errors import OutputError


def test_rows_are_found_again_by_their_numbers_while_others_are_added() -> None:
    spool = Spool()
    rows = [[bytes([number % 256]) * number, b"", b"x"] for number in range(700)]
    for number, row in enumerate(rows):
        spool.add(*row)
        assert spool.row(number // 2) == rows[number // 2]
    assert len(spool) == 700
    assert [spool.row(number) for number in range(700)] == rows
    spool.close()


def test_numbers_are_read_bucket_by_bucket_in_the_order_of_adding() -> None:
    buckets = Buckets("<QI")
    for number in range(20_000):
        buckets.add(number % 3, number << 32, number)
    for bucket in range(3):
        assert [*buckets.rows(bucket)] == [(n << 32, n) for n in range(bucket, 20_000, 3)]
    assert [*buckets.rows(BUCKETS - 1)] == []
    buckets.close()


def test_a_folder_without_room_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(OutputError) as raised:
        Spool()
    assert "No space left on device" in str(raised.value) and "TMPDIR" in str(raised.value)

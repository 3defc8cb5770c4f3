"""Very many keywords are written as few are, without a tree of them all."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from reportcite.formats.loss import Fields
from reportcite.formats.mods import subjects
from reportcite.formats.mods.write import write
from tests.formats.files import a_report

WORDS = ("Arbeit & Lohn", "a <b> c", "Ämter", "x", "a", "x", " y", "Arbeit & Lohn")


@pytest.mark.parametrize("count", range(12))
def test_very_many_keywords_are_written_as_few_are(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    fields = Fields(a_report(keyword=", ".join(islice(cycle(WORDS), count))))
    few = write(fields, "")
    monkeypatch.setattr(subjects, "_AT_ONCE", 3)
    again = Fields(fields.record)
    assert write(again, "") == few
    assert again.losses() == fields.losses()
    assert few.count("<topic>") == count


def test_no_tree_holds_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def counting(root: object, words: list[str]) -> subjects.Subjects:
        put = unpatched(root, words)  # type: ignore[arg-type]
        sizes.append(len(put.elements))
        return put

    unpatched = subjects.put_keywords
    monkeypatch.setattr(subjects, "put_keywords", counting)
    monkeypatch.setattr(subjects, "_AT_ONCE", 3)
    write(Fields(a_report(keyword=", ".join(f"k{number}" for number in range(10)))), "")
    assert max(sizes) == 3 and sum(sizes) == 2 * 10

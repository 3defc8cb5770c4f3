"""Chunks become entries of a format; their keys are put in by whoever sees all records."""

from __future__ import annotations

import json
import pickle
from io import BytesIO
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.batch.chunks import Chunk, Segment
from reportcite.batch.work.export import (
    Exported,
    ExportSettings,
    _Entries,
    export_chunk,
    with_keys,
)
from reportcite.batch.work.sound import OnError, Screening
from reportcite.formats.csl.read_json import read_jsonl
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.limits import Limits
from tests.batch.records import chunk_of, line
from tests.record.piles import piles

THREE = chunk_of(line("a", title="Same") + line("x", publisher=None) + line("b", title="Same"))


def exported(to: str, **settings: object) -> tuple[Exported, ExportSettings]:
    """The records a and b, and x which has an error."""
    asked = ExportSettings(to, **settings)  # type: ignore[arg-type]
    return export_chunk(asked, THREE), asked


def test_entries_go_as_one_text_joined_as_the_format_joins_them() -> None:
    lines, _ = exported("jsonl")
    assert [text.count(b"\n") for text in lines.texts] == [2]
    array, _ = exported("csl-json")
    assert [text.count(b'"id"') for text in array.texts] == [2]
    assert b"},\n{" in array.texts[0]
    assert (lines.written, lines.size, lines.ids, lines.wanted) == (2, THREE.size, [], [])
    assert (lines.screening.read, lines.screening.with_errors) == (3, 1)


def test_entries_that_stand_apart_come_one_by_one_with_their_ids() -> None:
    apart, _ = exported("jsonl", apart=True)
    assert [text.count(b'"id"') for text in apart.texts] == [1, 1]
    assert (apart.ids, apart.written) == (["a", "b"], 2)


@pytest.mark.parametrize("apart", [False, True])
def test_keys_are_unique_when_all_have_been_put_in(apart: bool) -> None:
    chunk, settings = exported("bibtex", apart=apart)
    assert chunk.wanted == ["a2024same", "a2024same"]
    assert settings.placeholder.encode() in chunk.texts[0]
    keys = UniqueKeys()
    first, again = (
        b"".join(with_keys(chunk, settings.placeholder, keys)).decode() for _ in range(2)
    )
    assert [one for one in first.splitlines() if one[:1] == "@"] == [
        "@techreport{a2024same,", "@techreport{a2024same2,",
    ]  # fmt: skip
    assert "{a2024same3," in again and "{a2024same4," in again
    assert settings.placeholder not in first + again


def test_a_format_without_keys_is_left_as_it_is() -> None:
    chunk, settings = exported("jsonl")
    assert with_keys(chunk, settings.placeholder, UniqueKeys()) == chunk.texts


def test_the_placeholder_is_a_word_that_nobody_can_know() -> None:
    one, other = (ExportSettings("bibtex").placeholder for _ in range(2))
    assert one != other
    assert one.startswith("key") and len(one) == 3 + 32
    assert pickle.loads(pickle.dumps(ExportSettings("ris", placeholder=one))).placeholder == one


def test_the_key_format_and_the_dialect_hold() -> None:
    assert exported("bibtex", key_format="id")[0].wanted == ["a", "b"]
    chunk = chunk_of(line("a", ISBN="978-3-948289-82-9", number="7"))
    new, old = (
        export_chunk(ExportSettings("ris", dialect), chunk).texts[0]
        for dialect in ("", "refman2001")
    )
    assert b"SN  - 7" in new
    assert b"SN  - 978" in old


@pytest.mark.parametrize(
    ("asked", "severities"),
    [
        ({}, []),
        ({"report_loss": True}, ["notice"]),
        ({"report_loss": True, "strict": True}, ["error"]),
    ],
)
def test_losses_are_found_on_request(asked: dict[str, bool], severities: list[str]) -> None:
    chunk = chunk_of(line("a", subtitle="S"))
    settings = ExportSettings("bibtex", **asked)  # type: ignore[arg-type]
    found = export_chunk(settings, chunk).screening.findings
    assert [one.severity for one in found if one.rule.name == "loss"] == severities
    if severities:
        assert found[0].message == "a: subtitle changed: it is written as part of the title"
        assert found[0].place[:2] == ("in.jsonl", 1)


def test_nothing_comes_of_a_chunk_without_sound_records() -> None:
    chunk = export_chunk(ExportSettings("csl-json"), chunk_of(line("x", publisher=None)))
    assert (chunk.texts, chunk.written) == ([], 0)


def test_fail_fast_and_limits_hold() -> None:
    stopped = export_chunk(ExportSettings("ris", on_error="stop"), THREE)
    assert (stopped.written, stopped.screening.stopped) == (1, True)
    small = export_chunk(ExportSettings("ris", limits=Limits(20)), THREE)
    assert [one.rule.name for one in small.screening.findings] == ["too-large"] * 3


@given(piles(), st.sampled_from([None, "keep", "skip", "stop"]), st.booleans(), st.randoms())
def test_what_is_done_at_once_is_what_is_done_one_by_one(
    pile: list[dict[str, Any]], on_error: OnError | None, apart: bool, random: Random
) -> None:
    lines = [json.dumps(source, ensure_ascii=random.random() < 0.5) for source in pile]
    for odd in ("{", "", "[]", '{"id": "a", "id": "b", "type": "report"}', "  ", "\ufeff{}"):
        if random.random() < 0.2:
            lines.insert(random.randrange(len(lines) + 1), odd)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    for to in ("ris", "bibtex", "jsonl"):
        chunk = Chunk([Segment("in.jsonl", "jsonl", data, 1, True)], len(data))
        settings = ExportSettings(to, apart=apart, on_error=on_error)
        entries = _Entries(settings, Screening(on_error))
        entries.add(read_jsonl(BytesIO(data), "in.jsonl"))
        one_by_one = entries.exported(chunk.size)
        at_once = export_chunk(settings, chunk)
        assert at_once._replace(screening=one_by_one.screening) == one_by_one
        for name in Screening.__slots__:
            if name not in ("ids", "policy"):
                expected = getattr(one_by_one.screening, name)
                assert getattr(at_once.screening, name) == expected, name
        assert at_once.screening.ids.ids == one_by_one.screening.ids.ids
        assert at_once.screening.ids.places == one_by_one.screening.ids.places


def test_losses_are_found_among_many_of_a_kind() -> None:
    many = chunk_of("".join(line(f"r{number}", language="de-AT") for number in range(20)))
    found = export_chunk(ExportSettings("ris", report_loss=True), many).screening.findings
    assert len(found) == 20
    assert {one.rule.name for one in found} == {"loss"}

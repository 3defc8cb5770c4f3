"""Chunks are checked record by record; what makes duplicates is found on the way."""

from __future__ import annotations

import pickle

from reportcite.batch.work.check import CheckSettings, check_chunk
from reportcite.batch.work.noting import named
from reportcite.errors import Place
from reportcite.limits import Limits
from tests.batch.records import chunk_of, line


def test_each_record_has_its_problems_and_what_it_shares_with_duplicates() -> None:
    chunk = chunk_of(line("a") + line("b", publisher=None) + "{\n")
    (sound, bad, broken), size = check_chunk(CheckSettings(), chunk)
    assert size == chunk.size
    assert "error" not in [one.severity for one in sound.problems]
    assert bad.problems[0].rule.name == "required-field"
    assert [one.rule.name for one in broken.problems] == ["json-syntax"]
    assert sound.identities and bad.identities
    assert broken.identities == []  # it is no record


def test_more_is_looked_at_for_duplicates_on_request() -> None:
    chunk = chunk_of(line("a", DOI="10.1000/x"))
    ([usual], _), ([thorough], _) = (
        check_chunk(settings, chunk) for settings in (CheckSettings(), CheckSettings(True))
    )
    assert len(usual.identities) < len(thorough.identities)
    assert usual.noted is None and thorough.noted is not None
    assert named(thorough.noted.named).id == "a"
    assert pickle.loads(thorough.noted.kept) == (Place("in.jsonl", 1, 1), ())


def test_the_limits_hold() -> None:
    [checked], _ = check_chunk(CheckSettings(limits=Limits(20)), chunk_of(line("a")))
    assert [one.rule.name for one in checked.problems] == ["too-large"]


def test_where_the_language_is_assumed_it_need_not_be_stated() -> None:
    text = "TY  - RPRT\nTI  - The Rise of Wet Soil\nER  - \n"
    for assumed, told in (("", True), ("de", False)):
        settings = CheckSettings(limits=Limits(assumed_language=assumed))
        [checked], _ = check_chunk(settings, chunk_of(text, "in.ris", "ris"))
        assert ("title-language" in [one.rule.name for one in checked.problems]) is told

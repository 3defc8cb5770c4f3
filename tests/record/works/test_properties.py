"""Any record is one with itself, merging it with itself changes nothing, and nothing that any two
records hold is lost without a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.errors import Place
from reportcite.record.model import Record
from reportcite.record.works.judge import THRESHOLD, compare
from reportcite.record.works.keys import keys_of
from reportcite.record.works.merge import merge
from reportcite.record.works.together import Together
from reportcite.record.works.traits import traits_of, unpacked
from tests.formats.strategies import records
from tests.record.works.works import work


@settings(max_examples=40)
@given(records())
def test_a_record_is_one_work_with_itself(record: Record) -> None:
    traits = traits_of(record)
    assert unpacked(traits.packed()) == traits
    found = compare(traits, traits)
    if traits.title.words:
        assert found.reaches(THRESHOLD) and keys_of(traits)
    assert not found.against or not traits.title.words
    assert not Together(traits).rules_out(Together(traits))


@settings(max_examples=40)
@given(records())
def test_a_record_merged_with_itself_stays_as_it_was(record: Record) -> None:
    found, conflicts = merge([record, record])
    assert found == record._replace(one_line=found.one_line)
    assert conflicts == []


@settings(max_examples=40)
@given(records(), records())
def test_the_judgement_is_the_same_in_either_order(one: Record, other: Record) -> None:
    first, second = traits_of(one), traits_of(other)
    there, back = compare(first, second), compare(second, first)
    assert (there.score, there.shared, bool(there.against)) == (
        back.score,
        back.shared,
        bool(back.against),
    )
    assert Together(first).rules_out(Together(second)) == Together(second).rules_out(
        Together(first)
    )


@settings(max_examples=40)
@given(records(), records())
def test_every_field_of_both_is_there_and_what_is_left_of_others_is_told(
    one: Record, other: Record
) -> None:
    found, conflicts = merge([one, other])
    apart = {"subtitle", "citation-key"}
    assert {*one.fields, *other.fields} - apart <= {*found.fields} | {"citation-key"}
    told = {conflict.message.split(" ")[0] for conflict in conflicts}
    assert told <= {*one.fields} & {*other.fields} | {
        name for name in told if name.startswith("custom/")
    }


@given(st.lists(st.sampled_from("ab -:.?12IVX"), max_size=30).map("".join))
def test_any_title_has_words_or_none(title: str) -> None:
    traits = traits_of(work(title=title))
    assert traits.title.main <= len(traits.title.words)


def test_a_place_is_never_needed() -> None:
    assert merge([Record("a", "book", {}, Place(""))]).record.id == "a"

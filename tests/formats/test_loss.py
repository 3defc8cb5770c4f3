"""What the loss report says: it is read off from what the writer asked for."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.formats.loss import Fields, Loss
from reportcite.record.model import Record

RECORD = Record("r1", "report", {"title": "A", "note": "B", "genre": "C"}, Place("x"))
NO_PLACE = "the format has no place for it"


def test_what_no_writer_asks_for_is_dropped_in_record_order() -> None:
    fields = Fields(RECORD)
    assert fields.carry("note") == "B"
    assert fields.carry("volume") is None
    assert fields.is_carried("note") and not fields.is_carried("title")
    assert fields.losses() == [
        Loss("title", "dropped", NO_PLACE),
        Loss("genre", "dropped", NO_PLACE),
    ]


def test_fields_carried_at_once_are_carried_beside_those_carried_singly() -> None:
    fields = Fields(RECORD)
    fields.carry("note")
    fields.carry_all(frozenset({"title", "genre"}))
    assert fields.is_carried("note") and fields.is_carried("title")
    assert fields.losses() == []


def test_the_reason_of_a_change_or_drop_is_given() -> None:
    fields = Fields(RECORD)
    fields.carry_all(frozenset(RECORD.fields))
    fields.change("type", "it is written as GEN")
    fields.change("title", "it is folded")
    fields.drop("note", "it is empty")
    assert fields.losses() == [
        Loss("type", "changed", "it is written as GEN"),
        Loss("title", "changed", "it is folded"),
        Loss("note", "dropped", "it is empty"),
    ]


def test_a_field_that_is_dropped_is_not_reported_as_changed_too() -> None:
    fields = Fields(RECORD)
    fields.carry_all(frozenset(RECORD.fields))
    fields.change("note", "it is folded")
    fields.drop("note", "nothing is left")
    assert fields.losses() == [Loss("note", "dropped", "nothing is left")]


def test_what_takes_time_to_find_out_is_sought_only_for_the_report() -> None:
    asked: list[Fields] = []

    def report(fields: Fields) -> None:
        asked.append(fields)
        fields.change("title", "it is read otherwise")

    fields = Fields(RECORD)
    fields.carry_all(frozenset(RECORD.fields))
    fields.report_later(report)
    assert asked == []
    assert fields.losses() == [Loss("title", "changed", "it is read otherwise")]
    assert asked == [fields]


def test_none_as_a_statement_is_lost_unless_the_entry_states_it() -> None:
    record = RECORD._replace(stated_none=frozenset({"issued", "author", "title"}))
    fields = Fields(record)
    fields.carry_all(frozenset(record.fields))
    assert not fields.states_none
    reason = "the format cannot state that there is none"
    assert fields.losses() == [Loss("author", "dropped", reason), Loss("issued", "dropped", reason)]
    fields.states_none = True
    assert fields.losses() == []


def test_a_list_of_names_that_goes_on_is_lost_unless_the_entry_says_so() -> None:
    record = RECORD._replace(
        fields={"author": [{"literal": "Ng"}], "editor": [{"literal": "Roe"}]},
        truncated=frozenset({"editor"}),
    )
    fields = Fields(record)
    fields.carry_all(frozenset(record.fields))
    assert fields.losses() == [
        Loss("editor", "changed", "that the list of names goes on is not said")
    ]
    assert (fields.goes_on("author"), fields.goes_on("editor")) == (False, True)
    assert fields.losses() == []


KEPT = RECORD._replace(
    fields={"author": [{"literal": "Ng"}, {"literal": "Roe"}]},
    custom={
        "bibtex": {"file": "a.pdf", "rating": "5"},
        "colour": "red",
        "contributors": {"author": [{}, {"ORCID": "0000-0002-1825-0097", "country": "DE"}]},
    },
)


def test_what_a_program_keeps_is_lost_unless_its_writer_asks_for_it() -> None:
    fields = Fields(KEPT)
    assert fields.own("bibtex") == {"file": "a.pdf", "rating": "5"}
    assert fields.own("ris") == {}
    assert fields.own("colour") == {}  # what has no names under it is no program's
    fields.carry("author")
    fields.details("author")
    fields.drop("custom/bibtex/rating", "it is a number")
    assert fields.losses() == [
        Loss("custom/bibtex/rating", "dropped", "it is a number"),
        Loss("custom/colour", "dropped", NO_PLACE),
    ]


def test_what_is_known_of_each_contributor_is_handed_out_with_the_names() -> None:
    fields = Fields(KEPT)
    fields.carry("author")
    assert [loss.field for loss in fields.losses()][-2:] == ["author/2/ORCID", "author/2/country"]
    assert fields.details("author") == [{}, {"ORCID": "0000-0002-1825-0097", "country": "DE"}]
    assert fields.details("editor") == ()
    assert Fields(RECORD).details("title") == ()
    fields.change("author/2/country", "it is spelled out")
    names = [loss.field for loss in fields.losses()]
    assert "author/2/ORCID" not in names
    assert Loss("author/2/country", "changed", "it is spelled out") in fields.losses()


def test_a_writer_may_carry_all_that_is_kept_as_it_is() -> None:
    fields = Fields(KEPT)
    assert fields.custom() == KEPT.custom
    assert fields.custom() is not KEPT.custom
    assert [loss.field for loss in fields.losses()] == ["author"]

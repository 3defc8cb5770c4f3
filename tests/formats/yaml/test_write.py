"""Record files: what people would have typed, in the order of the sample record."""

from __future__ import annotations

import yaml
from hypothesis import given

from reportcite.record.model import Record
from reportcite.values.names.parts import NAME_PARTS
from tests.formats.files import a_report, file_of, read_file, reports
from tests.formats.strategies import records


def test_the_sample_record_comes_out_as_it_was_typed() -> None:
    text, _ = file_of("yaml", reports()[0])
    assert text == SAMPLE


@given(record=records())
def test_pyyaml_finds_one_record_with_the_same_title_and_authors(record: Record) -> None:
    text, [losses] = file_of("yaml", record)
    found = yaml.safe_load(text)
    lost = {loss.field for loss in losses}
    for name in {"title", "author"} & record.fields.keys() - lost:
        value = found[name]
        if isinstance(value, list):  # what else is known of contributors stands in their names
            value = [{key: one[key] for key in one.keys() & NAME_PARTS} for one in value]
        assert value == record.fields[name]


def test_several_records_are_several_documents() -> None:
    text, _ = file_of("yaml", a_report("A"), a_report("B"))
    titles = [one.fields["title"] for one in read_file("yaml", text) if isinstance(one, Record)]
    assert titles == ["A", "B"]


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    words = ["no", "y", "N", "~", "1e3", ".5", "1_000", "0o7", "0x1F", "1:30", "2024-05-01"]
    words += ["- a", "a: b", "# a", "=", "<<", "*a"]
    for word in words:
        text, _ = file_of("yaml", a_report(word))
        assert yaml.safe_load(text)["title"] == word


def test_a_text_of_several_lines_stands_as_a_block() -> None:
    text, _ = file_of("yaml", a_report(abstract="One.\n\nTwo."))
    assert "abstract: |-\n  One.\n\n  Two.\n" in text


SAMPLE = """\
id: chancen-statt-krise
type: report
title: Chancen statt „Krise“
subtitle: Resiliente Kommunen im Kontext von Migration, Integration und Teilhabe – Abschlussbericht
author:
- family: Ratzmann
  given: Nora
- family: Zeković
  given: Denis
- family: Blunert
  given: Janin
- family: Kokonowskyj
  given: Larissa
- family: Nowicka
  given: Magdalena
issued: 2024
publisher: DeZIM Institut
publisher-place: Berlin
number-of-pages: 47
ISBN: 978-3-948289-82-9
URL: https://www.dezim-institut.de/publikationen/publikation-detail/chancen-statt-krise/
language: de-DE
keyword: [Forschung, Gesundheitsversorgung, Kommune, Resilienz]
"""

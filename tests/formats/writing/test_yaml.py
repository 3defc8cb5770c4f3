"""YAML as people edit it, that every reader takes for the same texts."""

from __future__ import annotations

import pytest
import yaml

from reportcite.formats.writing.yaml import Flow, dump_yaml


def test_a_mapping_stands_in_its_own_order_one_line_a_value() -> None:
    long = "word " * 300 + "end"
    data = {"title": long, "author": [{"family": "Ö"}], "abstract": "x", "number": 7, "b": True}
    assert dump_yaml(data) == (
        f"title: {long}\nauthor:\n- family: Ö\nabstract: x\nnumber: 7\nb: true\n"
    )


def test_a_flow_list_stands_on_one_line() -> None:
    assert dump_yaml({"keyword": Flow(["a", "b c"])}) == "keyword: [a, b c]\n"


def test_a_value_that_is_there_twice_is_written_twice() -> None:
    shared = ["a"]
    assert dump_yaml({"v": shared, "w": shared}) == "v:\n- a\nw:\n- a\n"


@pytest.mark.parametrize(
    "text",
    ["y", "N", "0b101", "0o17", "-0xFF", "+1_000", "1.5", "-.5", "1e5", "2E-3", ".inf", "-.INF",
     ".nan", "2024", "12_3"],
)  # fmt: skip
def test_what_some_reader_takes_for_a_number_or_truth_value_is_quoted(text: str) -> None:
    assert dump_yaml({"x": text}) == f"x: '{text}'\n"


@pytest.mark.parametrize("text", ["yes", "null", "~", "2024-03-07", "", "a: b", "# a", "- a"])
def test_what_pyyaml_quotes_stays_a_text(text: str) -> None:
    assert yaml.safe_load(dump_yaml({"x": text})) == {"x": text}


@pytest.mark.parametrize("text", ["a", "ny", "1.5.2", "0b", "10.5555/x", "e5"])
def test_other_texts_need_no_quotes(text: str) -> None:
    assert dump_yaml({"x": text}) == f"x: {text}\n"


def test_a_text_of_several_lines_is_a_block() -> None:
    assert dump_yaml({"x": "one\ntwo"}) == "x: |-\n  one\n  two\n"

"""Any bytes give records or problems, and any text in a field is loaded as it was typed."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.checks.check import check
from reportcite.record.fields import FIELDS, NEVER_NONE, TEXT_FIELDS
from reportcite.record.model import Record
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from tests.record.reading import READERS, one, read

_MARKS = list("-{}[]:\"'|>&*!%@`#?,\\~\n\t\0\x1b\ufeff\x85\u2028é")
_WORDS = ["- ", "---", "...", "\r\n", r"\ud800", "NaN", "null", "&a", "*a", "<<:", "!!x", "2024"]
_KEYS = ["references:", "title:", '"title":', "author:", "family:", "issued:", '"date-parts":']
_PIECES = st.sampled_from([*_MARKS, *_WORDS, *_KEYS])
_YAMLISH = st.lists(_PIECES | st.text(max_size=5), max_size=40).map(" ".join)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
_TREES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*sorted(FIELDS), "family", "given", "literal", "date-parts", "id", "type"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)
_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    min_size=1,
).filter(lambda text: not text.isspace())


def _is_sound(results: list[Record | Problem]) -> None:
    for result in results:
        if isinstance(result, Record):
            assert isinstance(result.id, str) and result.id
            for name, value in result.fields.items():
                kind = list if name in NAME_VARIABLES else dict if name in DATE_VARIABLES else str
                assert isinstance(value, kind) and value
            json.dumps(result.item()).encode()
            check(result)
        else:
            assert result.place.line >= 1
            assert result.suggestion


@pytest.mark.parametrize("reader", READERS)
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes(reader: str, data: bytes) -> None:
    _is_sound(read(data, reader))


@pytest.mark.parametrize("reader", READERS)
@settings(deadline=None)
@given(text=_YAMLISH)
def test_any_text_of_the_language(reader: str, text: str) -> None:
    _is_sound(read(text.encode("utf-8", "surrogatepass"), reader, limit=100))


@pytest.mark.parametrize("reader", READERS)
@settings(deadline=None)
@given(tree=_TREES | st.lists(_TREES, max_size=4))
def test_any_tree(reader: str, tree: object) -> None:
    data = yaml.safe_dump(tree) if reader == "yaml" else json.dumps(tree)
    _is_sound(read(data, reader))


@settings(deadline=None)
@given(
    field=st.sampled_from(sorted(TEXT_FIELDS - NUMBER_VARIABLES - NEVER_NONE)),
    text=_TEXT,
    style=st.sampled_from([None, '"', "'", "|", ">"]),
)
def test_text_is_loaded_as_typed(field: str, text: str, style: str) -> None:
    dumped = yaml.safe_dump({field: text}, default_style=style, allow_unicode=True)
    assert one(dumped).fields == {field: text}
    for reader in ("json", "jsonl"):
        assert one(json.dumps({field: text}), reader).fields == {field: text}


@settings(deadline=None)
@given(st.lists(_TEXT, min_size=1, max_size=5))
def test_what_is_read_does_not_depend_on_how_it_is_wrapped(titles: list[str]) -> None:
    items = [{"title": title} for title in titles]
    as_list = read(yaml.safe_dump(items))
    as_documents = read(yaml.safe_dump_all(items, explicit_start=True))
    as_array = read(json.dumps(items, indent=1), "json")
    for results in (as_list, as_documents, as_array):
        assert [result.fields for result in results if isinstance(result, Record)] == items

"""Documents in the plainest YAML are read one by one, as the reader of YAML reads them all."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportcite.formats.yaml.documents import MOST_BYTES, read_documents
from reportcite.formats.yaml.format import read
from reportcite.formats.yaml.read import read_yaml
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.yaml.test_simple import ENTRIES, PIECES

PLAIN = "title: a\nauthor:\n- family: Beck\n"


def found(text: str, limits: Limits = LIMITS) -> list[Record | Problem] | None:
    results = read_documents(text.encode(), "file.yaml", limits)
    return None if results is None else list(results)


def slowly(text: str, limits: Limits = LIMITS) -> list[Record | Problem]:
    return list(read_yaml(BytesIO(text.encode()), "file.yaml", limits))


def same(text: str, limits: Limits = LIMITS) -> list[Record | Problem]:
    results = found(text, limits)
    assert results == slowly(text, limits)
    return results or []


def ids(results: list[Record | Problem]) -> list[str]:
    return [one.id for one in results if isinstance(one, Record)]


def test_records_without_an_id_are_named_after_the_file_and_their_line() -> None:
    assert ids(same(f"{PLAIN}---\n\n{PLAIN}---\n# b\n{PLAIN}")) == ["file", "file-6", "file-11"]


def test_a_marker_may_stand_before_the_first_and_behind_the_last() -> None:
    assert ids(same(f"---\n{PLAIN}---\n{PLAIN}---\n")) == ["file", "file-6"]


def test_in_a_later_part_of_a_file_no_record_is_its_first() -> None:
    assert ids(same(PLAIN, Limits(first_line=10))) == ["file-10"]


@pytest.mark.parametrize(
    "other",
    [
        "title: |\n  b\n  c\n",
        "- title: b\n- title: c\n",
        "title: b # c\n",
        "title: b #c\n",
        "title: 'b\n",
        "title: [b\n",
        "title: b: c\n",
        "just a text\n",
        "# a comment\n",
        "",
        "title: b\r\nauthor: c\r\n",
        "title: b\u2028\n",
        "title: &a b\nsubtitle: *a\n",
        "title: b\n...\n",
        "title: b\n...\n%YAML 1.2\n",
        "title: b\n--- # c\ntitle: d\n",
        "title: b\n---\ttitle: d\n",
        "title: b\ntitle: c\n",
        "title: \x01b\n",
        "\x01\n",
    ],
)
def test_what_is_not_plain_is_for_the_reader_of_yaml(other: str) -> None:
    text = f"{PLAIN}---\n{PLAIN}---\n{other}---\n{PLAIN}---\n{PLAIN}"
    assert "file" in ids(same(text))
    same(f"{PLAIN}---\n{other}")
    same(f"{PLAIN}---\n{other}---\n{other}---\n{PLAIN}---\n{other}---\n{PLAIN}")


def test_where_most_are_not_plain_the_reader_of_yaml_reads_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began: list[int] = []

    def noted(stream: BytesIO, name: str, limits: Limits) -> object:
        began.append(limits.first_line)
        return read_yaml(stream, name, limits)

    monkeypatch.setattr("reportcite.formats.yaml.read.read_yaml", noted)
    block = "title: |\n  b\n"
    # Two and one are plain when the third asks for the reader, which then reads all.
    assert len(found("---\n".join(["title: a\n"] * 2 + [block] * 9)) or ()) == 11
    assert began == [4, 7]
    began.clear()
    found("---\n".join(["title: a\n", block] * 2))
    assert began == [2]
    began.clear()
    found("---\n".join(["title: a\n"] * 2 + [block, "title: c\n"] * 2))
    assert began == [4, 9]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# a comment\n---\ntitle: a\n",
        f"title: |\n  b\n---\n{PLAIN}",
        f"{PLAIN}# reportcite: ignore[required-field]\n---\n{PLAIN}",
        f"{PLAIN}---\n" + "\x01\x02" * 40,
    ],
)
def test_of_some_files_it_reads_all(text: str) -> None:
    assert found(text) is None


def test_nor_is_what_is_not_utf8_read() -> None:
    assert read_documents(b"title: a\n---\ntitle: \xff\n", "a.yaml", LIMITS) is None
    assert read_documents("\ufefftitle: a\n".encode("utf-16"), "a.yaml", LIMITS) is None


def test_a_record_that_is_too_large_is_for_the_reader() -> None:
    assert found("title: a\n", Limits(max_record_size=8)) is None
    assert found("title: a\n", Limits(max_record_size=9)) is not None
    same("title: a\n---\ntitle: bcd\n---\ntitle: c\n", Limits(max_record_size=13))
    same("title: a\n---\ntitle: " + 20 * "b" + "\n---\ntitle: c\n", Limits(max_record_size=13))


def test_a_stream_is_read_from_where_it_stands() -> None:
    for text in (f"{PLAIN}---\n{PLAIN}", f"title: |\n  c\n---\n{PLAIN}"):
        stream = BytesIO(b"# before\n" + text.encode())
        stream.seek(len(b"# before\n"))
        assert list(read(stream, "file.yaml")) == slowly(text)


def test_of_a_long_stream_only_the_beginning_is_read_at_once() -> None:
    text = f"{PLAIN}---\n" * (MOST_BYTES // len(PLAIN))
    stream = BytesIO(text.encode())
    assert isinstance(next(iter(read(stream, "file.yaml"))), Record)
    assert stream.tell() < MOST_BYTES < len(text)


SEPARATORS = st.sampled_from(["---\n", "\n---\n", "---\n---\n", "...\n---\n", "---\r\n", "--- \n"])


@settings(max_examples=400)
@given(
    st.lists(st.one_of(ENTRIES, ENTRIES, ENTRIES, SEPARATORS, PIECES), max_size=24).map("".join),
    st.sampled_from([LIMITS, Limits(max_record_size=20), Limits(first_line=3)]),
)
@example("title: a\n---\n# \x00\n---\ntitle: b\n", LIMITS)
def test_what_is_read_is_what_the_reader_of_yaml_reads(text: str, limits: Limits) -> None:
    results = found(text, limits)
    if results is not None:
        assert results == slowly(text, limits)

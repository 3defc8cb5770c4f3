"""Parquet: columns are CSL variables, or one column holds items as JSON."""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from reportcite.batch.chunks import read
from reportcite.formats.csl import read_parquet as module
from reportcite.formats.registry import format_named, name_of
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.conftest import Run

ROWS: list[dict[str, Any]] = [
    {
        "id": "beck",
        "type": "book",
        "title": "Risikogesellschaft",
        "author": [{"family": "Beck", "given": "Ulrich"}],
        "issued": {"date-parts": [[1986, 5]]},
        "volume": 3.0,
        "accessed": date(2024, 5, 7),
    },
    {"id": "sand", "type": "report", "title": "Sand", "author": [{"literal": "A"}]},
]


def written(path: Path, table: Any, **options: Any) -> str:
    parquet.write_table(table, path, **options)
    return str(path)


def fields(path: str) -> list[tuple[str, dict[str, Any]]]:
    found = [*read([path])]
    assert all(isinstance(one, Record) for one in found), found
    return [(one.id, dict(one.fields)) for one in found if isinstance(one, Record)]


def test_rows_are_read_as_items_of_csl_json_are(tmp_path: Path) -> None:
    lines = tmp_path / "a.json"
    items = [{**ROWS[0], "volume": 3, "accessed": "2024-05-07"}, ROWS[1]]
    lines.write_text(json.dumps(items))
    path = written(tmp_path / "a.parquet", pa.Table.from_pylist(ROWS))
    assert fields(path) == fields(str(lines))
    assert fields(path)[0][1]["volume"] == "3"
    assert "volume" not in fields(path)[1][1]


def test_a_column_alone_holds_items_as_json(tmp_path: Path) -> None:
    texts = [json.dumps(ROWS[1], indent=1), "{bad", None, json.dumps({**ROWS[1], "id": "c"})]
    for kind in (pa.string(), pa.large_string()):
        table = pa.table({"record": pa.array(texts, kind)})
        found = [*read([written(tmp_path / "a.parquet", table)])]
        assert [one.rule.name if isinstance(one, Problem) else one.id for one in found] == [
            "sand", "json-syntax", "c"
        ]  # fmt: skip
        assert [one.place.line for one in found] == [1, 2, 4]


def test_what_tables_write_in_their_own_way(tmp_path: Path) -> None:
    columns = {
        "id": ["a", "b"],
        "title": pa.array([b"B\xc3\xb6den", b"\xff"], pa.binary()),
        "volume": [float("nan"), 2.5],
        "issued": [datetime(2024, 5, 7), datetime(2024, 5, 8)],
        "custom": pa.array([[("shelf", "A 1")], None], pa.map_(pa.string(), pa.string())),
        "__index_level_0__": [0, 1],
    }
    first, second = fields(written(tmp_path / "a.parquet", pa.table(columns)))
    assert (first[1]["title"], second[1]["title"]) == ("Böden", "\ufffd")
    assert "volume" not in first[1] and second[1]["volume"] == "2.5"
    assert first[1]["issued"] == {"date-parts": [[2024, 5, 7]]}
    (record, _) = read([str(tmp_path / "a.parquet")])
    assert isinstance(record, Record) and record.custom == {"shelf": "A 1"}


def test_decimals_have_no_zeros_at_their_end(tmp_path: Path) -> None:
    typed = ["3.00", "2.50", "100.00", "-1.05", "0.00", f"1{'0' * 34}.00", None]
    volumes = pa.array([one and Decimal(one) for one in typed], pa.decimal128(38, 2))
    issued = pa.array([[[Decimal(1986)]]] * 7, pa.list_(pa.list_(pa.decimal128(6, 1))))
    table = pa.table({
        "id": [*"abcdefg"],
        "volume": volumes,
        "issued": pa.StructArray.from_arrays([issued], ["date-parts"]),
    })  # fmt: skip
    found = [one[1] for one in fields(written(tmp_path / "a.parquet", table))]
    volumes_read = [one.get("volume") for one in found]
    assert volumes_read == ["3", "2.5", "100", "-1.05", "0", f"1{'0' * 34}", None]
    assert found[0]["issued"] == {"date-parts": [[1986]]}


def test_row_groups_follow_each_other_whatever_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    rows = [{**ROWS[1], "id": f"r{number}"} for number in range(20)]
    path = written(tmp_path / "a.parquet", pa.Table.from_pylist(rows), row_group_size=7)
    assert [id_ for id_, _ in fields(path)] == [f"r{number}" for number in range(20)]


def test_it_is_known_by_name_content_and_in_packed_files(run: Run, tmp_path: Path) -> None:
    import gzip

    path = Path(written(tmp_path / "a.parquet", pa.Table.from_pylist(ROWS)))
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(path.read_bytes()))
    (tmp_path / "c").write_bytes(path.read_bytes())
    expected = run("export", path, "--to", "ris").stdout
    assert expected.count("TY  - ") == 2
    for other in ("b.parquet.gz", "c"):
        assert run("export", other, "--to", "ris").stdout == expected
    assert run("export", "-", "--to", "ris", stdin=path.read_bytes()).stdout == expected
    assert run("export", path, "-o", "x.parquet").returncode == 2  # it can only be read


def test_a_damaged_file_and_one_without_rows_are_named(run: Run, tmp_path: Path) -> None:
    path = Path(written(tmp_path / "a.parquet", pa.Table.from_pylist(ROWS)))
    path.write_bytes(path.read_bytes()[:-20])
    done = run("check", "a.parquet")
    assert done.returncode == 3
    assert done.stdout.startswith("a.parquet: error no-records: no more rows of the table can be")
    written(tmp_path / "b.parquet", pa.Table.from_pylist(ROWS).slice(0, 0))
    assert "empty-file" in run("check", "b.parquet").stdout


def test_without_pyarrow_it_is_said_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "a.parquet", pa.Table.from_pylist(ROWS))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("check", "a.parquet")
    assert done.returncode == 3
    assert done.stderr.startswith("reportcite: a.parquet: the package pyarrow is needed for it")
    assert "pip install 'reportcite[parquet]'" in done.stderr


def test_partitions_may_be_parquet(run: Run, tmp_path: Path) -> None:
    for name in "ab":
        rows = [{**row, "id": f"{row['id']}-{name}"} for row in ROWS]
        written(tmp_path / f"{name}.parquet", pa.Table.from_pylist(rows))
    run("export", "*.parquet", "--to", "bibtex", "--parts", "out", "-j", "1")
    joined = "".join(path.read_text() for path in sorted((tmp_path / "out").glob("part-*")))
    assert joined == run("export", "a.parquet", "b.parquet", "--to", "bibtex").stdout
    assert joined.count("@") == 4


def test_a_stream_of_lines_is_given_in_pieces_of_any_size() -> None:
    stream = module._Lines(iter([b"abc\n", b"d\n"]))
    assert [stream.read(size) for size in (2, 5, 1, 9, 9)] == [b"ab", b"c\n", b"d", b"\n", b""]
    assert io.BufferedReader(module._Lines(iter([b"a\n", b"b"]))).readlines() == [b"a\n", b"b"]


def test_it_is_known_by_its_suffix_and_only_read() -> None:
    found = format_named("parquet")
    assert (found.name, found.write, found.cut) == ("parquet", None, None)
    assert found.read is not None
    assert name_of(PurePath("in/part-0.snappy.parquet")) == "parquet"

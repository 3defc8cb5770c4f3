"""What is small when it is packed, and large when it is not: in records, lists and styles."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.zstandard import zstd

BLANK = b"\n" * (1 << 24)


def by_zstandard(data: bytes) -> bytes:
    return bytes(zstd.compress(data))


PACKERS = {".gz": (gzip.compress, "a gzip file"), ".zst": (by_zstandard, "a Zstandard file")}


@pytest.mark.parametrize("outside", PACKERS)
@pytest.mark.parametrize("inside", PACKERS)
def test_what_is_packed_in_what_is_packed_is_named_and_not_unpacked(
    run: Run, tmp_path: Path, outside: str, inside: str
) -> None:
    (outer, _), (inner, kind) = PACKERS[outside], PACKERS[inside]
    file = tmp_path / f"a.jsonl{outside}"
    file.write_bytes(outer(outer(inner(inner(BLANK)))))
    done = run("check", file.name)
    assert done.returncode == 3
    assert f"{file.name}: error unknown-content: it is " in done.stdout
    file.write_bytes(outer(inner(BLANK)))
    assert f"it is {kind} " in run("export", file.name, "--to", "ris").stderr


@pytest.mark.parametrize("name", ["list.xlsx", "list.ods"])
def test_a_list_that_unpacks_to_hundreds_of_times_its_size_is_named(
    run: Run, tmp_path: Path, name: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", bytes(1 << 27))
    done = run("isbn", name)
    assert done.returncode == 3
    assert "unpacks to 128 MiB, " in done.stderr


HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T'
    "</title><id>x</id><updated>2020-01-01T00:00:00Z</updated></info>{}<citation><layout>"
    '<text variable="title"/></layout></citation><bibliography><layout>{}</layout></bibliography>'
    "</style>"
)
CALL = '<text macro="m{}"/>'
STYLES = {
    "a document type": '<!DOCTYPE style [<!ENTITY a "ha">]>' + HEAD.format("", "&a;"),
    "nested more than": HEAD.format("", "<group>" * 10**5 + "</group>" * 10**5),
    "calls itself": HEAD.format(
        f'<macro name="m1">{CALL.format(2)}</macro><macro name="m2">{CALL.format(1)}</macro>',
        CALL.format(1),
    ),
    "macros calling macros": HEAD.format(
        "".join(f'<macro name="m{n}">{CALL.format(n - 1) * 10}</macro>' for n in range(1, 20))
        + '<macro name="m0"><text variable="title"/></macro>',
        CALL.format(19),
    ),
}


@pytest.mark.parametrize("reason", STYLES)
def test_a_style_that_grows_without_end_is_refused(run: Run, tmp_path: Path, reason: str) -> None:
    (tmp_path / "x.csl").write_text(STYLES[reason])
    (tmp_path / "a.yaml").write_text("id: a\ntitle: A\nauthor: B\nissued: 2001\npublisher: P\n")
    done = run("cite", "a.yaml", "--style", "./x.csl")
    assert done.returncode == 3
    assert reason in done.stderr

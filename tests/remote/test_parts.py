"""Runs in parts whose folder, and whose inputs, are in a store of objects."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportcite.cluster import storage
from reportcite.cluster.partitions import begun, partitions
from reportcite.remote import objects
from tests.cluster.catalogues import in_partitions, joined, of_works
from tests.conftest import Run
from tests.remote.servers import ObjectStore

pytestmark = pytest.mark.programs
OUT = "s3://catalogue/parts"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return in_partitions(tmp_path / "in", of_works(60), 3)


def parts(folder: str) -> str:
    names = sorted(name for name in objects.names(folder) if name.startswith("part-"))
    several = []
    for name in names:
        with storage.opened(f"{folder}/{name}") as file:
            several.append(file.read().decode())
    return "".join(several)


def test_parts_are_whole_with_their_manifest(run: Run, here: list[str]) -> None:
    folder = f"{OUT}/export"
    one = run("export", *here, "--to", "bibtex")
    command = ("export", *here, "--to", "bibtex", "--parts", folder, "--jobs", "1")
    said = run(*command, "--shard", "1/2")
    assert "2 of 3 partitions" not in said.stderr and "1 of 3 partitions are missing" in said.stderr
    assert not objects.exists(f"{folder}/manifest.json")
    assert "1 of 3 partitions are missing" in run(*command, "--check").stderr
    done = run(*command[:-1], "2", "--resume")  # processes that ask the store at once
    assert done.returncode == one.returncode
    assert parts(folder) == one.stdout
    assert objects.names(f"{folder}/.unfinished") == set()
    told = storage.read_json(f"{folder}/manifest.json", {str: object})
    assert [part["input"] for part in told["parts"]] == here
    again = run(*command, "--resume")
    assert again.returncode == done.returncode
    *_, left_out, flow = done.stderr.splitlines()
    told = [left_out.partition(": fix")[0], flow, f"{folder} is whole"]
    assert again.stderr.splitlines() == told


def test_inputs_may_be_a_pattern_of_the_store(run: Run, here: list[str]) -> None:
    for path in here:
        objects.create(f"{OUT}/in/{Path(path).name}", Path(path).read_bytes())
    one = run("export", f"{OUT}/in/", "--to", "ris")
    run("export", f"{OUT}/in/*.jsonl", "--to", "ris", "--parts", "out", "-j", "1")
    assert joined(Path("out")) == one.stdout
    refused = run("export", f"{OUT}/*/x.ris", "--to", "ris", "--parts", "out2")
    assert (refused.returncode, "last part of an address" in refused.stderr) == (2, True)
    assert run("export", f"{OUT}/in/*.ris", "--to", "ris", "--parts", "out2").returncode == 2


@pytest.mark.slow
@pytest.mark.parametrize("command", ["merge", "check"])
def test_works_are_found_in_a_store(run: Run, here: list[str], command: str) -> None:
    how = ["--to", "jsonl"] if command == "merge" else ["--duplicates"]
    one = run(command, *here, *how)
    done = run(command, *here, *how, "--parts", f"{OUT}/{command}", "-j", "1")
    assert done.returncode == one.returncode
    assert (done.stdout if command == "check" else parts(f"{OUT}/{command}")) == one.stdout


def test_processes_that_begin_at_once_have_one_placeholder(here: list[str]) -> None:
    from reportcite.cluster.partitions import Plan

    first, second = (Plan(f"{OUT}/two", partitions(here), "settings") for _ in range(2))
    assert first.placeholder != second.placeholder
    assert begun(first, joins=True).placeholder == begun(second, joins=True).placeholder


def test_pieces_of_a_file_in_a_store(store: ObjectStore) -> None:
    path = f"{OUT}/pieces"
    objects.create(path, bytes(range(256)) * 300)
    with storage.Pieces(path) as file:
        assert file.piece_before_end(6, 2) == b"\xfa\xfb"
        assert file.piece_before_end(256 * 300, 2) == b"\x00\x01"  # too far from the end for one
        assert (file.size, file.piece_before_end(6, 2)) == (256 * 300, b"\xfa\xfb")
        assert file.piece(258, 2) == b"\x02\x03"

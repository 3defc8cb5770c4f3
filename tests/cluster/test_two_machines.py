"""Workers on another machine, of which the network is cut in the middle: the run ends right, or
says what is missing, and `--resume` does that."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cluster.catalogues import COMMANDS, inputs_of, made
from tests.cluster.machines import OtherMachine, other_machine
from tests.cluster.test_on_dask import done, scheduler, worker
from tests.faults.runs import COMMAND, wait_for
from tests.remote.servers import ObjectStore, object_store

pytestmark = [
    pytest.mark.programs,
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("distributed") is None, reason="the extra `cluster` is not installed"
    ),
]
LONGEST = 400
"""Seconds: a machine is missed after half a minute, and a store asked again for three minutes."""


@pytest.fixture
def other() -> Iterator[OtherMachine]:
    with other_machine() as machine:
        yield machine


def run(
    folder: Path,
    *arguments: str,
    on: OtherMachine | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    there = on.on_it if on else []
    settings = [f"{name}={value}" for name, value in (environment or {}).items()]
    return subprocess.Popen(
        [*there, "env", *settings, *COMMAND, *arguments],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def clean(folder: Path, name: str) -> tuple[tuple[str, ...], int, bytes]:
    """The command; the exit code, and what is printed, of a run on this machine into `clean`."""
    inputs_of(name, folder, 12, 100 if name == "isbn" else 1000)
    command = COMMANDS[name].arguments
    process = run(folder, *command, "--parts", "clean")
    report, _ = process.communicate(timeout=LONGEST)
    return (*command, "--parts", "out"), process.returncode, report


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_machine_had_that_is_cut_off_another_does(
    tmp_path: Path, other: OtherMachine, name: str
) -> None:
    command, code, report = clean(tmp_path, name)
    with (
        scheduler(tmp_path, other.here) as (address, _),
        worker(tmp_path, address, machine=other),
        worker(tmp_path, address),
    ):
        time.sleep(8)  # until both are known
        process = run(tmp_path, *command, "--cluster", address)
        wait_for(lambda: done(tmp_path, name) >= 2, 60)
        other.cut()
        printed, messages = process.communicate(timeout=LONGEST)
    assert process.returncode == code, messages
    assert printed == report
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_where_every_machine_is_cut_off_it_is_said_what_is_missing(
    tmp_path: Path, other: OtherMachine
) -> None:
    command, code, _ = clean(tmp_path, "export")
    with scheduler(tmp_path, other.here) as (address, _), worker(tmp_path, address, machine=other):
        process = run(tmp_path, *command, "--cluster", address)
        wait_for(lambda: done(tmp_path, "export") >= 2, 60)
        other.cut()
        _, messages = process.communicate(timeout=LONGEST)
        assert process.returncode == 3
        assert b"the cluster has had no worker for 30 seconds (what is done is kept" in messages
        assert b"Traceback" not in messages
        other.connect()
        again = run(tmp_path, *command, "--resume")  # while the other machine goes on
        again.communicate(timeout=LONGEST)
    assert again.returncode == code
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_who_is_cut_off_from_the_scheduler_is_told(tmp_path: Path, other: OtherMachine) -> None:
    command, code, _ = clean(tmp_path, "export")
    with scheduler(tmp_path, other.here) as (address, _), worker(tmp_path, address):
        process = run(tmp_path, *command, "--cluster", address, on=other)
        wait_for(lambda: done(tmp_path, "export") >= 2, 60)
        other.cut()
        _, messages = process.communicate(timeout=LONGEST)
    assert process.returncode == 3
    assert b"the connection to the scheduler was lost (what is done is kept" in messages
    assert b"Traceback" not in messages
    again = run(tmp_path, *command, "--resume")
    again.communicate(timeout=LONGEST)
    assert again.returncode == code
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_a_store_that_is_cut_off_is_told_and_the_rest_is_done_later(
    tmp_path: Path, other: OtherMachine
) -> None:
    command, code, _ = clean(tmp_path, "export")
    into_store = (*command[:-1], "s3://catalogue/out")
    (tmp_path / "store").mkdir()
    with object_store(tmp_path / "store", other.here) as store:
        settings = store.environment()
        process = run(tmp_path, *into_store, "--jobs", "1", on=other, environment=settings)
        wait_for(lambda: converted(store) >= 2, 60)
        other.cut()
        _, messages = process.communicate(timeout=LONGEST)
        assert process.returncode == 3
        assert b"the server" in messages  # does not answer, or cannot be connected to
        assert b"Traceback" not in messages
        other.connect()
        again = run(
            tmp_path, *into_store, "--jobs", "1", "--resume", on=other, environment=settings
        )
        again.communicate(timeout=LONGEST)
        assert again.returncode == code
        for path in sorted((tmp_path / "clean").glob("part-*")):
            copy = ["export", f"s3://catalogue/out/{path.name}", "--to", "jsonl"]
            there, _ = run(tmp_path, *copy, environment=settings).communicate()
            here, _ = run(tmp_path, "export", str(path), "--to", "jsonl").communicate()
            assert there == here


def converted(store: ObjectStore) -> int:
    """How many partitions are done in the store, which keeps its files where nobody else looks."""
    request = urllib.request.Request(
        f"{store.files}/out/.unfinished/?limit=1000", headers={"Accept": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return bytes(answer.read()).count(b"/converted-")
    except urllib.error.HTTPError:
        return 0

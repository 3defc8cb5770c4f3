"""The steps on workers of Dask: the same bytes, whatever is killed on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from reportcite.cluster.on_dask import require
from reportcite.errors import UsageError
from tests.cluster.catalogues import COMMANDS, in_partitions, inputs_of, made, records
from tests.cluster.machines import OtherMachine
from tests.conftest import Run
from tests.faults.runs import COMMAND, children, start, wait_for

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra `cluster` is not installed"
)
EXPORT = ("export", "in/*.jsonl", "--to", "bibtex", "--parts", "out", "-q")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    in_partitions(tmp_path / "in", records(600), 12)
    return tmp_path


def clean(folder: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    """A run without Dask, into `clean`, of what is in `folder` from now on for a command."""
    inputs_of(name, folder, 12, 300)
    command = [*COMMAND, *COMMANDS[name].arguments, "--parts", "clean"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def done(folder: Path, name: str) -> int:
    """How many inputs are done."""
    return len(list((folder / "out/.unfinished").glob(f"{COMMANDS[name].first}-*")))


def workers(pid: int) -> list[int]:
    """The processes that Dask started for `pid`, and not those that look after memory."""
    found = []
    for child in children(pid):
        line = Path(f"/proc/{child}/cmdline").read_bytes()
        if b"spawn_main" in line:
            found.append(child)
    return found


@pytest.mark.parametrize("address", ["", "local:", "local:0", "local:x", "localhost:8786", "http:"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="--cluster cannot be"):
        require(address)


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(UsageError, match="needs Dask"):
        require("local:2")


def test_nothing_else_imports_dask(run: Run, folder: Path) -> None:
    code = (
        "import sys; from reportcite.cli.main import main; "
        f"main({[*EXPORT, '--jobs', '1']!r}); sys.exit('dask' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode == 0


def test_a_cluster_needs_parts_and_has_no_shards(run: Run, folder: Path) -> None:
    done = run("export", "in/p00.jsonl", "--to", "ris", "--cluster", "local:2")
    assert (done.returncode, "--cluster needs a folder" in done.stderr) == (2, True)
    done = run(*EXPORT, "--cluster", "local:2", "--shard", "1/2")
    assert (done.returncode, "--shard excludes --cluster" in done.stderr) == (2, True)


@pytest.mark.programs
@pytest.mark.slow
@needs_dask
@pytest.mark.parametrize("name", COMMANDS)
def test_a_killed_worker_changes_nothing(tmp_path: Path, name: str) -> None:
    undisturbed = clean(tmp_path, name)
    command = [*COMMAND, *COMMANDS[name].arguments, "--parts", "out", "--cluster", "local:2"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_for(lambda: done(tmp_path, name) >= 2, 120)
    os.kill(workers(process.pid)[0], signal.SIGKILL)
    report, messages = process.communicate(timeout=200)
    assert process.returncode == undisturbed.returncode
    assert (report, messages) == (undisturbed.stdout, undisturbed.stderr)
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@contextmanager
def scheduler(
    folder: Path, host: str = "127.0.0.1"
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler of Dask, and its address."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    command = ["scheduler", "--host", host, "--port", "0", "--no-dashboard", "--no-jupyter"]
    process = dask(folder, *command, "--scheduler-file", str(file))
    try:
        wait_for(lambda: file.exists() and file.read_text().endswith("}"), 60)
        found = re.search(r"tcp://[\d.:]+", file.read_text())
        assert found
        yield found[0], process
    finally:
        process.kill()
        process.wait()


def dask(
    folder: Path, *arguments: str, before: str = "", machine: OtherMachine | None = None
) -> subprocess.Popen[bytes]:
    command = f'{before} exec "$0" -m dask "$@"'
    there = machine.on_it if machine else []
    return subprocess.Popen(
        [*there, "bash", "-c", command, sys.executable, *arguments],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def worker(
    folder: Path, address: str, before: str = "", machine: OtherMachine | None = None
) -> Iterator[None]:
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
    process = dask(folder, "worker", address, *options, before=before, machine=machine)
    try:
        yield
    finally:
        process.kill()
        process.wait()


@pytest.mark.programs
@pytest.mark.slow
@needs_dask
@pytest.mark.parametrize("name", COMMANDS)
def test_a_lost_scheduler_is_said_and_what_is_done_is_kept(tmp_path: Path, name: str) -> None:
    undisturbed = clean(tmp_path, name)
    command = (*COMMANDS[name].arguments, "--parts", "out", "--cluster")
    with scheduler(tmp_path) as (address, itself), worker(tmp_path, address):
        process = start(tmp_path, *command, address)
        wait_for(lambda: done(tmp_path, name) >= 2, 120)
        itself.kill()
        _, messages = process.communicate(timeout=120)
    assert process.returncode == 3
    assert b" are missing (" in messages
    assert b"the connection to the scheduler was lost" in messages
    assert b"--resume does only what is missing" in messages
    assert b"Traceback" not in messages
    assert done(tmp_path, name) >= 2
    with scheduler(tmp_path) as (address, _), worker(tmp_path, address):
        again = start(tmp_path, *command, address, "--resume")
        again.communicate(timeout=200)
    assert again.returncode == undisturbed.returncode
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@pytest.mark.programs
@pytest.mark.slow
@needs_dask
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_of_one_worker_is_said(tmp_path: Path, name: str) -> None:
    clean(tmp_path, name)
    command = (*COMMANDS[name].arguments, "--parts", "out", "--cluster")
    full = "trap '' XFSZ; ulimit -f 4;"
    with scheduler(tmp_path) as (address, _), worker(tmp_path, address, full):
        process = start(tmp_path, *command, address)
        _, messages = process.communicate(timeout=200)
        assert process.returncode == 3
        what = b"lists" if name == "isbn" else b"partitions"
        assert b"12 of 12 " + what + b" are missing (" in messages
        assert b"File too large" in messages
    with scheduler(tmp_path) as (address, _), worker(tmp_path, address):
        again = start(tmp_path, *command, address, "--resume")
        again.communicate(timeout=200)
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@pytest.mark.programs
@pytest.mark.slow
@needs_dask
def test_where_no_scheduler_answers_the_run_ends(folder: Path) -> None:
    begun = time.monotonic()
    process = start(folder, *EXPORT, "--cluster", "tcp://127.0.0.1:9")
    _, messages = process.communicate(timeout=120)
    assert process.returncode == 3
    assert b"no Dask scheduler answers at tcp://127.0.0.1:9 (is it running there?)" in messages
    assert time.monotonic() - begun < 100


@pytest.mark.programs
@pytest.mark.slow
@needs_dask
def test_a_worker_without_reportcite_is_said(folder: Path) -> None:
    (folder / "other/reportcite").mkdir(parents=True)
    (folder / "other/reportcite/__init__.py").touch()
    before = f"export PYTHONPATH={folder}/other;"
    with scheduler(folder) as (address, _), worker(folder, address, before):
        time.sleep(5)  # until it is known
        process = start(folder, *EXPORT, "--cluster", address)
        _, messages = process.communicate(timeout=120)
    assert process.returncode == 3
    assert b"a worker of the cluster has no reportcite" in messages
    assert b"Traceback" not in messages

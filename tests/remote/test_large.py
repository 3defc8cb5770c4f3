"""Files larger than what may be in memory, and runs that are killed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcite.remote.addresses import address_of
from reportcite.remote.connection import ask
from reportcite.remote.reading import open_remote
from reportcite.remote.writing import remote_content
from tests.remote.servers import ObjectStore

pytestmark = [pytest.mark.slow, pytest.mark.programs]
RECORDS = 280_000
REST = (
    '"author": [{"family": "Meyer", "given": "Anna"}], "issued": {"date-parts": [[2020]]}, '
    '"publisher": "Institut", "language": "en"'
)
SOURCE = "s3://catalogue/large/records.jsonl"
TARGET = "s3://catalogue/large/records.ris"
MOST_MEGABYTES = 160
"""A third less than the file; Python and the formats take 70, pieces on their way the rest."""


@pytest.fixture(scope="module")
def source(running_store: ObjectStore) -> Iterator[str]:
    """The address of 200 MB of JSON Lines."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in running_store.environment().items():
            patch.setenv(name, value)
        with remote_content(SOURCE, lambda: None) as file:
            file.writelines(map(line, range(RECORDS)))
            assert file.tell() > 180_000_000
        yield SOURCE


def line(number: int) -> bytes:
    title = f"Report {number} {'on nothing in particular ' * 24}"
    return f'{{"id": "r{number}", "type": "report", "title": "{title}", {REST}}}\n'.encode()


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reportcite", *arguments, "--quiet", "--max-problems", "0"]
    return subprocess.Popen(command)


# Asked of a process between: what a process itself has used begins with what its parent had.
MEASURED = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode;"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
)


def megabytes_of(*arguments: str) -> float:
    """What the largest process of a run that ends well has used."""
    command = [sys.executable, "-m", "reportcite", *arguments, "--quiet", "--max-problems", "0"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], stdout=subprocess.PIPE, check=True
    )
    return int(done.stdout.split()[-1]) / 1024


def digest(path: str) -> str:
    found = hashlib.sha256()
    with open_remote(path) as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_does_not_grow_with_the_file(store: ObjectStore, source: str, jobs: str) -> None:
    used = megabytes_of("export", source, "-o", f"{TARGET}.{jobs}.ris", "--jobs", jobs)
    assert used < MOST_MEGABYTES
    with open_remote(f"{TARGET}.{jobs}.ris") as file:
        assert sum(line.startswith(b"TY  - ") for line in file) == RECORDS


def test_a_killed_run_leaves_the_old_object_or_the_new(store: ObjectStore, tmp_path: Path) -> None:
    """At moments spread over the run, of which the last fall into the sending, in five parts."""
    small = tmp_path / "small.jsonl"
    with small.open("wb") as file:
        file.writelines(map(line, range(RECORDS // 5)))
    begun = time.monotonic()
    assert start("export", str(small), "-o", TARGET).wait() == 0
    whole_run = time.monotonic() - begun
    new = digest(TARGET)
    ask(address_of(TARGET), "put", b"old")
    old = digest(TARGET)
    for number in range(8):
        process = start("export", str(small), "-o", TARGET)
        time.sleep(whole_run * (0.3 + number / 10))
        process.kill()
        process.wait()
        found = digest(TARGET)
        assert found in {old, new}
        if found == new:
            ask(address_of(TARGET), "put", b"old")

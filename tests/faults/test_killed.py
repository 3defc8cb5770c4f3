"""Two hundred runs that are killed at a random moment: what was there is whole, and what is there
then is the old or the new."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.runs import COMMAND, lines, start

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does"),
]
KILLS = 23
"""Of each of nine commands, which makes two hundred and some."""
LIST = ".reportcite-page.json"
"""What `page` notes beforehand, so that it names files that are not there yet."""


class Case(NamedTuple):
    """A command, a folder it begins in, that folder after a whole run, and the seconds of that."""

    arguments: list[str]
    old: Path
    new: Path
    seconds: float


def one_of_both(now: Path, old: Path, new: Path) -> bool:
    """Each file has the old or the new content."""
    return (
        all(
            content in (contents(old).get(name), contents(new).get(name))
            for name, content in contents(now).items()
        )
        and contents(old).keys() <= contents(now).keys() | contents(new).keys()
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Of all files below `folder`, without those that were not complete."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".tmp") and path.name != LIST
    }


CASES = {
    "export": "export in.jsonl -o out.ris --jobs 1",
    "export by processes": "export in.jsonl -o out.ris --jobs 3",
    "append": "export in.jsonl -o out.ris --append",
    "folder": "export few.jsonl --to ris -o out/",
    "cite": "cite in.jsonl -o out.html",
    "office": "cite in.jsonl -o out.docx",
    "merge": "merge in.jsonl -o out.bib --key-map keys.csv",
    "page": "page some.jsonl -o site/ --style apa",
    "fix": "check --fix fix.jsonl fix.bib",
}


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("killed")
    old, new = folder / "old", folder / "new"
    old.mkdir()
    (old / "in.jsonl").write_bytes(lines(300))
    (old / "few.jsonl").write_bytes(lines(40))
    (old / "some.jsonl").write_bytes(lines(5))
    for name in ("out.ris", "out.html", "out.docx", "out.bib", "keys.csv"):
        (old / name).write_bytes(b"old\n")
    dashes = lines(150).replace(b'"publisher"', b'"page": "1--2", "publisher"')
    (old / "fix.jsonl").write_bytes(dashes)
    (old / "fix.bib").write_text("".join(
        f"@book{{b{n}, title = {{T}}, url = {{http://doi.org/10.1000/{n}}}}}\n" for n in range(100)
    ))  # fmt: skip
    shutil.copytree(old, new)
    arguments = CASES[request.param].split()
    begun = time.monotonic()
    subprocess.run([*COMMAND, *arguments], cwd=new, check=False, capture_output=True)
    return Case(arguments, old, new, time.monotonic() - begun)


def test_a_run_that_is_killed_leaves_the_old_or_the_new(case: Case, tmp_path: Path) -> None:
    arguments, old, new, seconds = case
    assert contents(old) != contents(new)
    moments = random.Random(str(arguments))
    killed = 0
    for number in range(KILLS):
        now = tmp_path / str(number)
        shutil.copytree(old, now)
        process = start(now, *arguments)
        time.sleep(moments.uniform(0.02, seconds))
        process.kill()
        killed += process.wait() < 0
        process.communicate()
        assert one_of_both(now, old, new), arguments
    assert killed > KILLS // 3
    # The next run is not disturbed by what the last left behind.
    subprocess.run([*COMMAND, *arguments], cwd=now, check=False, capture_output=True)
    if "--append" not in arguments:
        assert contents(now) == contents(new)


def test_eight_runs_append_while_another_compares(tmp_path: Path) -> None:
    (tmp_path / "out.ris").write_bytes(b"")
    runs = []
    for number in range(8):
        (tmp_path / f"in{number}.jsonl").write_bytes(lines(200, first=1000 * number))
        runs.append(start(tmp_path, "export", f"in{number}.jsonl", "-o", "out.ris", "--append"))
    checks = [start(tmp_path, "export", "in0.jsonl", "-o", "out.ris", "--check") for _ in range(2)]
    assert [(run.communicate() and run.returncode) for run in runs] == [0] * 8
    assert {(run.communicate() and run.returncode) for run in checks} <= {0, 1}
    text = (tmp_path / "out.ris").read_text()
    assert text.count("TY  - ") == text.count("ER  - ") == 1600

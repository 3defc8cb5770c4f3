"""Whatever environment a run finds: the same results, and no words of Python's."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.runs import COMMAND, lines


@pytest.mark.parametrize(
    "command",
    ["merge a.jsonl --to ris", "merge a.jsonl --dry-run", "check a.jsonl --duplicates",
     "export a.jsonl --to csv", "cite a.jsonl --jobs 2 -o b.docx"],
)  # fmt: skip
def test_no_file_is_left_open(tmp_path: Path, command: str) -> None:
    """Python says so, with a traceback, to those who have warnings shown or be errors."""
    (tmp_path / "a.jsonl").write_bytes(lines(2))
    done = subprocess.run(
        [*COMMAND, *command.split(), "-q"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr

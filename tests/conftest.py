"""What all tests share: the command line as users run it, and the sample record."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "records" / "chancen-statt-krise.yaml"

Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def record() -> Path:
    """The sample record, as shipped."""
    return RECORD


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run("cite", "x.yaml", stdin=…)`: the command line in a process and folder of its own."""

    def run_reportcite(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "reportcite", *map(str, arguments)],
            input=stdin.encode("utf-8", "surrogateescape"),
            capture_output=True,
            cwd=tmp_path,
            # The result is UTF-8 whatever the locale says.
            env={**os.environ, "LC_ALL": "C", "COLUMNS": "80"},
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run_reportcite

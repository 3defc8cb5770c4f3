"""Files of npm packages, which `.ci/run` installs at the top of the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT


def npm_file(name: str) -> Path:
    """`package/path/in/it`; the test is skipped where the package is not installed."""
    path = ROOT / "node_modules" / name
    if not path.exists():
        pytest.skip(f"{path} is not there: install the npm package")
    return path

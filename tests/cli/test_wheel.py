"""The wheel works where there is no checkout."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_an_installed_wheel_cites_the_sample_and_knows_the_aliases(
    wheel: Path, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    bin_folder = tmp_path / "venv" / "bin"
    subprocess.run([bin_folder / "pip", "install", "--quiet", wheel], check=True)
    for style, expected in (
        ("chicago", "Ratzmann, Nora, Denis Zeković"),
        ("library-card", "Ratzmann, Nora"),
    ):
        done = subprocess.run(
            [bin_folder / "reportcite", "cite", "--sample", "--style", style],
            capture_output=True,
            cwd=tmp_path,
            check=True,
        )
        assert done.stdout.decode().startswith(expected)
        assert done.stderr == b""
    pages = {path.name for path in (tmp_path / "venv" / "share" / "man" / "man1").iterdir()}
    assert {"reportcite.1", "reportcite-cite.1", "reportcite-filter.1"} <= pages


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    build = "from hatchling.build import build_sdist; import sys; print(build_sdist(sys.argv[1]))"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "hatchling"], check=True)
    subprocess.run([python, "-c", build, tmp_path], cwd=ROOT, check=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (unpacked,) = (path for path in tmp_path.glob("reportcite-*") if path.is_dir())
    command = [
        str(python),
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        str(tmp_path),
        str(unpacked),
    ]
    subprocess.run(command, check=True)
    assert (tmp_path / wheel.name).stat().st_size == pytest.approx(wheel.stat().st_size, rel=0.02)

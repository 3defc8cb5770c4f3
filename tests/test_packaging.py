"""What a release consists of builds, installs and works where there is no checkout.

With each Python from 3.11 on that the machine has, by its name or in a folder of pyenv.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

MOST_MEGABYTES = 60
OLDEST = (3, 11)
OF_PIP = re.compile(r"(pip|setuptools|pkg_resources|_distutils_hack|distutils-precedence)\b.*")
NOT_FOR_ONE_CITATION = {
    *("backports", "compression.zstd", "docx", "jinja2", "lxml", "pathspec", "python_calamine"),
    *("rich", "stdnum", "urllib3", "Xlib", "asyncio", "importlib.metadata"),
}
VERSION = "import sys, venv; print(*sys.version_info[:2], sep='.')"
IMPORT_ALL = """
import importlib, pkgutil, reportcite

for module in pkgutil.walk_packages(reportcite.__path__, "reportcite."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def pythons() -> dict[str, str]:
    """An executable of each version, `3.12` and so on."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], 20)]
    beside = Path(sys.base_prefix).parent.glob("3.*/bin/python3")  # as pyenv keeps them
    found: dict[str, str] = {}
    for python in (sys.executable, *map(str, beside), *filter(None, map(shutil.which, names))):
        command = [python, "-c", VERSION]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        version = done.stdout.strip()
        if done.returncode == 0 and tuple(map(int, version.split("."))) >= OLDEST:
            found.setdefault(version, python)
    return found


PYTHONS = pythons()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the repository alone, as a clone has them."""
    folder = tmp_path_factory.mktemp("checkout")
    command = ["git", "ls-files", "--cached"]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in tracked.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def release(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that is built from that."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-W", "error", "-m", "build", "--outdir", str(folder), "."]
    done = clean(*command, folder=checkout)
    assert "warning" not in (done.stdout + done.stderr).lower()
    return folder


@pytest.fixture(scope="module")
def wheel(release: Path) -> Path:
    [found] = release.glob("*.whl")
    return found


@pytest.fixture(scope="module", params=PYTHONS)
def installed(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the commands of a fresh environment with the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    clean(PYTHONS[request.param], "-m", "venv", "venv", folder=folder)
    clean(folder / "venv/bin/pip", "install", "--quiet", wheel, folder=folder)
    return folder / "venv" / "bin"


def clean(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command that must succeed, without what this checkout has in the environment."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_both_distributions_are_as_pypi_wants_them(release: Path) -> None:
    files = sorted(release.iterdir())
    assert [path.name.partition("-")[0] for path in files] == ["reportcite"] * 2
    done = clean(sys.executable, "-m", "twine", "check", "--strict", *files, folder=release)
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_holds_the_package_its_data_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        [metadata] = [archive.read(name) for name in names if name.endswith("/METADATA")]
    data = {"csl-index.tsv.gz", "csl-files.xz", "styles/aliases.yaml", "styles/locales.yaml"}
    data |= {"prepared/apa.csl", "prepared/locales-en-US.xml"}
    assert {f"reportcite/data/{name}" for name in data} | {"reportcite/py.typed"} <= names
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {
        *("LICENSE", "LICENSE-CSL")
    }
    assert not [name for name in names if name.startswith("tests")]
    said = message_from_bytes(metadata)
    assert said["License-Expression"] == "MIT AND CC-BY-SA-3.0"
    assert {"icu", "test", "lint", "bench"} <= {*said.get_all("Provides-Extra", [])}


def test_the_source_distribution_packs_the_styles_anew(release: Path) -> None:
    [path] = release.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "LICENSE-CSL", "styles/aliases.yaml", "tests/conftest.py"} <= names
    assert not [name for name in names if name.startswith("src/reportcite/data")]


def test_a_fresh_installation_is_small(installed: Path) -> None:
    """As `du` counts, in whole blocks; pip and setuptools aside."""
    [packages] = installed.parent.glob("lib/python3*/site-packages")
    size = sum(map(blocks_of, files_in(packages)))
    assert size < MOST_MEGABYTES << 20


def files_in(packages: Path) -> Iterator[Path]:
    for package in packages.iterdir():
        if not OF_PIP.fullmatch(package.name):
            yield package
            yield from package.rglob("*")


def blocks_of(path: Path) -> int:
    return path.lstat().st_blocks * 512


def test_the_readmes_example_prints_what_is_shown(installed: Path, checkout: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [quoted] = re.findall(r"^> (.*)$", readme, re.MULTILINE)
    [shown] = re.findall(r"\.venv/bin/(reportcite cite .*)$", readme, re.MULTILINE)
    done = clean(installed / "reportcite", *shown.split()[1:], folder=checkout)
    assert (done.stdout, done.stderr) == (quoted.replace("*", "") + "\n", "")


@pytest.mark.parametrize(
    ("style", "beginning"),
    [
        ("chicago", "Ratzmann, Nora, Denis Zeković"),
        ("library-card", "Ratzmann, Nora"),
        ("nature-chemistry", "1."),
    ],
)
def test_styles_are_known_and_nothing_warns(
    installed: Path, tmp_path: Path, style: str, beginning: str
) -> None:
    command = ("-W", "error", "-m", "reportcite", "cite", "--sample", "--style", style)
    done = clean(installed / "python", *command, folder=tmp_path)
    assert done.stdout.startswith(beginning)
    assert done.stderr == ""


def test_every_module_can_be_imported_without_a_warning(installed: Path, tmp_path: Path) -> None:
    assert (
        clean(installed / "python", "-W", "error", "-c", IMPORT_ALL, folder=tmp_path).stderr == ""
    )


def test_one_citation_imports_little(installed: Path, tmp_path: Path) -> None:
    command = ("-X", "importtime", "-m", "reportcite", "cite", "--sample")
    times = clean(installed / "python", *command, folder=tmp_path).stderr
    imported = {line.rpartition("|")[2].strip() for line in times.splitlines()}
    assert "reportcite.csl.processor" in imported
    assert imported & NOT_FOR_ONE_CITATION == set()


def test_an_editable_installation_has_the_styles_too(checkout: Path, tmp_path: Path) -> None:
    shutil.copytree(checkout, tmp_path / "checkout")
    clean(sys.executable, "-m", "venv", "venv", folder=tmp_path)
    install = ("install", "--quiet", "--editable", "./checkout")
    clean(tmp_path / "venv/bin/pip", *install, folder=tmp_path)
    command = (tmp_path / "venv/bin/reportcite", "cite", "--sample", "--style", "mla")
    assert clean(*command, folder=tmp_path).stdout.startswith("Ratzmann, Nora, et al.")
    ignored = ("git", "check-ignore", "src/reportcite/data/csl-files.xz")
    assert clean(*ignored, folder=ROOT).stdout

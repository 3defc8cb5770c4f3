"""The clipboard of X11, owned by a process of our own, read back by xclip from a real server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.programs
OWNERS = ["pgrep", "-f", "reportcite.cli.clipboard.x11"]


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen that nobody sees."""
    server = shutil.which("Xvfb")
    if server is None or shutil.which("xclip") is None:
        pytest.skip("Xvfb or xclip is not installed")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}"}
        running.terminate()


def cite(screen: dict[str, str], *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reportcite", "cite", "--sample", "--copy", *options]
    return subprocess.run(command, env=screen, capture_output=True, check=False, timeout=60)


def pasted(screen: dict[str, str], target: str) -> str:
    command = ["xclip", "-selection", "clipboard", "-o", "-t", target]
    done = subprocess.run(command, env=screen, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def test_both_kinds_can_be_pasted(screen: dict[str, str]) -> None:
    done = cite(screen)
    assert done.returncode == 0, done.stderr
    assert "<i>Chancen statt „Krise“" in pasted(screen, "text/html")
    assert '<meta charset="utf-8">' in pasted(screen, "text/html")
    assert pasted(screen, "UTF8_STRING") == done.stdout.decode()
    assert "text/html" in pasted(screen, "TARGETS").split()


def test_cites_are_paragraphs(screen: dict[str, str]) -> None:
    done = cite(screen, "--as", "cite", "--locator", "12", "--format", "latex")
    assert "<p>(Ratzmann et al., 2024, p. 12)</p>" in pasted(screen, "text/html")
    assert pasted(screen, "UTF8_STRING") == "(Ratzmann et al., 2024, p. 12)\n"
    assert done.returncode == 0


def owners() -> set[bytes]:
    return set(subprocess.run(OWNERS, capture_output=True, check=False).stdout.split())


def test_the_owner_ends_when_others_copy(screen: dict[str, str]) -> None:
    before = owners()
    cite(screen)
    own = owners() - before
    assert own
    others = ["xclip", "-selection", "clipboard", "-i"]
    subprocess.run(others, env=screen, input=b"other", check=True)
    for _ in range(400):
        if not own & owners():
            break
        time.sleep(0.05)
    assert not own & owners()
    assert pasted(screen, "UTF8_STRING") == "other"

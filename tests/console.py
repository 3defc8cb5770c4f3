"""Commands as pages of documentation show them, with what a terminal shows below each."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypandoc


class Example(NamedTuple):
    command: str
    output: str  # an ellipsis stands for anything


def blocks(page: str, language: str) -> list[str]:
    """What stands in the code blocks of `page` that are in `language`."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def examples(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Example(command, output)


def prints_what_is_shown(block: str, folder: Path) -> None:
    """Fails unless each command of `block`, run in `folder`, prints what is below it."""
    for command, output in examples(block):
        pattern = re.escape(output).replace(r"\.\.\.", ".*")
        shown = shell(command, folder)
        assert re.fullmatch(pattern, shown), f"{command}\n{shown}"


def shell(command: str, folder: Path) -> str:
    """What a terminal shows when `command` is run in `folder`."""
    here = Path(sys.executable).parent
    pandoc = Path(pypandoc.get_pandoc_path()).parent
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{here}:{pandoc}:{os.environ['PATH']}",
            "PYTHONUNBUFFERED": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=600,
        check=False,
    )
    return done.stdout.decode("utf-8").replace("\r\n", "\n")

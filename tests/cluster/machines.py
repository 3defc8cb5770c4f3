"""Another machine, as far as the network is concerned: a namespace of its own, and a link to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest


class OtherMachine(NamedTuple):
    """It has the address `there`, and reaches this one at `here`."""

    name: str
    link: str
    here: str
    there: str

    @property
    def on_it(self) -> list[str]:
        """What a command begins with that is to run there."""
        return ["ip", "netns", "exec", self.name]

    def cut(self) -> None:
        """Nothing comes through, and nobody is told so."""
        _ip("link", "set", self.link, "down")

    def connect(self) -> None:
        """All comes through again."""
        _ip("link", "set", self.link, "up")


@contextmanager
def other_machine() -> Iterator[OtherMachine]:
    """A machine with the files of this one; where none can be had the test is skipped."""
    if sys.platform != "linux" or shutil.which("ip") is None or os.geteuid():
        pytest.skip("only root on Linux has namespaces of networks (iproute2)")
    number = os.getpid() % 2**14
    net = f"10.{64 + number // 2**8}.{number % 2**8}"
    machine = OtherMachine(f"other-{number}", f"here-{number}", f"{net}.1", f"{net}.2")
    inside = f"there-{number}"
    _ip("netns", "add", machine.name)
    try:
        _ip("link", "add", machine.link, "type", "veth", "peer", "name", inside)
        _ip("link", "set", inside, "netns", machine.name)
        _ip("addr", "add", f"{machine.here}/24", "dev", machine.link)
        machine.connect()
        for command in (
            ["addr", "add", f"{machine.there}/24", "dev", inside],
            ["link", "set", inside, "up"],
            ["link", "set", "lo", "up"],
        ):
            _ip("-netns", machine.name, *command)
        yield machine
    finally:
        subprocess.run(["ip", "link", "delete", machine.link], check=False, capture_output=True)
        _ip("netns", "delete", machine.name)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)

"""Copies of this process, and the ways to them."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

if sys.platform != "linux":
    pytest.skip("processes are not forked here", allow_module_level=True)

from reportcite.batch.processes.forks import Connection, Fork, Turns, pipe, ready
from tests.faults.runs import is_running


def echo(connection: Connection) -> None:
    while True:
        connection.send(connection.recv())


def echoing() -> tuple[Fork, Connection]:
    ours, theirs = pipe()
    process = Fork(echo, theirs)
    theirs.close()
    return process, ours


SIZES = [0, 1, 70_000, (1 << 20) - 100, 1 << 20, 5 << 20]
"""Bytes: in one piece, in several, nearly all of the room that a message has, more than that."""


@pytest.mark.parametrize("size", SIZES)
def test_messages_of_any_size_come_as_they_were_sent(size: int) -> None:
    process, connection = echoing()
    message = {"data": os.urandom(size), "numbers": [*range(100)]}
    for _ in range(9):  # more often than there are parts of the memory for messages
        connection.send(message)
        assert connection.recv() == message
    process.kill()
    process.join()


def test_more_messages_may_be_on_their_way_than_have_room_in_memory() -> None:
    process, connection = echoing()
    for number in range(30):
        connection.send((number, "x" * 1000))
    assert [connection.recv()[0] for _ in range(30)] == [*range(30)]
    process.kill()
    process.join()


@pytest.mark.parametrize("size", [1, 5 << 20])
def test_the_end_of_the_other_process_is_an_error(size: int) -> None:
    process, connection = echoing()
    process.kill()
    process.join()
    with pytest.raises(OSError, match="pipe"):
        connection.send(bytes(size))
    with pytest.raises(EOFError):
        connection.recv()


def test_a_message_that_is_cut_off_is_an_error() -> None:
    reading, writing = os.pipe()
    connection = Connection(reading, os.dup(1), memoryview(bytearray()), asks=True)
    os.write(writing, b"123")
    os.close(writing)
    with pytest.raises(EOFError):
        connection.recv()
    connection.close()
    connection.close()  # again, as when a run is ended twice


def test_connections_are_ready_when_something_has_come_or_will_never_come() -> None:
    (first, one), (second, other) = echoing(), echoing()
    assert ready([one, other], 0) == []
    begun = time.monotonic()
    assert ready([one, other], 0.05) == []
    assert time.monotonic() - begun > 0.04
    other.send(1)
    assert ready([one, other]) == [other]
    first.kill()
    assert ready([one]) == [one]
    first.join()
    second.kill()
    second.join()


def test_a_task_that_has_not_begun_can_be_taken_back() -> None:
    turns = Turns()
    assert turns.begin()
    assert not turns.end_before(3)  # of three
    assert turns.begin()
    assert turns.end_before(2)  # which it is at
    assert not turns.begin()


def test_what_a_process_has_begun_is_seen_in_the_other() -> None:
    turns = Turns()
    process = Fork(turns.begin)
    process.join()
    assert turns.end_before(1)
    assert not turns.end_before(2)


def test_a_process_can_be_ended_twice_and_is_gone() -> None:
    process = Fork(time.sleep, 600)
    process.kill()
    process.join()
    process.kill()
    process.join()


def test_what_was_printed_before_is_printed_once_and_what_is_raised_is_said() -> None:
    script = (
        "from reportcite.batch.processes.forks import Fork\n"
        "print('before')\n"
        "process = Fork(lambda: 1 / 0)\n"
        "process.join()\n"
        "print('behind')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.stdout == b"before\nbehind\n"
    assert b"ZeroDivisionError" in done.stderr


def test_a_process_ends_with_the_one_that_forgot_it() -> None:
    script = (
        "import time; from reportcite.batch.processes.forks import Fork\n"
        "print(Fork(time.sleep, 600)._pid)"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=False)
    assert not is_running(int(done.stdout))

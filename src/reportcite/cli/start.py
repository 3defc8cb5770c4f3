"""Where the process begins: Ctrl-C ends it quietly, also while it is still importing itself."""

from __future__ import annotations

# Not what stands before it in the standard library, which imports for some milliseconds.
import _signal as signal  # type: ignore[import-not-found]
import atexit
import os
import sys

TYPE_CHECKING = False  # what typing calls so, and takes milliseconds for
if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130
"""As in `errors.ExitCode`, which is not imported yet."""


def script() -> None:
    """Run the command line of this process and end the process."""

    def load() -> Callable[[], None]:
        from reportcite.cli.main import run_process

        return run_process

    _run(load)


def filter_script() -> None:
    """Run pandoc's filter in this process and end the process."""

    def load() -> Callable[[], None]:
        from reportcite.cli.documents.pandoc_filter import run_process

        return run_process

    _run(load)


def _run(load: Callable[[], Callable[[], None]]) -> None:
    """Import what is to run, by `load`, and run it."""
    # Who started this run may have it pass over an interrupt, as a shell does behind `&`.
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, _end)
    run_process = load()
    try:
        if heeded:
            # From here on an interrupt is an exception, so that unfinished files are removed.
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run_process()
    except SystemExit as end:
        if isinstance(end.code, int) and _is_alone():
            _leave(int(end.code))
        raise
    except KeyboardInterrupt:  # outside of what `main` looks after
        _end()
    finally:
        if heeded:
            signal.signal(signal.SIGINT, _end)  # while Python ends


def _is_alone() -> bool:
    """Whether nothing else of this process still runs."""
    threading = sys.modules.get("threading")
    threads: int = threading.active_count() if threading else 1
    return threads == 1 and "multiprocessing" not in sys.modules


def _leave(code: int) -> None:
    """End the process, and leave it to the system to take apart what it made: Python would take
    4 ms for it, a twentieth of a citation. Returns where something cannot be written, which Python
    then says."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # closed, or full
        return
    atexit._run_exitfuncs()
    os._exit(code)


def _end(*_: object) -> None:
    """End the process at once; nothing is unfinished, and what was to be printed is given up."""
    os._exit(_INTERRUPTED)

"""Where the process begins: Ctrl-C ends it quietly, also while it is still importing itself."""

from __future__ import annotations

# Not what stands before it in the standard library, which imports for some milliseconds.
import _signal as signal  # type: ignore[import-not-found]
import os

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
    except KeyboardInterrupt:  # outside of what `main` looks after
        _end()
    finally:
        if heeded:
            signal.signal(signal.SIGINT, _end)  # while Python ends


def _end(*_: object) -> None:
    """End the process at once; nothing is unfinished, and what was to be printed is given up."""
    os._exit(_INTERRUPTED)

"""Python's search for cyclic garbage, held back while many small objects are made and kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No cyclic garbage is looked for within.

    A bibliography makes no cycles, but keeps so many objects that the searches, each through all
    of them, would take a third of the time of a large one.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

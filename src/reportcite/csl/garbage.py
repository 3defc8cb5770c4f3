"""Python's search for cyclic garbage, held back while many small objects are made and kept."""

from __future__ import annotations

import gc


class Uncollected:
    """A context in which no cyclic garbage is looked for.

    A bibliography makes no cycles, but keeps so many objects that the searches, each through all
    of them, would take a third of the time of a large one. A class and not a generator, as it is
    entered several times for each record of a stream.
    """

    __slots__ = ("_enabled",)

    def __enter__(self) -> None:
        """Stops the searches, if they go on."""
        self._enabled = gc.isenabled()
        if self._enabled:
            gc.disable()

    def __exit__(self, *_: object) -> None:
        """Lets them go on, if they did before."""
        if self._enabled:
            gc.enable()

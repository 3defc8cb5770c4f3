"""Spreads the steps of a run over the workers of a Dask cluster (distributed.dask.org).

Dask gives what a lost worker had to another one, three times unless its settings say otherwise
(`distributed.scheduler.allowed-failures`). Numbers go there and a few words come back; all else
stands in the folder of the run, which the workers must see.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pkgutil import resolve_name
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from reportcite.cluster.run import Attempt, Spread
from reportcite.errors import ReportciteError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

_WITHOUT_WORKERS: Final = 30
"""Seconds after which there is no cluster any more where it has no worker; the scheduler misses
one whose network was cut after half a minute."""
_A_MOMENT: Final = 0.02
_PATIENCE: Final = 10
"""So many times as long what is said to be done is waited for."""
_SECONDS: Final = 15
"""How long a scheduler is waited for when a run begins, and again when it was lost."""
_HOW: Final = "write tcp://HOST:PORT, local for as many workers as there are cores, or local:N"
_QUIET: Final = {
    # What it has to say the run says by itself; a lost worker is not worth a page of messages.
    "logging.distributed": "critical",
    "distributed.comm.timeouts.connect": _SECONDS,
    "distributed.nanny.pre-spawn-environ": {"DASK_LOGGING__DISTRIBUTED": "critical"},
}


class ClusterLost(ReportciteError):
    """There is no cluster to work on, or there is none any more."""


class _NoWorkers(Exception):
    """The scheduler has no workers."""


def require(address: str) -> None:
    """Raises UsageError for an address that is none, or where Dask is not installed."""
    scheme, _, rest = address.partition(":")
    local = scheme == "local" and (address == "local" or (rest.isdecimal() and int(rest) > 0))
    if not local and not address.startswith(("tcp://", "tls://")):
        raise UsageError(f"--cluster cannot be '{address}'", suggestion=_HOW)
    try:
        import dask  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "--cluster needs Dask, which is not installed",
            suggestion="pip install 'reportcite[cluster]'",
        ) from error


@contextmanager
def by_workers(address: str, jobs: int) -> Iterator[Spread]:
    """A spread over the workers of the cluster at `address` (see `require`), or of one that is
    started here, of `jobs` workers where it does not say how many. Raises ClusterLost."""
    import dask

    with dask.config.set(_QUIET):
        from distributed import Client

        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        number = address.partition(":")[2]
        if not address.startswith("local"):
            try:
                client = Client(address, timeout=_SECONDS)
            except (OSError, ValueError) as error:
                raise ClusterLost(
                    f"no Dask scheduler answers at {address}", suggestion="is it running there?"
                ) from error
            with client:
                _require_reportcite(client)
                yield _spread(client)
            return
        with _started(int(number) if number else jobs) as cluster, Client(cluster) as client:
            yield _spread(client)


def _started(workers: int):  # type: ignore[no-untyped-def]
    from distributed import LocalCluster

    # Each worker is a process of its own, which works on one partition; no page of status.
    cluster: AbstractContextManager[Any] = LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=50
    )
    return cluster


def _require_reportcite(client: Client) -> None:
    """Raises ClusterLost where a worker does not have what it needs: Dask would have what is sent
    to it waited for, and never say why."""
    try:
        client.run(resolve_name, "reportcite.cluster.run:Share")
    except (ImportError, AttributeError) as error:
        raise ClusterLost(
            "a worker of the cluster has no reportcite, or another one",
            suggestion="install the same version everywhere",
        ) from error


def _spread(client: Client) -> Spread:
    def spread(work: Callable[[int], Attempt], numbers: list[int]) -> Iterator[Attempt]:
        # A step that is done again is not the one that was done before: its file may be gone.
        futures = client.map(work, numbers, pure=False, retries=2)
        try:
            for future in _as_they_come(client, futures):
                yield _answer(client, future)
        except _NoWorkers:
            client.cancel(futures)
            yield ClusterLost(f"the cluster has had no worker for {_WITHOUT_WORKERS} seconds")

    return spread


def _as_they_come(client: Client, futures: list[Future]) -> Iterator[Future]:
    """Those that are done, as soon as they are. Raises _NoWorkers where nobody is there who might
    do the others, for whom Dask would wait for ever."""
    from distributed import as_completed

    coming = as_completed(futures)
    last_seen = monotonic()
    while not coming.is_empty():
        some = coming.next_batch(block=False)
        yield from some
        if some:
            last_seen = monotonic()
        elif monotonic() - last_seen < _WITHOUT_WORKERS:
            sleep(_A_MOMENT)
        else:
            _require_workers(client)
            last_seen = monotonic()


def _require_workers(client: Client) -> None:
    """Raises _NoWorkers where the scheduler has none; where it does not answer, its futures say so
    soon."""
    with suppress(OSError):
        if not client.nthreads():
            raise _NoWorkers


def _answer(client: Client, future: Future) -> Attempt:
    """What a worker says of what is done; one whose network is cut cannot, and when it is missed
    another one does it again. Raises _NoWorkers."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    for _ in range(_PATIENCE):
        try:
            answer: Attempt = future.result(timeout=_WITHOUT_WORKERS)
        except KilledWorker:
            return ClusterLost("the workers that had it were ended from outside, one after another")
        except TimeoutError:
            _require_workers(client)
        except (CancelledError, OSError):
            break
        else:
            return answer
    return ClusterLost("the connection to the scheduler was lost")

"""The options of commands whose work many processes share through a folder."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import Annotated

import typer

from reportcite.cli.options.input import Input
from reportcite.errors import UsageError
from reportcite.tuples import NamedTuple


def parts_option(what: str) -> typer.models.OptionInfo:
    """The option --parts of a command that writes `what` into FOLDER."""
    option: typer.models.OptionInfo = typer.Option(
        metavar="FOLDER",
        help=f"{what} FILE may be a pattern, such as 'in/*.jsonl'.",
    )
    return option


Shard = Annotated[
    str,
    typer.Option(
        metavar="I/N",
        help="With --parts: do the share I of N runs, each of which may be on another machine.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume", help="With --parts: keep what an earlier run did, do what is missing."
    ),
]
Cluster = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS",
        help="With --parts: have a Dask cluster do the work, tcp://HOST:PORT, or local:N for "
        "N workers here; needs reportcite[cluster].",
    ),
]


class Parts(NamedTuple):
    """What is asked for: parts in `folder`, of which this run does the `shard` I/N ("" for all);
    what is done already is kept with `resume`; with `check` it is only said what is missing.
    `cluster` is the address of one that does the work, "" for processes of this machine."""

    folder: str = ""
    shard: str = ""
    resume: bool = False
    check: bool = False
    cluster: str = ""

    def refuse(self, excluded: dict[str, object]) -> None:
        """Raises UsageError for options that mean nothing together with parts: those `excluded`
        that are given; or without parts."""
        if not self.folder:
            needing = {"--shard": self.shard, "--resume": self.resume, "--cluster": self.cluster}
            for option, given in needing.items():
                if given:
                    raise UsageError(f"{option} needs a folder", suggestion="name it with --parts")
            return
        for option, given in excluded.items():
            if given:
                raise UsageError(f"--parts excludes {option}", suggestion="leave one out")
        if self.shard and self.cluster:
            raise UsageError("--shard excludes --cluster", suggestion="leave one out")


def of_input(source: Input, on_error: str = "") -> dict[str, object]:
    """What a run over all records can do only, of the options that say what is read."""
    return {
        "--key, --where and --cited-in": source.keys or source.where or source.cited_in,
        "--fail-fast and --on-error stop": source.fail_fast or on_error == "stop",
    }

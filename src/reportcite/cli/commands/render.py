"""`reportcite render`: the engine for editors and other languages, JSON in and JSON out."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from reportcite.errors import ExitCode, ReportciteError


def render(
    lines: Annotated[
        bool,
        typer.Option(
            "--lines",
            help="Read one request a line, and answer each in a line as soon as it comes.",
        ),
    ] = False,
) -> ExitCode:
    """Render citations and a bibliography for an editor.

    Reads one JSON object from standard input: `style` (a name, a path or the style's XML),
    `locale`, `format` (as of `cite`), `references` (CSL-JSON), `citations` (objects with
    `citationItems` and `properties`, as in CSL's citation schema, in the order of the document),
    `abbreviations` and `links` (false for none); all but `references` may be left out. Answers with
    one JSON object: `citations` (texts, with [???] for an unknown reference), `bibliography`
    (objects with id and text) and `warnings`. The exit code is 1 when there are warnings. With
    --lines, a request that cannot be answered is answered with an object that has an `error`.

    \b
    Example:
      echo '{"references": [{"id": "a", "type": "book", "title": "Walden"}],
        "citations": [{"citationItems": [{"id": "a", "locator": "12"}]}]}' | reportcite render
    """
    from reportcite.cli.output import write_file
    from reportcite.documents.rendering import Processors, answer_to, read_request

    if lines:
        return _answer_lines(sys.stdin.buffer)
    answer = answer_to(read_request(sys.stdin.buffer.read()), Processors())
    write_file("-", json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    return ExitCode.FINDINGS if answer["warnings"] else ExitCode.CLEAN


def _answer_lines(requests: Iterable[bytes]) -> ExitCode:
    """Answers each line of `requests` as soon as it is read, in a line of its own."""
    from reportcite.cli.output import write_file
    from reportcite.documents.rendering import Processors, answer_to, read_request

    processors = Processors()
    code = ExitCode.CLEAN
    for number, line in enumerate(requests, 1):
        if not line.strip():
            continue
        try:
            answer = answer_to(read_request(line, number), processors)
        except ReportciteError as error:
            answer = {"error": str(error)}
        if answer.get("warnings", True):
            code = ExitCode.FINDINGS
        write_file("-", json.dumps(answer, ensure_ascii=False) + "\n")
    return code

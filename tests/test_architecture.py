"""The rooms of the package: who may import whom, no cycles, and only the command line speaks."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "reportcite"

# What each room may import besides itself; the public functions and the cli may import everything.
ARROWS = {
    "errors": set(),
    "problems": {"errors"},
    "vocabulary": set(),
    "limits": set(),
    "patterns": set(),
    "shipped": set(),
    "files": set(),
    "similarity": set(),
    "suggest": {"errors"},
    "tuples": set(),
    "path_patterns": set(),
    "policy": {"errors", "path_patterns", "problems"},
    "values": {"errors", "patterns", "problems", "vocabulary"},
    "record": {"errors", "patterns", "problems", "similarity", "vocabulary", "values"},
    "tables": {"errors", "patterns", "values"},
    "csl": {
        *("errors", "patterns", "problems", "vocabulary", "values", "shipped", "files"),
        *("similarity", "suggest"),
    },
    "formats": {"errors", "limits", "patterns", "problems", "vocabulary", "values", "record"},
    "lookup": {"errors", "limits", "patterns", "problems", "values", "record", "formats"},
    "fixing": {"errors", "limits", "patterns", "policy", "problems", "record", "formats"},
    "schemas": {"problems", "vocabulary", "values", "record"},
    "styles": {"csl"},
    "documents": {"errors", "files", "patterns", "similarity", "csl", "values"},
    "remote": {"errors"},
    "batch": {
        "remote",
        *("errors", "files", "limits", "patterns", "problems", "vocabulary", "record", "formats"),
        *("csl", "fixing", "path_patterns", "policy", "similarity", "tables"),
    },
    "cluster": {
        *("", "errors", "files", "formats", "path_patterns", "policy", "problems", "record"),
        *("remote", "tables", "batch"),
    },
    "pages": {
        *("errors", "files", "patterns", "vocabulary", "values", "record", "formats", "csl"),
        "batch",
    },
}
FREE = {"", "__main__", "cli", "library"}


OF_ALL = {"tuples"}
"""What everybody imports."""

# The way through the citation engine: what each part of it may import of the others.
CSL_ARROWS = {
    "tokens": set(),
    "garbage": set(),
    "rules": set(),
    "archive": set(),
    "style": {"archive"},
    "items": {"tokens"},
    "german": set(),
    "locale": {"archive", "german", "style"},
    "preparing": {"archive", "style", "locale"},
    "context": {"items", "tokens"},
    "text": {"tokens"},
    "write": {"text", "tokens"},
    "compile": {"style", "items", "text", "locale", "context", "tokens"},
    "document": {"compile", "items", "text", "context", "tokens", "garbage", "write"},
    "processor": {
        *("style", "items", "locale", "context", "text", "write", "compile", "document", "tokens"),
        "rules",
    },
}
OF_EXTRAS = {"dask", "distributed", "icu", "obstore", "pyarrow"}
NOT_FOR_RUNNING = {"test", "lint", "bench", "docs"}
SPEAKING = {"__main__", "cli"}

# What the formats share; all else in the room formats is one format, or one family of formats.
SHARED_BY_FORMATS = {
    *("format", "loss", "recognition", "reference_types", "registry", "rules"),
    *("reading", "writing"),
}
MOST_MODULES_IN_A_FOLDER = 16
MOST_LINES_OF_A_FUNCTION = 40
"""Without its parameters, which are the options of commands, and its docstring."""
MOST_LINES_OF_A_MODULE = 400

# Modules of these names hold data: rules are held by test_rules.py, formats by test_registry.py.
WITHOUT_TESTS = {
    "__init__.py",
    "__main__.py",
    "rules.py",
    "format.py",
    "shapes.py",
    "reading.py",
}
TESTED_ELSEWHERE = {
    "formats/bibtex/biblatex.py",  # beside bibtex: tests/formats/bibtex/test_write.py
    "formats/reading/note_lines.py",  # read where they are written: writing/test_note_lines.py
}


def module_name(path: Path) -> str:
    """`reportcite.csl.output` for src/reportcite/csl/output.py."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {
    module_name(path): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def room(module: str) -> str:
    """The part of the package that `module` stands in; "" for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def imports(module: str, *, at_run_time: bool = False) -> Iterator[str]:
    """The modules of the package that `module` imports, wherever in the file it does so."""
    for node in nodes(MODULES[module], at_run_time):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            target = name if name in MODULES else name.rpartition(".")[0]
            if target in MODULES:
                yield target


def nodes(tree: ast.AST, at_run_time: bool) -> Iterator[ast.AST]:
    """All nodes of `tree`; at run time, without what stands under `if TYPE_CHECKING`."""
    for node in ast.iter_child_nodes(tree):
        if at_run_time and isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from nodes(node, at_run_time)


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_what_its_arrows_name(module: str) -> None:
    here = room(module)
    if here in FREE:
        return
    assert here in ARROWS, f"no arrows are drawn for {here}"
    for target in imports(module):
        assert room(target) in ARROWS[here] | OF_ALL | {here}, f"{module} imports {target}"


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) not in SPEAKING])
def test_only_the_command_line_imports_the_command_line(module: str) -> None:
    assert not {target for target in imports(module) if room(target) in SPEAKING}


@pytest.mark.parametrize("module", [one for one in MODULES if ".cli.commands." in one])
def test_no_command_imports_another(module: str) -> None:
    """What several of them need stands beside them."""
    assert not [one for one in imports(module) if ".cli.commands." in one]


def csl_part(module: str) -> str:
    """The part of the citation engine that `module` belongs to; "" outside of it and for its
    face."""
    parts = module.split(".")
    return parts[2] if room(module) == "csl" and len(parts) > 2 else ""


@pytest.mark.parametrize("module", [name for name in MODULES if csl_part(name)])
def test_the_engine_runs_one_way(module: str) -> None:
    here = csl_part(module)
    # The session is made by the processor it works on.
    known = {"processor"} if module == "reportcite.csl.document.session" else set()
    for target in imports(module):
        there = csl_part(target)
        if there:
            assert there in CSL_ARROWS[here] | {here} | known, f"{module} imports {target}"


def format_of(module: str) -> str:
    """The format that `module` belongs to; "" for what formats share, and for other rooms."""
    if room(module) != "formats":
        return ""
    part = module.split(".")[2] if module.count(".") > 1 else ""
    return "" if part in SHARED_BY_FORMATS else part


def test_no_format_imports_a_sibling() -> None:
    """What is shared imports no format either."""
    imported = [
        f"{module} imports {target}"
        for module in MODULES
        if room(module) == "formats"
        for target in imports(module)
        if format_of(target) not in ("", format_of(module))
    ]
    assert not imported


@pytest.mark.parametrize("folder", sorted({path.parent for path in PACKAGE.rglob("*.py")}))
def test_a_folder_holds_no_more_modules_than_a_reader_can_look_over(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES_IN_A_FOLDER


@pytest.mark.parametrize("module", MODULES)
def test_functions_and_modules_are_short_enough_to_be_read(module: str) -> None:
    tree = MODULES[module]
    assert not {
        node.name: lines_of(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and lines_of(node) > MOST_LINES_OF_A_FUNCTION
    }
    assert (tree.body[-1].end_lineno or 0) <= MOST_LINES_OF_A_MODULE


def lines_of(function: ast.FunctionDef) -> int:
    """How many lines the body of `function` has, its docstring not counted."""
    body = function.body[1 if ast.get_docstring(function) else 0 :]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_a_module_has_its_tests_in_the_same_folder(path: Path) -> None:
    module = path.relative_to(PACKAGE)
    if module.name in WITHOUT_TESTS or module.as_posix() in TESTED_ELSEWHERE:
        return
    assert Path(__file__).parent.joinpath(module.parent, f"test_{module.name}").exists()


def test_no_module_imports_itself_by_a_detour() -> None:
    """Not even to say of which type something is."""
    graph = {module: set(imports(module)) for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


FOLDERS = {name.rpartition(".")[0] for name in MODULES if "." in name}
# `Record.from_fields` is made by what makes all records; who writes a file asks its reader what it
# gives back, and who reads one makes the keys and texts that are written.
IN_CIRCLES = {"reportcite.record", "reportcite.formats"}


@pytest.mark.parametrize("folder", sorted(FOLDERS - IN_CIRCLES))
def test_the_parts_of_a_folder_import_each_other_one_way(folder: str) -> None:
    """Its modules, and its folders as a whole: each stands above what it uses."""
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        part = part_of(module, folder)
        used = {part_of(one, folder) for one in imports(module)} if part else set()
        graph.setdefault(part, set()).update(used - {part, ""})
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def part_of(module: str, folder: str) -> str:
    """The module or folder of `folder` that has `module`; "" where it stands elsewhere."""
    inside = module.removeprefix(f"{folder}.")
    return "" if inside == module else inside.partition(".")[0]


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) not in SPEAKING])
def test_only_the_command_line_prints_or_exits(module: str) -> None:
    called = {
        ast.unparse(node.func) for node in ast.walk(MODULES[module]) if isinstance(node, ast.Call)
    }
    assert not called & {"print", "sys.exit", "exit", "quit", "os._exit"}
    raised = {
        ast.unparse(node.exc.func if isinstance(node.exc, ast.Call) else node.exc)
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Raise) and node.exc
    }
    assert "SystemExit" not in raised


def test_every_package_that_is_imported_is_declared() -> None:
    """Extras are declared too; their modules say what is missing where it is."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    at_run_time = [extras[name] for name in extras if name not in NOT_FOR_RUNNING]
    declared = [*project["dependencies"], *chain.from_iterable(at_run_time)]
    names = {re.split(r"[^\w.-]", one, maxsplit=1)[0].lower() for one in declared}
    known = packages_distributions()
    foreign = {
        name: module
        for module, tree in MODULES.items()
        for node in nodes(tree, at_run_time=True)
        for name in imported(node)
        if name != "reportcite"
        and name not in sys.stdlib_module_names
        # Which package has a module of an extra that is not installed, nothing here can say.
        and (name in known or name not in OF_EXTRAS)
    }
    assert {
        name: module
        for name, module in foreign.items()
        if not names & {package.lower() for package in known.get(name, [])}
    } == {}


@pytest.mark.parametrize("module", MODULES)
def test_no_private_name_is_left_over(module: str) -> None:
    """A name of the module's own is used there, unless it is said in a text."""
    tree = MODULES[module]
    own = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and re.match("_[^_]", target.id)
    }
    used = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    }
    annotations = " ".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    assert not {name for name in own - used if not re.search(rf"\b{name}\b", annotations)}


def imported(node: ast.AST) -> list[str]:
    """The top-level packages that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [str(node.module).partition(".")[0]]
    return []


_MAKES_RECORDS = {"Record", "Record._make", "record._replace"}


def test_a_record_is_made_at_one_door() -> None:
    makers = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _MAKES_RECORDS
    }
    assert makers == {"reportcite.record.assemble.record"}

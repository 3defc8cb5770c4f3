"""Keeps bibliographic records of reports: checks them, cites and exports them."""

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "Cite",
    "Contributor",
    "Date",
    "Document",
    "Entry",
    "Fix",
    "Identifier",
    "InputError",
    "Isbn",
    "OutputError",
    "Place",
    "Problem",
    "Record",
    "ReportciteError",
    "Rule",
    "StyleError",
    "StyleName",
    "UsageError",
    "check",
    "cite",
    "csl",
    "entries",
    "export",
    "fix",
    "identify",
    "isbn",
    "load",
    "styles",
]

# What typing calls so, which costs too much here: the command line is not to be kept waiting, and
# until it has begun, Ctrl-C would be answered with a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportcite import csl, styles
    from reportcite.csl.document.bibliography import Entry
    from reportcite.csl.style.catalogue import StyleName
    from reportcite.errors import (
        InputError,
        OutputError,
        Place,
        ReportciteError,
        StyleError,
        UsageError,
    )
    from reportcite.library.citing import Citation, Cite, Document, cite, entries
    from reportcite.library.exporting import export
    from reportcite.library.files import check, fix, load
    from reportcite.library.identifiers import identify, isbn
    from reportcite.problems import Fix, Problem, Rule
    from reportcite.record.model import Record
    from reportcite.values.identifiers.identifier import Identifier
    from reportcite.values.isbn import Isbn
    from reportcite.values.shapes import Contributor, Date
else:
    _MODULES = {
        "csl.document.bibliography": ("Entry",),
        "csl.style.catalogue": ("StyleName",),
        "errors": tuple(
            "InputError OutputError Place ReportciteError StyleError UsageError".split()
        ),
        "library.citing": ("Citation", "Cite", "Document", "cite", "entries"),
        "library.exporting": ("export",),
        "library.files": ("check", "fix", "load"),
        "library.identifiers": ("identify", "isbn"),
        "problems": ("Fix", "Problem", "Rule"),
        "record.model": ("Record",),
        "values.identifiers.identifier": ("Identifier",),
        "values.isbn": ("Isbn",),
        "values.shapes": ("Contributor", "Date"),
    }

    def __getattr__(name: str) -> object:
        """The public name, imported when first asked for. Raises AttributeError for another."""
        from importlib import import_module

        if name in ("csl", "styles"):
            return import_module(f"{__name__}.{name}")
        for module, names in _MODULES.items():
            if name in names:
                value = getattr(import_module(f"{__name__}.{module}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        """The public names, for completion at a prompt."""
        return [*{**globals(), **dict.fromkeys(__all__)}]

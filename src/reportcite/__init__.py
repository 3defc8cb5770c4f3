"""Keeps bibliographic records of reports: checks them, cites and exports them."""

__version__ = "0.1.0"

__all__ = [
    "Place",
    "Problem",
    "Record",
    "ReportciteError",
    "check",
    "cite",
    "export",
    "fix",
    "load",
]

# What typing calls so, which costs too much here: the command line is not to be kept waiting, and
# until it has begun, Ctrl-C would be answered with a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportcite.errors import Place, ReportciteError
    from reportcite.library import check, cite, export, fix, load
    from reportcite.problems import Problem
    from reportcite.record.model import Record
else:
    _MODULES = {
        **dict.fromkeys(("check", "cite", "export", "fix", "load"), "library"),
        **dict.fromkeys(("Place", "ReportciteError"), "errors"),
        "Problem": "problems",
        "Record": "record.model",
    }

    def __getattr__(name: str) -> object:
        """The public name, imported when first asked for. Raises AttributeError for another."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        globals()[name] = value
        return value

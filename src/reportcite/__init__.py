"""Keeps bibliographic records of reports: checks, cites and exports them."""

from reportcite.errors import Place, ReportciteError
from reportcite.library import check, cite, export, load
from reportcite.problems import Problem
from reportcite.record.model import Record

__version__ = "0.1.0"

__all__ = ["Place", "Problem", "Record", "ReportciteError", "check", "cite", "export", "load"]

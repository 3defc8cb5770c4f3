"""Keeps bibliographic records of reports: checks, cites and exports them."""

"""Dates, in every notation."""

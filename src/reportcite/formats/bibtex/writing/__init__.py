"""Entries written."""

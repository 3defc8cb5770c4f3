"""Metadata in pages of the web."""

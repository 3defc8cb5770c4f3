"""Streams of records, from any input to any output."""

"""The work done on a chunk of records, wherever it runs."""

"""The sources of records, each with its address."""

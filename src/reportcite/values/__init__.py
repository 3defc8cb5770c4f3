"""The values of records, each owned by one module."""

"""JSON Schemas of records, and of all JSON that commands print."""

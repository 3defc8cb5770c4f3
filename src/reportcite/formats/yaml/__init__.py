"""Records in YAML, reportcite's own format."""

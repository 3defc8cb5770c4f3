"""CSL-JSON, CSL-YAML and JSON Lines."""

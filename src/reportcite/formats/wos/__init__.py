"""The tagged format of the Web of Science."""

"""The JSON of Crossref's REST API."""

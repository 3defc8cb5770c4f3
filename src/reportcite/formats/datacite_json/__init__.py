"""The JSON of DataCite's REST API."""

"""Crossref XML: what members deposit, and what Crossref answers in its UNIXREF format."""

"""MARC 21, as ISO 2709, as XML and as JSON: one crosswalk for all."""

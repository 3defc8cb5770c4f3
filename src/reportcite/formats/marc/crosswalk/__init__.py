"""From the fields of MARC 21 to those of a record."""

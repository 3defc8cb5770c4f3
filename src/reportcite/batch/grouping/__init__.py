"""Finds the records of one work among any number, in bounded memory: spool, buckets, groups."""

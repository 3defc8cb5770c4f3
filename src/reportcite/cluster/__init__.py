"""The same work for catalogues that are larger than one machine: many partitions, by steps."""

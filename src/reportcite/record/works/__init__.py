"""Which records are about one work: what they are known by, how alike two are, merging."""

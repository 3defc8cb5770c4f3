"""Lists of identifiers: what `isbn` and `id` share."""

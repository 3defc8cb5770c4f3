"""Citations and bibliographies in pandoc's documents (its JSON; pandoc-types 1.23)."""

"""How .bib files are read: their grammar, what each entry says, what it takes over."""

"""Citations in documents: Markdown as pandoc reads it, LaTeX, Typst, Org and notebooks."""

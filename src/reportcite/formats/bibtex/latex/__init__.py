"""LaTeX in the texts of BibTeX."""

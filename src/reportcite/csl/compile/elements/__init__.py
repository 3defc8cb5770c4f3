"""One compiler per CSL element."""

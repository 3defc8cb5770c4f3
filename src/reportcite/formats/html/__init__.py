"""Records in the pages of the web."""

"""Publication pages: a static site of records, an index and a page for each."""

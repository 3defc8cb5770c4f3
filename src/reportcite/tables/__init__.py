"""Tables of identifiers: read, judged row by row, and written with what was found."""

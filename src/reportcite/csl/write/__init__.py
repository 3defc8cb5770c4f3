"""Writers: a token stream becomes text in one output format."""

"""What a document decides: positions, numbers, disambiguation, the order of cites."""

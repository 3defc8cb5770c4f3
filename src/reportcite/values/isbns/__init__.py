"""What an ISBN is made of: digits, ranges, the ways it is written, and the slips made in it."""

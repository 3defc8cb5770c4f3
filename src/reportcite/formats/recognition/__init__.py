"""What a file holds, seen from how it begins."""

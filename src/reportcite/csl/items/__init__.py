"""What a style renders: items with their names and dates, as CSL-JSON gives them."""

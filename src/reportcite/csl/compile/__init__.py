"""From a style to the functions that render with it."""

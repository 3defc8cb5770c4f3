"""The XML of EndNote."""

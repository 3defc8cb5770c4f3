"""ENW, EndNote's tagged format, which goes back to refer."""

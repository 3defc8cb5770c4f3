"""What all texts have in common, whatever they say."""

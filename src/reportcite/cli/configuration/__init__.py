"""Settings from files and variables: which there are, where they are found, what holds."""

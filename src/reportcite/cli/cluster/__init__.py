"""Work in parts and on clusters, as the options of commands ask for it."""

"""Work shared among processes of this machine."""

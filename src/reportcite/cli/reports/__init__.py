"""How `check` prints what it found: for a terminal, for programs, for a colleague."""

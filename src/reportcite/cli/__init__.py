"""The command line: the only room that prints and exits."""

import gc

# A cold citation is mostly imports, and looking for garbage among what they make, on the way and
# at the end, took a sixth of it. Here, and not where the program begins, as Typer comes before.
gc.set_threshold(100_000)

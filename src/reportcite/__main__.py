"""`python -m reportcite` is the command line."""

from reportcite.cli.start import script

if __name__ == "__main__":
    script()

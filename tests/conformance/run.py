"""`python tests/conformance/run.py FOLDER`: runs the fixtures of a folder through the engine."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.conformance.report import main

    sys.exit(main())

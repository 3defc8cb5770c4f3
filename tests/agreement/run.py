"""`python tests/agreement/run.py ITEMS.json EXPECTED.jsonl.gz`: real styles against citeproc-js."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.agreement.report import main

    sys.exit(main())

"""`python -m facilitui` is the `facilitui` command."""

import sys

from facilitui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

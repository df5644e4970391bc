"""`python -m segmenter` is the command `segmenter`."""

import sys

from segmenter.cli.program import main

if __name__ == "__main__":
    sys.exit(main())

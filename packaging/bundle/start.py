"""Where the bundled application begins: worker processes are this program as well, and must not open a window."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from segmenter.cli.program import main

    sys.exit(main())

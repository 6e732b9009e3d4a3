"""``python -m paperparse`` is the command line."""

from paperparse.cli import main

if __name__ == "__main__":
    main()

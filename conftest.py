"""Doctests of a module are left out where its extra is not installed; its skipped tests say so."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("pyarrow") else ["src/paperparse/arrow.py"]

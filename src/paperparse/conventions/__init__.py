"""What papers print, as tables: rows with patterns, examples and sources, and the loader that checks them."""

from paperparse.conventions.loader import load
from paperparse.conventions.rows import Mark, Row
from paperparse.conventions.tables import Surnames, Tables

__all__ = ["Mark", "Row", "Surnames", "Tables", "load"]

"""How the documentation is built; strict, and without the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.domains.python import PyObject  # type: ignore[attr-defined]  # public, not re-exported
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import paperparse

if TYPE_CHECKING:
    from enum import StrEnum

    from docutils.nodes import Node  # type: ignore[import-untyped]
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

project = "paperparse"
project_copyright = "the paperparse authors"
author = "the paperparse authors"
version = release = paperparse.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest", "table_pages"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"paperparse {version}"
html_show_sphinx = False

autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True

# The examples in docstrings are written as they stand in their module.
# Files they name are seen from the root of the sources.
doctest_global_setup = f"""
import datetime as dt
import os
from paperparse import *
from paperparse.export import *
from paperparse.proof import render_proof
os.chdir({str(HERE.parent)!r})
"""

nitpicky = True
# The standard library's index is on the net, and the build goes without.
nitpick_ignore = [
    ("py:class", "collections.abc.Iterable"),
    ("py:class", "datetime.date"),
    ("py:class", "dt.date"),
    ("py:class", "enum.StrEnum"),
    ("py:class", "os.PathLike"),
]
nitpick_ignore_regex = [("py:class", r"(pa|pyarrow\.lib)\.\w+")]  # likewise


class EnumTable(SphinxDirective):
    """A table of an enum's values and what each means, taken from the source so that it cannot go stale."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Build the table."""
        kind: type[StrEnum] = getattr(paperparse, self.arguments[0])
        source = ModuleAnalyzer.for_module(kind.__module__)
        source.analyze()
        lines = ["| code | meaning |", "|---|---|"]
        for member in kind:
            words = source.attr_docs.get((kind.__name__, member.name))
            if not words:
                message = f"{kind.__name__}.{member.name} says nothing about its meaning"
                raise self.error(message)
            lines.append(f"| `{member.value}` | {' '.join(words).strip()} |")
        return self.parse_text_to_nodes("\n".join(lines))


def check_reference(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn, and so fail, when a public name is missing from the reference."""
    described = env.domains.python_domain.objects
    for name in paperparse.__all__:
        if f"paperparse.{name}" not in described:
            logging.getLogger("docs").warning("paperparse.%s is not described", name)


def setup(app: Sphinx) -> None:
    """Add what this documentation needs beyond the extensions."""
    for field in PyObject.doc_field_types:
        if field.name == "variable":
            field.label = "Attributes"  # as the docstrings call them
    app.add_directive("enum-table", EnumTable)
    app.connect("env-check-consistency", check_reference)

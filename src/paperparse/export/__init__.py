"""What leaves the library: pages, issues and articles in forms other programs read.

Each form has its documented mapping; what a form has no room for is in its side-car, see
:func:`~paperparse.export.sidecar`. Nothing is imported before it is asked for: most programs write one form,
and ``import paperparse`` must stay cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paperparse.export.json import from_json, schema, to_json
    from paperparse.export.markdown import to_markdown
    from paperparse.export.newsarticle import script_json, to_news_article
    from paperparse.export.ninjs import to_ninjs
    from paperparse.export.printing import Printing, printing_of
    from paperparse.export.rows import to_rows
    from paperparse.export.sidecars import Form, held, sidecar
    from paperparse.export.tei import to_tei

__all__ = [
    "Form",
    "Printing",
    "from_json",
    "held",
    "printing_of",
    "schema",
    "script_json",
    "sidecar",
    "to_json",
    "to_markdown",
    "to_news_article",
    "to_ninjs",
    "to_rows",
    "to_tei",
]

_HOMES: Final = {
    "json": ("from_json", "schema", "to_json"),
    "markdown": ("to_markdown",),
    "newsarticle": ("script_json", "to_news_article"),
    "ninjs": ("to_ninjs",),
    "printing": ("Printing", "printing_of"),
    "rows": ("to_rows",),
    "sidecars": ("Form", "held", "sidecar"),
    "tei": ("to_tei",),
}


def __getattr__(name: str) -> object:
    """Import a name of this package when it is first asked for."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)

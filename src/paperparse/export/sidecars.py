"""What a format has no room for, kept beside it instead of dropped.

A side-car is our own JSON without the fields the format holds. It is made by taking away, not by choosing, so
a field that is new in the model is in every side-car until a format says that it holds it.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from paperparse.export import markdown, newsarticle, ninjs, rows, tei
from paperparse.export.json import to_json
from paperparse.export.printing import printing_of

if TYPE_CHECKING:
    from paperparse.model import Issue, Page

__all__ = ["SIDECAR", "Form", "held", "sidecar"]

SIDECAR: Final = "paperparse-sidecar/1"
"""The version every side-car carries."""


class Form(StrEnum):
    """The formats that cannot hold all of an article."""

    NINJS = "ninjs"
    NEWSARTICLE = "newsarticle"
    MARKDOWN = "markdown"
    TEI = "tei"
    ROWS = "rows"


_HELD: Final = {
    Form.NINJS: ninjs.HELD,
    Form.NEWSARTICLE: newsarticle.HELD,
    Form.MARKDOWN: markdown.HELD,
    Form.TEI: tei.HELD,
    Form.ROWS: rows.HELD,
}


def held(form: Form) -> frozenset[str]:
    """The fields of an article that a format holds, as paths such as ``"headline.main.text"``.

    Args:
        form: The format.

    Returns:
        The paths; a path counts for all items of the arrays on its way.

    Examples:
        >>> "captions.text" in held(Form.NINJS)
        True
    """
    return _HELD[form]


def sidecar(source: Page | Issue, form: Form) -> dict[str, Any]:
    r"""What a format cannot hold of a page or issue.

    Args:
        source: The page or issue that was written in the format.
        form: The format.

    Returns:
        A new dictionary of ``schema``, ``form``, ``uris`` (the identifier of each article by its id) and
        ``rest``, which is our own JSON without the fields that the format holds.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> sidecar(page, Form.NINJS)["rest"]["articles"][0]["headline"]["main"]
        [{'spans': [[0, 0, 6]]}]
    """
    tree = json.loads(to_json(source))
    return {
        "schema": SIDECAR,
        "form": str(form),
        "uris": {article.id: printing_of(article, source).uri for article in source.articles},
        "rest": _without(tree, _HELD[form]),
    }


def _without(tree: dict[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    """Our JSON of a page or issue, the articles in it without some fields."""
    rest = dict(tree)
    rest["articles"] = [_prune(article, fields, "") for article in tree["articles"]]
    if "pages" in tree:
        rest["pages"] = [_without(page, fields) for page in tree["pages"]]
    return rest


def _prune(value: Any, fields: frozenset[str], at: str) -> Any:  # noqa: ANN401  # JSON may hold anything
    """A value without the fields named; arrays keep their length, so that items can be told."""
    if isinstance(value, list):
        return [_prune(item, fields, at) for item in value]
    if not isinstance(value, dict):
        return value
    paths = {key: f"{at}.{key}" if at else key for key in value}
    return {key: _prune(item, fields, paths[key]) for key, item in value.items() if paths[key] not in fields}

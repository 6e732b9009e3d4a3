"""Parse page texts as Scrapy downloads them, in an item pipeline, on a site this program serves itself.

The articles are written to the file named, one item a page::

    pip install '.[scrapy]' && python examples/scrapy_pipeline.py articles.jsonl

Of a project of yours, ``PageParser`` goes into ``pipelines.py`` and its name into ``ITEM_PIPELINES``.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import DropItem

import paperparse as pp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response

SITE = Path(__file__).parent.parent / "seeds"


class PageParser:
    """Puts the articles of a downloaded page in the place of its bytes."""

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Parse one page; a page that is no text is dropped and counted, like any dropped item."""
        try:
            page = pp.parse(item.pop("body"))
        except pp.DecodeError as error:
            raise DropItem(str(error)) from error
        item["articles"] = [
            {
                "title": "".join(passage.text for passage in article.headline.main),
                "authors": [name for byline in article.bylines for name in byline.names],
                "text": article.text,
                "confidence": round(article.confidence, 2),
            }
            for article in page.articles
        ]
        return item


class PageSpider(scrapy.Spider):
    """Fetches every page text the front page links to."""

    name = "pages"
    custom_settings: ClassVar[dict[str, Any]] = {
        "ITEM_PIPELINES": {PageParser: 300},
        "COOKIES_ENABLED": False,
    }

    def parse(self, response: Response) -> Iterator[Any]:
        """Follow the links of the front page."""
        yield from response.follow_all(css="a[href$='.txt']", callback=self.parse_page)

    def parse_page(self, response: Response) -> Iterator[dict[str, Any]]:
        """Hand on the bytes as they came; the pipeline finds out their encoding."""
        yield {"url": response.url, "body": response.body}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A site on this machine that lists the files of a folder; its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Serve the pages of this repository and crawl them."""
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else SITE  # noqa: PLR2004
    feed = {"format": "jsonlines", "encoding": "utf-8", "overwrite": True}
    process = CrawlerProcess(
        {"FEEDS": {Path(sys.argv[1]): feed}, "LOG_LEVEL": "WARNING", "TELNETCONSOLE_ENABLED": False}
    )
    with served(folder) as address:
        process.crawl(PageSpider, start_urls=[address])
        process.start()


if __name__ == "__main__":
    main()

"""The proof page in a real browser: what people see, hover, type and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from browser import chromium, sheet
from sheets import full_page, linked_issue

import paperparse as pp
from paperparse.proof import render_proof
from seeds import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["chromium", "sheet"]

SEED = min(TEXTS)

XSS = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</pre></div></span><svg onload=document.title='owned'>",
    "\"><script>document.title='owned'</script>",
    "' onmouseover='document.title=1' x='",
    "javascript:document.title='owned'",
    "</script><script>document.title='owned'</script>",
    "</style><script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>",
    "<!--<script>document.title='owned'//-->",
    "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=document.title='owned'>",
    "<a href=javascript:document.title='owned'>x</a>",
    '<meta http-equiv=refresh content="0;url=https://example.org">',
    "<base href=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<object data=https://example.org/x></object>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "&lt;script&gt;&#60;script&#62;&amp;",
    "\u202etxt.exe\u2066\u2069\x1b[31m\x00\x08\ud800",
    '<p style="background:url(https://example.org/x)">',
)


def show(sheet: Page, folder: Path, found: pp.Page | pp.Issue, title: str = "proof") -> None:
    """Open the proof of a page or issue as a file."""
    path = folder / "proof.html"
    path.write_text(render_proof(found, title=title), encoding="utf-8")
    sheet.goto(path.as_uri())


def lit(sheet: Page, pane: str) -> list[str]:
    """The leaves that are lit in a pane."""
    found: list[str] = sheet.eval_on_selector_all(
        f"{pane} .lit", "nodes => [...new Set(nodes.map(node => node.dataset.leaf))]"
    )
    return found


def test_structure(sheet: Page, tmp_path: Path) -> None:
    page = pp.parse(TEXTS[SEED])
    show(sheet, tmp_path, page)
    assert sheet.locator("article").count() == len(page.articles)
    assert sheet.locator(".print .line").count() == page.text.count("\n") + 1
    mains = [passage.text for article in page.articles for passage in article.headline.main]
    assert sheet.locator("h3.t-main").evaluate_all("nodes => nodes.map(n => n.lastChild.data)") == mains
    left, right = (sheet.locator(pane).first.bounding_box() for pane in (".print", ".read"))
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert sheet.locator("meter").first.evaluate("node => node.value") == page.articles[0].confidence


def test_articles_differ_in_colour_and_roles_in_manner(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    colours = sheet.locator("article").evaluate_all(
        "nodes => nodes.map(n => getComputedStyle(n).borderLeftColor)"
    )
    assert len(set(colours)) == len(colours)
    paper, ground = (
        sheet.locator(selector).first.evaluate("n => getComputedStyle(n).backgroundColor")
        for selector in (".print .r-paragraph", ".print")
    )
    assert paper != ground
    manners = sheet.locator(".legend .run").evaluate_all(
        "nodes => nodes.map(n => { const s = getComputedStyle(n);"
        " return [s.fontWeight, s.fontStyle, s.textDecorationLine, s.textDecorationStyle,"
        " s.textDecorationThickness, s.outlineStyle].join(' ') })"
    )
    # kicker and sub stand before and after the main headline and look alike
    assert len(set(manners)) == len(manners) - 1


def test_hovering_links_both_sides(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    sheet.locator(".read .t-main").nth(1).hover()
    leaf = lit(sheet, ".read")
    assert len(leaf) == 1
    assert lit(sheet, ".print") == leaf
    sheet.wait_for_function(
        "() => { const a = document.querySelector('.print .lit').getBoundingClientRect(),"
        " b = document.querySelector('.print').getBoundingClientRect();"
        " return a.top >= b.top && a.bottom <= b.bottom }"
    )
    sheet.locator(".print .r-byline").first.hover()
    assert lit(sheet, ".read") == lit(sheet, ".print") != leaf
    sheet.mouse.move(2, 2)
    assert lit(sheet, ".print") == []


def test_it_works_by_keyboard(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    sheet.keyboard.press("Tab")
    first = lit(sheet, ".print")
    assert len(first) == 1
    assert lit(sheet, ".read") == first
    sheet.keyboard.press("ArrowDown")
    second = lit(sheet, ".print")
    assert second != first
    sheet.keyboard.press("Enter")
    assert sheet.evaluate("document.activeElement.closest('.read') !== null")
    assert lit(sheet, ".print") == second
    sheet.keyboard.press("End")
    sheet.keyboard.press("Enter")
    assert sheet.evaluate("document.activeElement.closest('.print') !== null")
    sheet.keyboard.press("Home")
    assert lit(sheet, ".print") == first
    sheet.keyboard.press("Escape")
    assert lit(sheet, ".print") == []


def test_one_stop_of_the_tab_key_for_each_pane(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    assert sheet.locator('[data-leaf][tabindex="0"]').count() == 2


@pytest.mark.parametrize("words", XSS)
def test_hostile_text_is_only_text(sheet: Page, tmp_path: Path, words: str) -> None:
    page = full_page()
    wicked = pp.Passage(words, page.articles[0].headline.main[0].spans)
    article = evolve(
        page.articles[0],
        headline=pp.Headline(main=(wicked,)),
        body=(pp.Block(pp.BlockKind.PARAGRAPH, words, ()),),
        notes=(pp.Note(pp.NoteCode.UNPLACED_TEXT, None, words),),
    )
    hostile = evolve(page, text=f"{words}\n{page.text}", section=words, number=words, articles=(article,))
    issue = pp.Issue(pages=(hostile, evolve(hostile, index=1, articles=())), articles=(article,))
    show(sheet, tmp_path, issue, title=words)
    sheet.locator(".leaf").first.hover()
    assert sheet.title() != "owned"
    assert sheet.locator("script").count() == 1
    assert sheet.locator("img, iframe, object, link, base, form, math").count() == 0
    assert sheet.url.startswith("file:")


@pytest.mark.parametrize("words", XSS)
def test_hostile_pages_are_only_pages(sheet: Page, tmp_path: Path, words: str) -> None:
    show(sheet, tmp_path, pp.parse(f"{words}\n{TEXTS[SEED]}\n{words}"), title=words)
    sheet.locator(".print .run").first.hover()
    assert sheet.title() != "owned"
    assert sheet.locator("script").count() == 1


def test_what_the_policy_forbids_does_not_run(sheet: Page, tmp_path: Path) -> None:
    """Were the escaping ever wrong, the policy would still hold: a script put in by hand does nothing."""
    path = tmp_path / "proof.html"
    html = render_proof(full_page()).replace("</main>", "<script>document.title='owned'</script></main>")
    path.write_text(html, encoding="utf-8")
    context = sheet.context.browser
    assert context is not None
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.title() == "Proof"
    tab.close()


def test_links_of_an_issue_are_drawn_and_lead(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, linked_issue())
    bars = [box for box in (bar.bounding_box() for bar in sheet.locator("svg .bar").all()) if box]
    curve = sheet.locator("svg .link path").bounding_box()
    assert curve is not None
    assert bars[0]["x"] + bars[0]["width"] == pytest.approx(curve["x"], abs=6)
    assert bars[1]["x"] == pytest.approx(curve["x"] + curve["width"], abs=6)
    assert sheet.locator("svg .link text").inner_html() == "0.97"
    sheet.locator("a.jump").first.click()
    assert sheet.url.endswith("#a-p1a0")
    assert sheet.locator("article:target").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(chromium: Browser, tmp_path: Path, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    show(page, tmp_path, pp.parse(TEXTS[SEED]))
    ratios = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
            const rgb = (colour) => {
                canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const linear = (v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
            const light = (c) => rgb(c).map((v) => linear(v / 255))
                .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
            return [...document.querySelectorAll(".print .run[class*=' c']")].map((node) => {
                const s = getComputedStyle(node);
                const [a, b] = [light(s.color), light(s.backgroundColor)].sort((x, y) => y - x);
                return (a + .05) / (b + .05);
            });
        }"""
    )
    context.close()
    assert min(ratios) >= 4.5  # WCAG AA


def test_narrow_windows_set_the_panes_under_each_other(sheet: Page, tmp_path: Path) -> None:
    sheet.set_viewport_size({"width": 480, "height": 800})
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    left, right = (sheet.locator(pane).first.bounding_box() for pane in (".print", ".read"))
    assert left is not None
    assert right is not None
    assert left["y"] + left["height"] <= right["y"]
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 480


def test_all_of_it_is_printed(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    sheet.emulate_media(media="print")
    for pane in (".print", ".read"):
        node = sheet.locator(pane).first
        assert node.evaluate("n => n.scrollHeight <= n.clientHeight + 1")
    assert sheet.pdf().startswith(b"%PDF")


def test_a_screenshot_has_colours_on_it(sheet: Page, tmp_path: Path) -> None:
    show(sheet, tmp_path, pp.parse(TEXTS[SEED]))
    image = sheet.screenshot()
    assert image.startswith(b"\x89PNG")
    assert len(image) > 40_000  # a blank page of that size has a tenth

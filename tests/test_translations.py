"""The Chinese README and tutorial say what the English ones say: the same code, names, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAIRS = (("README.md", "README.zh-CN.md"), ("docs/getting-started.md", "docs/getting-started.zh-CN.md"))
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_the_code_is_the_same(english: str, chinese: str) -> None:
    assert len(FENCE.findall(read(english))) >= 4
    assert FENCE.findall(read(english)) == FENCE.findall(read(chinese))


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_the_sections_are_the_same(english: str, chinese: str) -> None:
    one, other = (re.findall(r"^#+ ", FENCE.sub("", read(name)), re.MULTILINE) for name in (english, chinese))
    assert one == other


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_links_lead_to_the_same_places(english: str, chinese: str) -> None:
    own = {Path(english).name, Path(chinese).name}
    one, other = (
        sorted(link for link in re.findall(r"\]\(([^)]+)\)", read(name)) if link not in own)
        for name in (english, chinese)
    )
    assert one == other


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_every_name_in_code_is_in_both(english: str, chinese: str) -> None:
    def names(text: str) -> set[str]:
        return {
            name for name in re.findall(r"`([^`\n]+)`", FENCE.sub("", text)) if re.search(r"[A-Za-z]", name)
        }

    assert names(read(english)) == names(read(chinese))


def test_tables_have_the_same_rows() -> None:
    one, other = (re.findall(r"^\| `(\w+)", read(name), re.MULTILINE) for name in PAIRS[0])
    assert one
    assert one == other


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_each_leads_to_the_other(english: str, chinese: str) -> None:
    assert f"]({Path(chinese).name})" in read(english)
    assert f"]({Path(english).name})" in read(chinese)

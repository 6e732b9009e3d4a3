"""Texts to hold the laws against: real pages cut and damaged, text full of marks, any text at all."""

from hypothesis import strategies as st

from seeds import TEXTS

_PARTS = [
    *("□记者 谭宁", "通讯员 王娇 报道", "本报讯 ", "本报5月12日讯", "（上接第一版）", "（下转A3版）"),
    *("〔記者譚寧／高雄報導〕", "記者譚寧│台北報導", "（中央社記者譚寧台北3日電）", "（編輯：譚寧）1130503"),
    *("■", "▲", "**", ">>", "<<", "图为", "本报资料照片", "摄", "责编 李明", "2版 要闻"),
    *("——", "“", "”", "（", "）", "。", "，", "\n", "\n\n", "\n　　", "\r\n", "\f", " ", "　"),
    *("今天上午", "会议强调", "区人大常委会", "2025", "GDP"),
    *("\x00", "\ud800", "\u200b", "\u202e", "\ue000"),
]


def marked() -> st.SearchStrategy[str]:
    """Text put together from print marks, stops, blanks and odd characters."""
    return st.lists(st.sampled_from(_PARTS), max_size=60).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A real page cut at any place, its blocks shuffled, some of its characters damaged."""
    text = draw(st.sampled_from(list(TEXTS.values())))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(0, 1500))]
    if draw(st.booleans()):
        text = "\n\n".join(draw(st.permutations(text.split("\n\n")[:8])))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", "\n", "口", "\ufffd", "。", "（", " "])) + text[at + 1 :]
    return text


def anything() -> st.SearchStrategy[str]:
    """All of these, and any text at all, lone surrogates included."""
    odd = st.characters(categories=["Cs", "Lo", "Po"])
    return st.one_of(pages(), marked(), st.text(max_size=200), st.text(odd, max_size=50))

"""Small issues, read and compared."""

from paperparse.linking.compare import Comparison, compare
from paperparse.options import Options
from paperparse.parse import read_sheet

BRIDGE = "新桥今日建成通车\n\n□记者 谭宁\n本报讯 今天上午，横跨两岸的新桥建成通"
BRIDGE_ON = "车，两岸居民过新桥不用再绕行。谭宁在桥头看到，新桥的人行道已经开放。"
OTHER = "少年宫棋赛落幕\n\n□记者 孙欣\n本报讯 少年宫的棋赛昨天落幕，三百名棋手参赛。"


def compared(*texts: str) -> Comparison:
    """The ends of an issue of these pages."""
    read = [read_sheet(text, index, Options()) for index, text in enumerate(texts)]
    return compare([page for page, _ in read], [sheet for _, sheet in read])

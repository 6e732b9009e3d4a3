import paperparse as pp


def texts(page: str) -> list[list[str]]:
    return [[block.text for block in article.body] for article in pp.parse(page).articles]


HEAD = "新桥今日建成通车\n\n□记者 谭宁\n\n本报讯 今天上午，横跨两岸的新桥建成通车，两岸居民赶来。\n\n"


def test_a_short_line_that_closes_with_a_jump_is_running_text() -> None:
    page = (
        HEAD
        + "按照测算（下转第二版）\n\n\n稻谷秋收开镰\n\n□记者 王娇\n\n田野里的稻谷熟了，各乡农户陆续开镰。"
    )
    assert texts(page)[0][-1] == "按照测算"


def test_a_short_line_before_a_jump_line_is_running_text() -> None:
    page = (
        HEAD
        + "按照测算\n\n▼下转第二版\n\n\n稻谷秋收开镰\n\n□记者 王娇\n\n田野里的稻谷熟了，各乡农户陆续开镰。"
    )
    assert texts(page)[0][-1] == "按照测算"


def test_headlines_of_what_stands_on_other_pages_stay_display() -> None:
    page = "稻谷秋收开镰\n（下转第三版）\n\n少年宫棋赛落幕\n（下转第四版）\n\n\n" + HEAD
    assert texts(page) == [["今天上午，横跨两岸的新桥建成通车，两岸居民赶来。"]]

"""Signs, digits and look-alike words that people write in place of a word of danger."""

import re
from functools import lru_cache

# A sign for what it shows; used only for a second reading of a text, beside the one without signs.
_SIGNS = {
    "🔪": "刀",
    "🗡": "刀",
    "🔫": "枪",
    "🔥": "火",
    "🩸": "血",
    "💣": "炸弹",
    "💥": "爆炸",
    "🧨": "炸药",
    "☠": "死",
    "💀": "死",
    "⚰": "死",
    "👊": "打",
    "🤛": "打",
    "🥊": "打",
    "💊": "药",
    "🚑": "救护车",
    "🆘": "救命",
    "🌊": "水",
    "🚗": "车",
    "🚙": "车",
    "💰": "钱",
    "💵": "钱",
    "👧": "女儿",
    "👦": "儿子",
    "👶": "孩子",
    "👴": "老人",
    "👵": "老人",
    "🏠": "家",
    "🚪": "门",
    "🌉": "桥",
    "💨": "烟",
    "🚬": "烟",
    "🏃": "跑",
    "🤕": "受伤",
    "🩹": "受伤",
    "😵": "晕",
    "🪓": "斧头",
    "📞": "电话",
    "📱": "手机",
    "🏫": "学校",
    "👨": "男人",
    "👩": "女人",
    "👮": "警察",
    "⛓": "锁",
    "🔒": "锁",
}
_WORDS = {
    "紫砂": "自杀",
    "紫杀": "自杀",
    "自鲨": "自杀",
    "自沙": "自杀",
    "自刹": "自杀",
    "shi了": "死了",
    "想s": "想死",
    "去s": "去死",
    "想zs": "想自杀",
    "要zs": "要自杀",
    "去zs": "去自杀",
    "zisha": "自杀",
    "suiside": "suicide",
    "gonna kms": "going to kill myself",
    "wanna kms": "want to kill myself",
    "want to kms": "want to kill myself",
    "unalive": "kill",
    **{f"{before}4": f"{before}死" for before in "想去找要寻等快弄整打杀砍捅掐勒毒烧淹摔撞吓逼害"},
    **{f"4{after}": f"死{after}" for after in "了给掉路"},
}
_MEANT = {**_SIGNS, **_WORDS}
_LONGEST_FIRST = sorted(map(re.escape, _MEANT), key=len, reverse=True)
# Not within a number or a Latin word, and a teapot is a teapot.
_SPELLED = re.compile(
    rf"(?<!\d)(?:{'|'.join(_LONGEST_FIRST)})(?![0-9a-zA-Z])(?![壶锅杯茶泥煲])", re.IGNORECASE
)


@lru_cache(maxsize=8)  # each text is spelled for either screen and for outright words
def spelled(text: str) -> str:
    """``text`` with signs and look-alikes written out as the words they stand for."""
    return _SPELLED.sub(lambda found: _MEANT[found.group().lower()], text)

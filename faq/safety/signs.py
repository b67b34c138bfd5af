"""The outright words: a floor below what is learnt, and all there is if that cannot be read.

A word counts wherever it stands, with or without spaces in it; what is near it may excuse it
(``excuses``).
"""

from collections.abc import Mapping

from faq.model import Alert, Language
from faq.safety.foreign_signs import JA, KO, RU, Words

_CHILD = (
    *("孩子", "小孩", "娃", "宝宝", "儿子", "女儿", "闺女", "姑娘", "孙子", "孙女", "外孙", "丫头"),
    *("双胞胎", "我家小子", "俺家小子", "弟弟", "妹妹"),
)
_OLD = (
    *("老人", "老头", "老太太", "爷爷", "奶奶", "姥爷", "姥姥", "外婆", "外公", "我爸", "我妈"),
    *("俺爸", "俺妈", "俺爹", "俺娘", "我爹", "我娘", "俺姥", "老伴"),
)
_GONE = (
    *("丢了", "弄丢了", "整丢了", "整没了", "不见了", "走丢", "找不着了", "找不到了", "没影了"),
    *("不知去哪", "不知道去哪了", "不知哪去了", "没找着家", "少了一个", "找不着道", "找不着家"),
)
_INTO_A_CAR = ("车里去了", "进车里", "上面包车", "进面包车", "上车带走", "到车里带走")
_KIN = ("son", "daughter", "kid", "child", "baby", "boy", "girl", "toddler")
_ELDERS = ("grandma", "grandpa", "grandmother", "grandfather", "mom", "mum", "mother", "father")

_ZH: Words = {
    Alert.SUICIDE: (
        *("自杀", "轻生", "寻短见", "不想活", "活不下去", "活够了", "想死", "一起去死", "说要去死"),
        "不如死",
        *("跳楼", "跳下去", "跳河", "跳江", "跳桥", "割腕", "割了手腕", "上吊", "遗书", "喝药死"),
        *("喝农药", "喝了农药", "瓶安眠药", "结束生命", "一了百了"),
    ),
    Alert.FIRE: (
        *("着火了", "起火了", "家里起火", "失火", "救火", "冒浓烟", "冒黑烟", "烧着了", "全是浓烟"),
        *("火光冲天", "窜火苗", "火烧起来了"),
    ),
    Alert.EXPLOSION: (
        *(
            "煤气漏",
            "煤气泄漏",
            "煤气泄露",
            "燃气泄漏",
            "天然气泄漏",
            "瓦斯外泄",
            "瓦斯漏",
            "爆炸了",
        ),
        *("有炸弹", "放了炸弹", "要爆炸", "手榴弹"),
    ),
    Alert.WATER: (
        "落水",
        "溺水",
        "掉河里",
        "掉江里",
        "掉海里",
        "掉井里",
        "掉水里",
        "冰窟窿",
        "沉下去",
    ),
    Alert.MEDICAL: (
        *("没呼吸", "没有呼吸", "不喘气", "没气了", "叫不醒", "没反应了", "昏迷", "晕倒", "昏倒"),
        *("误吞", "孩子受伤了", "老人受伤了", "儿子受伤了", "女儿受伤了"),
        *("倒地", "口吐白沫", "心脏病犯", "大出血", "血止不住", "羊水破", "叫救护车", "喘不上气"),
    ),
    Alert.ACCIDENT: ("撞人了", "撞了人", "被车撞", "撞飞", "出车祸了", "翻车了", "卡在驾驶室"),
    Alert.KIDNAP: (
        "绑架",
        "绑走",
        "劫持人质",
        "被拐卖来",
        "传销窝",
        "就撕票",
        "被囚禁",
        "关小黑屋",
        *(f"{how}{into}" for how in ("拖", "拽", "薅", "塞", "拉", "押") for into in _INTO_A_CAR),
        *(
            f"{who}{by}"
            for who in _CHILD
            for by in ("被拐", "让人拐", "被偷", "让人抱走", "被抱走")
        ),
    ),
    Alert.MISSING: (
        *("孩子丢了", "孩子不见", "孩子没了", "走丢了", "走失了", "失踪了", "失联了", "离家出走了"),
        *("找不到妈妈", "找不到爸爸", "娃没了", "儿子没了", "女儿没了", "闺女没了"),
        *(f"{who}{gone}" for who in (*_CHILD, *_OLD) for gone in _GONE),
    ),
    Alert.WEAPON: (
        *("持刀", "拿刀", "拿着刀", "拿菜刀", "带刀", "砍人", "砍伤", "捅人", "捅了", "开枪了"),
        *("枪声", "里有枪", "人有枪", "他有枪", "揣着刀", "揣把刀", "要砍我", "砍我呢"),
    ),
    Alert.FRAUD: (
        *("安全账户", "共享屏幕", "屏幕共享", "被骗了", "刚被骗", "给骗子", "骗子还在", "紧急止付"),
        *("钱被骗", "骗走了", "被忽悠走", "验证码给出去", "验证码给他", "验证码告诉了", "刷单被坑"),
    ),
    Alert.VIOLENCE: (
        *(
            "快来救命",
            "喊救命",
            "被打了",
            "在打我",
            *("老公动手", "丈夫动手", "男朋友动手", "对我动手", "动手打我"),
            *("削我呢", "揍我呢", "打我呢", "被揍得", "扒我衣", "拖进树林", "搂我不撒手"),
            "打人了",
            "强奸",
            "猥亵",
            "非礼",
            "抢劫",
            "抢银行",
            "抢金店",
            "被抢了",
        ),
        *("贼还在", "贼在屋", "抠我家门", "抠俺家门", "撬我家", "撬俺家"),
        *("入室", "进贼", "踹门", "砸门", "撬门", "杀人了", "家暴"),
    ),
    Alert.THREAT: (
        *("要杀", "想杀", "杀了他", "杀了她", "杀我", "弄死", "砍死", "整死", "掐死", "要我命"),
    ),
}
_EN: Words = {
    Alert.SUICIDE: (
        *("suicide", "suicidal", "kill myself", "end my life", "want to die", "jump off"),
        *("going to jump", "took all his pills", "took all her pills", "took all my pills"),
    ),
    Alert.FIRE: (
        "on fire",
        "caught fire",
        "house fire",
        "see flames",
        "help fire",
        "smoke everywhere",
    ),
    Alert.EXPLOSION: ("gas leak", "is a bomb", "bomb in", "huge explosion", "exploded"),
    Alert.WATER: ("drowning", "drowned", "fell into the water", "fell into the river"),
    Alert.MEDICAL: (
        *("not breathing", "isn t breathing", "stopped breathing", "unconscious", "heart attack"),
        *("overdose", "passed out", "bleeding badly", "call an ambulance", "my baby swallowed"),
    ),
    Alert.ACCIDENT: (
        "car crash",
        "hit a pedestrian",
        "trapped in the car",
        "rolled over",
        "hit by a",
    ),
    Alert.KIDNAP: ("been kidnapped", "held hostage", "locks us in", "locked me in"),
    Alert.MISSING: (
        *("child is missing", "gone missing", "child got lost", "baby lost"),
        *(f"{who} {gone}" for who in _KIN for gone in ("is missing", "disappeared", "is gone")),
        *(f"{who} {gone}" for who in (*_KIN, *_ELDERS) for gone in ("got lost", "wandered off")),
        *(f"{lost} my {who}" for lost in ("can t find", "cant find") for who in (*_KIN, *_ELDERS)),
        *(f"lost my {who}" for who in _KIN),
    ),
    Alert.WEAPON: ("with a knife", "with a gun", "got a gun", "has a gun", "gunshots", "stabbed"),
    Alert.FRAUD: (
        "safe account",
        "got scammed",
        "to a scammer",
        "being scammed",
        "emptied my account",
    ),
    Alert.VIOLENCE: (
        *(
            "beating me",
            "hitting me",
            "i was raped",
            "being attacked",
            "being robbed",
            "following me",
            "breaking in",
        ),
        *("help me please", "please help"),
    ),
    Alert.THREAT: ("kill me", "kill him", "kill her", "kill my", "kill them", "kill you"),
}
# By language; traditional letters are read as simplified ones.
WORDS: Mapping[Language, Words] = {
    Language.ZH: _ZH,
    Language.EN: _EN,
    Language.KO: KO,
    Language.JA: JA,
    Language.RU: RU,
}

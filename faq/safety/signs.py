"""The outright words: a floor below what is learnt, and all there is if that cannot be read.

A word counts wherever it stands, with or without spaces in it. What is near it may excuse it: a
service, a way of speaking, the past. Words of despair are excused by a way of speaking alone.
"""

from collections.abc import Mapping

from faq.model import Alert, Language

Words = Mapping[Alert, tuple[str, ...]]

_CHILD = ("孩子", "小孩", "娃", "宝宝", "儿子", "女儿", "闺女", "姑娘", "孙子", "孙女")
_OLD = ("老人", "老头", "老太太", "爷爷", "奶奶", "姥爷", "姥姥", "我爸", "我妈")
_GONE = ("丢了", "弄丢了", "不见了", "走丢", "找不着了", "找不到了", "没影了")

_ZH: Words = {
    Alert.SUICIDE: (
        *("自杀", "轻生", "寻短见", "不想活", "活不下去", "活够了", "想死", "一起去死", "说要去死"),
        "不如死",
        *("跳楼", "跳下去", "跳河", "跳江", "跳桥", "割腕", "割了手腕", "上吊", "遗书", "喝药死"),
        *("喝农药", "喝了农药", "瓶安眠药", "结束生命", "一了百了"),
    ),
    Alert.FIRE: (
        *("着火了", "起火了", "家里起火", "失火", "救火", "冒浓烟", "冒黑烟", "烧着了", "全是浓烟"),
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
        *("枪声", "里有枪", "人有枪", "他有枪"),
    ),
    Alert.FRAUD: (
        *("安全账户", "共享屏幕", "屏幕共享", "被骗了", "刚被骗", "给骗子", "骗子还在", "紧急止付"),
        *("钱被骗", "骗走了"),
    ),
    Alert.VIOLENCE: (
        *(
            "快来救命",
            "喊救命",
            "被打了",
            "在打我",
            *("老公动手", "丈夫动手", "男朋友动手", "对我动手", "动手打我"),
            "打人了",
            "强奸",
            "猥亵",
            "非礼",
            "抢劫",
            "抢银行",
            "抢金店",
            "被抢了",
        ),
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
    Alert.FIRE: ("on fire", "caught fire", "house fire", "see flames", "help fire"),
    Alert.EXPLOSION: ("gas leak", "is a bomb", "bomb in", "huge explosion", "exploded"),
    Alert.WATER: ("drowning", "drowned", "fell into the water", "fell into the river"),
    Alert.MEDICAL: (
        *("not breathing", "isn t breathing", "stopped breathing", "unconscious", "heart attack"),
        *("overdose", "passed out", "bleeding badly", "call an ambulance", "my baby swallowed"),
    ),
    Alert.ACCIDENT: ("car crash", "hit a pedestrian", "trapped in the car", "rolled over"),
    Alert.KIDNAP: ("been kidnapped", "held hostage", "locks us in", "locked me in"),
    Alert.MISSING: (
        *("son is missing", "daughter is missing", "child is missing", "gone missing"),
        *("kid disappeared", "child disappeared", "son disappeared", "daughter disappeared"),
        *("lost my child", "lost my son", "lost my daughter", "baby lost", "child got lost"),
        *("son got lost", "daughter got lost", "child is gone", "son is gone", "daughter is gone"),
    ),
    Alert.WEAPON: ("with a knife", "with a gun", "got a gun", "has a gun", "gunshots", "stabbed"),
    Alert.FRAUD: ("safe account", "got scammed", "to a scammer", "being scammed"),
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
_KO: Words = {
    Alert.SUICIDE: ("자살", "죽고 싶", "살고 싶지 않", "유서"),
    Alert.FIRE: ("불이 났", "불났", "화재가"),
    Alert.EXPLOSION: ("가스가 새", "가스 냄새", "폭발", "폭탄"),
    Alert.WATER: ("물에 빠", "강에 빠", "바다에 빠"),
    Alert.MEDICAL: ("쓰러졌", "숨을 안", "구급차", "의식이 없"),
    Alert.ACCIDENT: ("교통사고가 났", "차에 치", "차에 깔"),
    Alert.KIDNAP: ("납치", "감금", "갇혀"),
    Alert.MISSING: ("아이를 잃어", "실종", "아이가 없어"),
    Alert.WEAPON: ("칼을 든", "칼을 들", "총을", "총소리"),
    Alert.FRAUD: ("안전계좌", "사기꾼한테", "사기를 당했"),
    Alert.VIOLENCE: ("살려", "때리고 있", "때려요", "강도", "성폭행", "도와주세요"),
    Alert.THREAT: ("죽이겠다", "죽여 버"),
}
_JA: Words = {
    Alert.SUICIDE: ("死にたい", "自殺", "遺書"),
    Alert.FIRE: ("火事です", "火事だ", "燃えています"),
    Alert.EXPLOSION: ("ガス漏れ", "爆発", "爆弾"),
    Alert.WATER: ("溺れて", "川に落ち", "海に落ち"),
    Alert.MEDICAL: ("意識がありません", "息をしていません", "救急車を", "突然倒れ"),
    Alert.ACCIDENT: ("はねられ", "人をひいて"),
    Alert.KIDNAP: ("誘拐", "監禁", "閉じ込められ"),
    Alert.MISSING: ("子供がいなく", "子どもがいなく", "行方不明"),
    Alert.WEAPON: ("刃物を", "ナイフを", "銃声", "銃を持"),
    Alert.FRAUD: ("安全口座", "詐欺にあいました"),
    Alert.VIOLENCE: ("助けて", "殴られ", "強盗", "襲われ"),
    Alert.THREAT: ("殺すと", "殺してやる", "殺される"),
}
_RU: Words = {
    Alert.SUICIDE: ("хочу умереть", "не хочу жить", "самоубий", "покончить с собой"),
    Alert.FIRE: ("пожар", "горит", "горим"),
    Alert.EXPLOSION: ("утечка газа", "пахнет газом", "взрыв", "бомба"),
    Alert.WATER: ("тонет", "упал в реку", "под лёд"),
    Alert.MEDICAL: ("не дышит", "без сознания", "вызовите скорую"),
    Alert.ACCIDENT: ("сбила машина", "сбил человека", "попали в аварию", "есть раненые"),
    Alert.KIDNAP: ("похитили", "удерживают", "держат взаперти"),
    Alert.MISSING: ("пропал ребёнок", "пропала дочь", "пропал сын"),
    Alert.WEAPON: ("с ножом", "стреляют", "выстрелы"),
    Alert.FRAUD: ("мошенникам", "обманули мошенники", "безопасный счёт"),
    Alert.VIOLENCE: ("помогите", "избивают", "бьёт", "бьют", "грабят", "изнасилова"),
    Alert.THREAT: ("убийством", "угрожают убить", "убьёт"),
}
# By language; traditional letters are read as simplified ones.
WORDS: Mapping[Language, Words] = {
    Language.ZH: _ZH,
    Language.EN: _EN,
    Language.KO: _KO,
    Language.JA: _JA,
    Language.RU: _RU,
}

# Ways of speaking, near any sign.
SPEAKING = (
    *(
        "想死你",
        "想死的心",
        "想死我",
        "自杀式",
        "跳楼价",
        "跳楼机",
        "跳楼大",
        "跳槽",
        "跳河街",
        "跳下去买",
    ),
    *(
        "电影",
        "电视剧",
        "小说",
        "游戏",
        "剧本",
        "作文",
        "论文",
        "作业",
        "梦见",
        "梦到",
        "做梦",
        "新闻",
    ),
    *("什么意思", "哈哈", "笑死", "movie", "film", "game", "dream", "homework", "novel", "essay"),
)
# Services, things and the past, near a sign of anything but despair.
SERVICES = (
    *(
        "证明",
        "许可",
        "执照",
        "资质",
        "备案",
        "申请",
        "考证",
        "培训",
        "演练",
        "宣传",
        "讲座",
        "手环",
    ),
    *(
        "保险",
        "理赔",
        "赔偿",
        "责任书",
        "认定书",
        "告诫书",
        "保护令",
        "回执",
        "立案",
        "案子",
        "案件",
        "进度",
    ),
    *(
        "判几年",
        "怎么判",
        "什么罪",
        "追诉",
        "处罚标准",
        "举报",
        "户口",
        "驾照",
        "驾驶证",
        "护照",
        "身份证",
    ),
    *(
        "通行证",
        "钱包",
        "手机",
        "钥匙",
        "车牌",
        "表格",
        "材料",
        "系统",
        "照片",
        "证件",
        "签注",
        "预约",
        "怎么填",
        "投诉",
        "停车",
    ),
    *(
        "去年",
        "前年",
        "年前",
        "上个月",
        "小时候",
        "以前",
        "当年",
        "几年",
        "早就",
        "已经找到",
        "已经处理",
    ),
    *("certificate", "licence", "license", "permit", "last year", "last month", "years ago"),
    *("passport", "insurance", "hotline"),
)

"""Danger now: a screen that runs before everything else, and the card it adds to the answer.

It needs no content, storage or network. Width, script, spaces and invisible letters are taken away
before the words are looked for. A false alarm costs a card, a
missed one more, so words of present danger are enough; what is plainly a question about a service
or a figure of speech is left alone.
"""

import re
from dataclasses import dataclass

from faq.model import Alert, Language
from faq.normalise import canonical

_P = re.compile


@dataclass(frozen=True, slots=True)
class _Sign:
    """Words that, found in a text, mean present danger of a kind."""

    alert: Alert
    zh: re.Pattern[str]
    en: re.Pattern[str]


# The first that is found counts: what needs another number than 110 comes before what does not.
_SIGNS = (
    _Sign(
        Alert.SUICIDE,
        _P(
            "自杀|轻生|想死|不想活|活不下去|活着.{0,2}没意思|药都?准备好|不如死|死了算了|割腕|跳楼|跳河|跳桥|要跳下去|上吊"
            "|结束生命|一了百了|(?:吃|吞|喝)[了下完]?(?:一|整|半|好)?(?:瓶|把|几十|多)?(?:片)?(?:安眠药|农药|百草枯|敌敌畏)"
            "|安眠药.{0,8}(?:吃|吞)|遗书"
        ),
        _P(
            r"\bsuicid|kill myself|end my life|(?:do ?n.?t|no longer) want to (?:live|be alive)"
            r"|want to die|took (?:too many|a bottle of|all) .{0,12}pills|too many pills|jump(?:ing)? off"
        ),
    ),
    _Sign(
        Alert.FIRE,
        _P(
            "着火(?!车|化)|起火(?!车)|失火|火灾了|冒(?:黑|浓)?烟|烧起来|燃气泄漏|煤气泄漏|煤气漏|漏煤气|天然气漏|一氧化碳"
        ),
        _P(
            r"\bon fire\b|there(?: is|.?s) a fire|caught fire|gas leak|smell(?:s|ing)? gas|house is burning"
        ),
    ),
    _Sign(
        Alert.EXPLOSION,
        _P("爆炸了|要爆炸|炸弹|炸药包|引爆"),
        _P(r"\bbomb\b|explo(?:ded|sion)"),
    ),
    _Sign(
        Alert.WATER,
        _P("落水|溺水|掉(?:进|到)?(?:河|江|海|水|井|冰窟)|快淹死|洪水.{0,4}困"),
        _P(r"\bdrown(?:ing|ed)?\b|fell into the (?:river|sea|water|lake)"),
    ),
    _Sign(
        Alert.MEDICAL,
        _P(
            "晕倒|昏迷|倒地|(?:人|爸|妈|爷|奶|他|她|孩子|老|朋友|同事).{0,8}没反应|叫不醒|嘴歪|中风|没有?呼吸|不喘气|心脏病(?:犯|发)|心梗|大出血|流血不止|一直流血|休克|抽搐|中毒了|要生了|羊水破"
        ),
        _P(
            r"not breathing|unconscious|heart attack|bleeding (?:a lot|badly|heavily)|overdose|passed out"
            r"|collapsed|having a seizure|poisoned"
        ),
    ),
    _Sign(
        Alert.ACCIDENT,
        _P(
            "(?:撞|轧|压)(?:了|到|倒|着)?(?:个|一个|一位)?(?:人|老太太|老人|小孩|孩子|行人|骑车的)"
            "|车祸.{0,10}(?:受伤|流血|不动|昏|困|死)|被车(?:撞|轧)|翻车了|连环撞|夹着人|(?:人|司机).{0,4}卡在车里"
        ),
        _P(
            r"(?:hit|ran over|knocked down) (?:a|an|someone|somebody|the) ?(?:person|man|woman|child|kid"
            r"|pedestrian|old|cyclist)?|(?:car )?(?:crash|accident).{0,25}(?:injured|hurt|bleeding|trapped)"
        ),
    ),
    _Sign(
        Alert.KIDNAP,
        _P(
            "绑架|掳走|(?:拽|拉|拖)上.{0,4}车|被(?:人)?(?:关|锁|困|扣)(?:在|起来|住)|非法拘禁|限制人身自由|(?:陌生|不认识).{0,6}(?:领走|抱走|带走)"
            "|抢孩子|人贩子|拐(?:走|跑)了|传销.{0,6}(?:出不|跑不|困)"
        ),
        _P(
            r"kidnap|abduct|locked (?:me|us) (?:in|up)|held against|took my (?:child|kid|son|daughter|baby)"
        ),
    ),
    _Sign(
        Alert.MISSING,
        _P(
            "(?:孩子|小孩|娃|宝宝|儿子|女儿|闺女|老人|老妈|老爸|我妈|我爸|奶奶|爷爷)[^证本机包钱卡号牌照]{0,8}"
            "(?:丢了|走丢|不见了|失踪|走失|找不到|找不着|联系不上|没回家)(?!.{0,6}[证本机包钱卡号照])"
        ),
        _P(
            r"(?<!of )my (?:child|kid|son|daughter|baby|little (?:boy|girl)|mother|father|grand\w+)"
            r" (?:is|are|has gone|went|.?s) (?:missing|lost|disappeared|gone)|can.?t find my"
            r" (?:child|kid|son|daughter|baby)"
        ),
    ),
    _Sign(
        Alert.WEAPON,
        _P(
            "(?:拿|持|提|举|掏|带)着?(?:了)?(?:把|一把)?(?:刀|枪|斧|菜刀|匕首)|砍(?:人|我|他|她|门)|捅(?:人|了|我)|开枪"
        ),
        _P(
            r"(?:with|has|have|holding|pull\w+) (?:a|an) (?:knife|gun|axe)|shooting|stabb(?:ed|ing)"
        ),
    ),
    _Sign(
        Alert.FRAUD,
        _P(
            "(?:刚|刚刚|刚才|正在|现在).{0,14}(?:转|汇|打)(?:了|过去|账|钱|给).{0,16}(?:骗|假|不对劲)?"
            "(?:被骗|骗子|骗了|诈骗)|(?:被骗|骗子|诈骗).{0,12}(?:刚|刚刚)(?:转|汇)|安全账户|共享屏幕|屏幕共享"
            "|给骗子.{0,6}(?:转|汇|打)|(?:刚|刚刚|刚才).{0,6}被骗|钱.{0,6}(?:刚|还能|能不能).{0,4}(?:拦|追|止付)"
        ),
        _P(
            r"(?:just|now).{0,30}(?:transferred|sent|paid).{0,40}(?:scam|fraud)|got scammed|(?:am|was|been)"
            r" (?:being |just )?(?:scammed|defrauded)|safe account"
        ),
    ),
    _Sign(
        Alert.VIOLENCE,
        _P(
            "救命(?!.{0,10}(?:证|护照|驾照|户口|忘|丢|怎么办理))|杀人了|抢劫|打劫|入室|闯进(?:来|我家)|被(?:人)?打(?!回|击|印|断|车|扰|架|折|款|扮)"
            "|(?:正在|又|往死里)打(?:我|人|孩子)|打我|家暴(?!.{0,6}(?:告诫|证明|怎么认定))|强奸|猥亵|性侵|尾随|跟踪我"
            "|堵(?:在|住).{0,8}(?:不让|出不|厕所|屋|门|家)|有人(?:要)?(?:撬|砸|踹)(?:我家)?门|群殴|动手了"
        ),
        _P(
            r"\bhelp me\b(?! (?:with|to|find|get|apply|understand))|being (?:attacked|beaten|robbed|raped|followed)"
            r"|was (?:just )?(?:attacked|beaten|robbed|raped)|robbed|raped?\b|is following me|break(?:ing)? into"
            r"|beat(?:s|ing)? me|hits me|hurting me"
        ),
    ),
    _Sign(
        Alert.THREAT,
        _P(
            "(?:要|想|去)(?:杀|弄死|砍死|捅死)(?:了)?(?:他|她|你|我|全家|人)|威胁(?:要)?(?:杀|弄死|打)"
        ),
        _P(r"(?:going to|want to|will|threatens? to|threatened to) kill"),
    ),
)
# A word of danger in these is a question about papers, the law or the past, or a way of speaking.
_HARMLESS_ZH = _P(
    "持枪|枪证|枪执照|投诉民警|(?:证|护照|手机|钱包|钥匙|本)掉|梦见|电影|电视剧|小说|游戏|作文|什么意思|消防(?:证|验收|许可)|烟花|爆破(?:证|作业|员)|监狱|案件?(?:回执|进度)"
    "|判几年|怎么判|什么罪|定什么罪|笑死|累死|急死|烦死|气死|热死|堵死|想死你|自杀式|死亡证明|非正常死亡|注销户口"
    "|记录怎么查|保险|理赔|几年前|去年|上个月|小时候|追诉"
)
_HARMLESS_EN = _P(
    r"\b(?:movie|film|game|dream|homework|certificate|licen[cs]e for|last (?:year|month)|killing time)\b"
)
# Words of despair in these say nothing of it; a card too many is better than one too few.
_NOT_DESPAIR = _P("想死你|自杀式|跳楼(?:价|机|大甩卖)|电影|小说|游戏|梦见")

_SIGNS_OTHERS = {
    Language.KO: _P("살려|죽고\\s?싶|자살|불이?\\s?났|화재|칼을|납치|때려|강도"),
    Language.JA: _P("助けて|死にたい|自殺|火事|刃物|誘拐|殴られ|強盗|殺され"),
    Language.RU: _P(
        "помогите|хочу умереть|самоубий|пожар|с ножом|похити|бьют|избива|грабят", re.IGNORECASE
    ),
}


def screen(text: str, language: Language) -> Alert | None:
    """The kind of danger that ``text`` tells of as present, or None."""
    foreign = _SIGNS_OTHERS.get(language)
    if foreign is not None:
        return Alert.VIOLENCE if foreign.search(text) else None
    plain = canonical(text)
    # Whole, for words taken apart by spaces; and by clause, so that one does not excuse another.
    pieces = (plain.replace(" ", ""), *plain.split())
    for sign in _SIGNS:
        if any(_tells(sign, piece) for piece in pieces):
            return sign.alert
        if sign.en.search(plain) and not _HARMLESS_EN.search(plain):
            return sign.alert
    return None


def _tells(sign: _Sign, piece: str) -> bool:
    if not sign.zh.search(piece):
        return False
    if sign.alert is Alert.SUICIDE:
        return not _NOT_DESPAIR.search(piece)
    return not _HARMLESS_ZH.search(piece)

"""The emergency cards: the number first, what to do, and that nobody at the police reads this.

DRAFT: nobody may rely on the wording until police staff and a suicide-prevention professional have
read it; ``docs/cards.md`` lists every card for them. A card promises nothing, names no means, asks
nothing, and says no number but 110, 119, 120, 122, 12356 and 96110.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from faq.model import Alert, Language
from faq.normalise import traditional

IS_DRAFT = True  # until then; `jingwu doctor` says so

# Whom to call, the right one first; 110 for what is not here.
_NUMBERS = {
    Alert.SUICIDE: ("110", "120"),
    Alert.FIRE: ("119",),
    Alert.EXPLOSION: ("110", "119"),
    Alert.WATER: ("110", "119", "120"),
    Alert.MEDICAL: ("120",),
    Alert.ACCIDENT: ("120", "122"),
}


@dataclass(frozen=True, slots=True)
class _Wording:
    """The cards of a language: the first line with its numbers, the line for a message that comes
    late with its minutes, hours or days, the last line, and what is said for each kind; ``police``
    for a kind that has no text of its own.
    """

    call: str
    joined: str
    despair: str
    late: str
    ages: tuple[str, str, str]
    not_us: str
    police: str
    texts: Mapping[Alert, str]


_ZH = _Wording(
    call="请马上打 {numbers}",
    joined="、",
    despair="有危险请马上打 {numbers};想找人说说,打 12356",
    late="这条消息是{age}前发的;如果现在仍然紧急,请立即拨打 {numbers}。",
    ages=("{}分钟", "{}小时", "{}天"),
    not_us="本机器人不是报警渠道,警方看不到这里的消息。",
    police="马上打110,说清地点和发生了什么;不能说话就保持通话。",
    texts={
        Alert.SUICIDE: "谢谢您说出来。您现在一定很难受,不用一个人扛着。\n已经受了伤、吃了东西,或者人在危险的地方,先打120或110。"
        "12356是心理援助热线,可以慢慢说;没打通,就打110,或者告诉身边的人,让他来陪着。\n担心的是别人,也打这几个电话:陪着他,好好听他说;不知道人在哪里,马上打110。",
        Alert.FIRE: "先离开,别回去拿东西,别坐电梯。出不去就关上门,用湿布堵住门缝,到窗口呼救,打119说清楼层和位置。",
        Alert.EXPLOSION: "不要碰,马上离开,到远处再打电话。有燃气味:不开关电器,不点火,到外面再打。",
        Alert.WATER: "大声喊人,抛绳子、竹竿、救生圈;不要跳下去救。",
        Alert.MEDICAL: "说清地点和病人的样子,照电话里的指挥做,电话先别挂。",
        Alert.ACCIDENT: "先救人:有人受伤先打120,再打122报警。人到安全处,车后放警告标志;受伤的人不要硬拖。",
        Alert.KIDNAP: "马上打110,说清地点、人和去向;不能说话就保持通话。孩子被陌生人带走,也是马上打。",
        Alert.MISSING: "马上打110,不用等24小时;说清长相、衣着和最后看见的地方。",
        Alert.WEAPON: "先离开、躲好、锁门,再打110,说清地点、几个人、拿着什么。捡到枪支弹药不要碰,打110。",
        Alert.FRAUD: "别再转账,挂断电话,退出共享屏幕,马上打110,说清对方账号、金额和转账时间;拿不准打96110问。公安机关没有“安全账户”。",
        Alert.VIOLENCE: "能躲先躲到安全的地方、人多的地方,再打110,说清地点和发生了什么;不能说话就保持通话。受伤打120。",
        Alert.THREAT: "马上打110,说清是谁、在哪里、说了什么;先离开,不要争,信息和录音留着。自己气得快忍不住了,也先离开那里,打110或12356。",
    },
)
_EN = _Wording(
    call="Call {numbers} now",
    joined=" or ",
    despair="In danger now: call {numbers}. To talk to someone: 12356",
    late="This message was sent {age} ago; if it is still urgent, call {numbers} now.",
    ages=("{} min", "{} h", "{} d"),
    not_us="This assistant does not report to the police; nobody at the police reads it.",
    police="Call 110; say where you are and what is happening. If you cannot speak, keep the line open.",
    texts={
        Alert.SUICIDE: "Thank you for saying it. This must be very hard, and you need not carry it alone.\nIf you are hurt, have taken something or are in a"
        " dangerous place, call 120 or 110 first. 12356 is the psychological help line; if nobody answers, call 110 or tell someone near you and let them stay."
        "\nIf you worry about somebody else: the same numbers. Stay and listen; if you do not know where they are, call 110.",
        Alert.FIRE: "Leave now, do not go back, take no lift. If you cannot get out: close the door, block the gap with wet cloth, call from the window, tell 119 the floor.",
        Alert.EXPLOSION: "Touch nothing, get away, call from a distance. If you smell gas: no switches, no flame, call from outside.",
        Alert.WATER: "Shout for help, throw a rope, pole or ring; do not jump in.",
        Alert.MEDICAL: "Say where you are and how the patient is; do what they tell you and stay on the line.",
        Alert.ACCIDENT: "People first: 120 for the injured, then 122 for the police. Get to a safe place; do not drag the injured.",
        Alert.KIDNAP: "Call 110; say where, who and which way. If you cannot speak, keep the line open.",
        Alert.MISSING: "Call 110 at once, there is no 24-hour wait; say looks, clothes and where last seen.",
        Alert.WEAPON: "Get away, hide, lock the door, then call 110; say where, how many, with what. Do not touch a weapon you found.",
        Alert.FRAUD: "Send no more money, hang up, stop sharing your screen, call 110 with the account, amount and time; to ask: 96110. The police have no “safe account”.",
        Alert.VIOLENCE: "Get to a safe place, then call 110; say where and what. If you cannot speak, keep the line open. Injured: 120.",
        Alert.THREAT: "Call 110; say who, where and what was said. Get away, do not argue, keep the messages. If you fear your own anger: leave, call 110 or 12356.",
    },
)
_KO = _Wording(
    call="지금 바로 {numbers}에 전화하세요",
    joined=", ",
    despair="위험하면 지금 {numbers}, 이야기하고 싶으면 12356에 전화하세요",
    late="이 메시지는 {age} 전에 보낸 것입니다. 아직 급하면 바로 {numbers}에 전화하세요.",
    ages=("{}분", "{}시간", "{}일"),
    not_us="이 챗봇은 신고 창구가 아니며, 경찰은 이 메시지를 보지 않습니다.",
    police="안전한 곳으로 피한 뒤 110에 전화해 장소와 상황을 말하세요. 말을 할 수 없으면 전화를 끊지 마세요. 다쳤으면 120.",
    texts={
        Alert.SUICIDE: "말해 주셔서 고맙습니다. 많이 힘드시지요. 혼자 견디지 않아도 됩니다.\n다쳤거나 위험한 곳에 있으면 먼저 120이나 110에 전화하세요."
        " 12356은 심리 상담 전화입니다. 연결되지 않으면 110에 전화하거나 곁에 있는 사람에게 함께 있어 달라고 하세요.",
        Alert.FIRE: "바로 나가고 물건을 가지러 돌아가지 마세요. 나갈 수 없으면 문을 닫고 젖은 천으로 틈을 막은 뒤 119에 층과 위치를 말하세요.",
        Alert.EXPLOSION: "만지지 말고 멀리 떨어진 곳에서 전화하세요. 가스 냄새가 나면 스위치와 불을 쓰지 마세요.",
        Alert.WATER: "큰 소리로 도움을 청하고 줄이나 막대, 튜브를 던지세요. 물에 뛰어들지 마세요.",
        Alert.MEDICAL: "장소와 환자 상태를 말하고 전화로 알려 주는 대로 하세요.",
        Alert.ACCIDENT: "다친 사람이 있으면 먼저 120, 다음에 122. 안전한 곳으로 피하고 다친 사람을 억지로 옮기지 마세요.",
        Alert.MISSING: "바로 110에 전화하세요. 24시간을 기다릴 필요가 없습니다. 생김새, 옷, 마지막으로 본 곳을 말하세요.",
        Alert.FRAUD: "더 이상 송금하지 말고 전화를 끊은 뒤 110에 계좌, 금액, 시간을 말하세요. 문의는 96110.",
    },
)
_JA = _Wording(
    call="いますぐ {numbers} に電話してください",
    joined="、",
    despair="危険なときはすぐ {numbers}、話したいときは 12356 に電話してください",
    late="これは{age}前のメッセージです。いまも緊急なら、すぐ {numbers} に電話してください。",
    ages=("{}分", "{}時間", "{}日"),
    not_us="このチャットは通報の窓口ではありません。警察はここを見ていません。",
    police="安全な場所に移ってから110に電話し、場所と状況を伝えてください。話せないときは電話を切らないでください。けがは120。",
    texts={
        Alert.SUICIDE: "話してくださってありがとうございます。とてもつらいのですね。一人で抱えなくてかまいません。\nけがをしている、危険な場所にいるときは、まず120か110へ。"
        "12356はこころの相談電話です。つながらないときは110に電話するか、近くの人にそばにいてもらってください。",
        Alert.FIRE: "すぐに外へ出て、物を取りに戻らないでください。出られないときは戸を閉め、ぬれた布ですき間をふさぎ、119に階と場所を伝えてください。",
        Alert.EXPLOSION: "さわらずに離れ、遠くから電話してください。ガスのにおいがするときは、スイッチにも火にもさわらないでください。",
        Alert.WATER: "大声で助けを呼び、ロープや棒、浮き輪を投げてください。飛び込まないでください。",
        Alert.MEDICAL: "場所と様子を伝え、電話の指示に従ってください。",
        Alert.ACCIDENT: "けが人がいればまず120、次に122へ。安全な場所に移り、けが人を無理に動かさないでください。",
        Alert.MISSING: "すぐ110に電話してください。24時間待つ必要はありません。顔つき、服装、最後に見た場所を伝えてください。",
        Alert.FRAUD: "これ以上送金せず、電話を切り、110に口座、金額、時刻を伝えてください。相談は96110。",
    },
)
_RU = _Wording(
    call="Сейчас же звоните {numbers}",
    joined=" или ",
    despair="Если есть опасность, звоните {numbers}; если хотите поговорить — 12356",
    late="Это сообщение отправлено {age} назад; если дело ещё срочное, сейчас же звоните {numbers}.",
    ages=("{} мин", "{} ч", "{} дн."),
    not_us="Этот чат не передаёт сообщения в полицию, полиция их не видит.",
    police="Уйдите в безопасное место и звоните 110: где вы и что происходит. Если говорить нельзя, не кладите трубку. Ранены — 120.",
    texts={
        Alert.SUICIDE: "Спасибо, что сказали об этом. Вам, наверное, очень тяжело, и не нужно нести это в одиночку.\nЕсли вы ранены или в опасном месте, сначала звоните 120 или 110."
        " 12356 — линия психологической помощи; если не отвечают, звоните 110 или попросите кого-нибудь побыть рядом.",
        Alert.FIRE: "Выходите сразу, не возвращайтесь за вещами. Если выйти нельзя: закройте дверь, заткните щели мокрой тканью, назовите 119 этаж и место.",
        Alert.EXPLOSION: "Ничего не трогайте, отойдите и звоните издалека. Если пахнет газом, не включайте свет и не зажигайте огонь.",
        Alert.WATER: "Зовите на помощь, бросьте верёвку, шест или круг. Не прыгайте в воду.",
        Alert.MEDICAL: "Скажите, где вы и что с больным; делайте, что скажут по телефону.",
        Alert.ACCIDENT: "Если есть раненые, сначала 120, потом 122. Отойдите в безопасное место, раненых не тащите.",
        Alert.MISSING: "Звоните 110 сразу, ждать 24 часа не нужно. Скажите приметы, одежду и где видели в последний раз.",
        Alert.FRAUD: "Больше ничего не переводите, положите трубку и звоните 110: счёт, сумма, время. Спросить: 96110.",
    },
)
_WORDINGS = {
    Language.ZH: _ZH,
    Language.ZH_HANT: _ZH,
    Language.EN: _EN,
    Language.KO: _KO,
    Language.JA: _JA,
    Language.RU: _RU,
}


def card(alert: Alert, language: Language, late: timedelta | None = None) -> tuple[str, str]:
    """The card's first line, with the number, and the rest; it says if the message comes late."""
    wording = _WORDINGS[language]
    line = wording.despair if alert is Alert.SUICIDE else wording.call
    numbers = wording.joined.join(_NUMBERS.get(alert, ("110",)))
    first = line.format(numbers=numbers)
    rest = f"{wording.texts.get(alert, wording.police)}\n{wording.not_us}"
    if late:
        rest = f"{wording.late.format(age=_age(late, wording.ages), numbers=numbers)}\n{rest}"
    if language is Language.ZH_HANT:
        return traditional(first), traditional(rest)
    return first, rest


def closed(language: Language) -> str:
    """What is said where nothing can be answered and not even the fixed texts can be read."""
    if language.text == "en":
        return "The assistant cannot answer now. In danger call 110 (fire 119, ambulance 120)."
    said = "警务助手现在不能回答问题。遇到危险请直接打110(火警119、急救120)。"
    return traditional(said) if language is Language.ZH_HANT else said


def _age(late: timedelta, ages: tuple[str, str, str]) -> str:
    minutes, hours, days = ages
    if late < timedelta(hours=1):
        return minutes.format(late // timedelta(minutes=1))
    if late < timedelta(days=1):
        return hours.format(late // timedelta(hours=1))
    return days.format(late.days)


def page() -> str:
    """Every card, for those who must approve the wording (Markdown)."""
    lines = [
        "# The emergency cards (DRAFT)",
        "",
        "Police staff and a suicide-prevention professional must read every card before launch; until",
        "then the wording is a draft. The texts are in `faq/cards.py`; a test checks this page.",
    ]
    for language in Language:
        if language is Language.ZH_HANT:
            continue  # the Chinese cards in traditional letters
        lines += ["", f"## {language}"]
        for alert in Alert:
            first, rest = card(alert, language)
            lines += [
                "",
                f"**{alert}** — {first}",
                "",
                *(f"> {line}  " for line in rest.split("\n")),
            ]
    return "\n".join(lines) + "\n"

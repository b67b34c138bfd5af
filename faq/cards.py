"""The emergency cards: the number first, what to do, and that nobody at the police reads this.

The wording is a draft until police staff and a suicide-prevention professional have read it.
"""

from faq.model import Alert, Language

_NUMBERS = {
    Alert.SUICIDE: "110、120",
    Alert.FIRE: "119",
    Alert.EXPLOSION: "110、119",
    Alert.WATER: "110、119、120",
    Alert.MEDICAL: "120",
    Alert.ACCIDENT: "120、122",
}
_ZH = {
    Alert.SUICIDE: "您现在一定很难受。您的命比什么都要紧。\n想找人说说,打12356(心理援助热线);已经吃了药、受了伤或就在危险的地方,马上打120或110。"
    "\n身边有谁,让他陪着您;先离开危险的地方和东西。",
    Alert.FIRE: "先离开,别回去拿东西;燃气泄漏不要开关电器、不要点火,到外面再打电话。",
    Alert.EXPLOSION: "不要碰,马上离开,到远处再打电话。",
    Alert.WATER: "大声喊人,抛绳子、竹竿、救生圈,不会水不要下去。",
    Alert.MEDICAL: "说清地点和病人的样子,照电话里的指挥做。",
    Alert.ACCIDENT: "先救人:有人受伤先打120,再打122报警;车后放警告标志,人到安全处。",
    Alert.KIDNAP: "孩子被陌生人带走、有人被关住或被拐,马上打110,说清地点、人和去向;不能说话就保持通话。",
    Alert.MISSING: "孩子、老人走丢,马上打110,不用等;说清长相、衣着和最后看见的地方。",
    Alert.WEAPON: "先离开、躲好、锁门,再打110,说清地点和几个人、拿着什么。",
    Alert.FRAUD: "别再转账,挂断电话,退出共享屏幕,马上打110,说清对方账号、金额和转账时间,越快越可能拦下来;也可以打96110咨询。",
    Alert.VIOLENCE: "能躲先躲到安全的地方、人多的地方,再打110,说清地点和发生了什么;不能说话就保持通话。受伤打120。",
    Alert.THREAT: "有人要伤人,马上打110,说清是谁、在哪里;先离开,不要争。",
}
_EN = {
    Alert.SUICIDE: "This must be very hard. Your life matters most.\nTo talk to someone call 12356 (psychological help line); "
    "if you have taken something, are hurt or in a dangerous place, call 120 or 110 now.\nLet somebody stay with you.",
    Alert.FIRE: "Leave now and do not go back; with a gas leak touch no switch and call from outside.",
    Alert.EXPLOSION: "Touch nothing, get away, call from a distance.",
    Alert.WATER: "Shout for help, throw a rope, pole or ring; do not go in unless you are trained.",
    Alert.MEDICAL: "Say where you are and how the patient is; do what they tell you.",
    Alert.ACCIDENT: "People first: 120 for the injured, then 122 for the police; get to a safe place.",
    Alert.KIDNAP: "Call 110 now; say where, who and which way. If you cannot speak, keep the line open.",
    Alert.MISSING: "Call 110 at once, there is no waiting time; say looks, clothes and where last seen.",
    Alert.WEAPON: "Get away, hide, lock the door, then call 110; say where, how many, with what.",
    Alert.FRAUD: "Send no more money, hang up, stop sharing your screen, call 110 now with the account, amount and time; advice: 96110.",
    Alert.VIOLENCE: "Get to a safe place, then call 110; say where and what. If you cannot speak, keep the line open. Injured: 120.",
    Alert.THREAT: "Call 110 now; say who and where. Get away, do not argue.",
}
_NOT_US_ZH = "本机器人不是报警渠道,警方看不到这里的消息。"
_NOT_US_EN = "This assistant does not report to the police; nobody at the police reads it."
_OTHERS = {
    Language.KO: "지금 위험하면 전화하세요. 화재 119, 구급 120. 이 챗봇의 메시지는 경찰이 보지 않습니다.",
    Language.JA: "いま危険なら電話してください。火事 119、救急 120。このチャットは警察に届きません。",
    Language.RU: "Если вам грозит опасность, звоните. Пожар 119, скорая 120. Полиция не видит этот чат.",
}


def card(alert: Alert, language: Language) -> tuple[str, str]:
    """The card's first line, with the number, and the rest."""
    numbers = _NUMBERS.get(alert, "110")
    if language in _OTHERS:
        return "110 · 119 · 120", _OTHERS[language]
    if language.text == "zh":
        return f"请马上打 {numbers}", f"{_ZH[alert]}\n{_NOT_US_ZH}"
    return f"Call {numbers.replace('、', ' or ')} now", f"{_EN[alert]}\n{_NOT_US_EN}"

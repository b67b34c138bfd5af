"""The outright words of danger in Korean, Japanese and Russian."""

from collections.abc import Mapping

from faq.model import Alert

Words = Mapping[Alert, tuple[str, ...]]

KO: Words = {
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
JA: Words = {
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
RU: Words = {
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

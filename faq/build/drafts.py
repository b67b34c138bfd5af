"""Drafts of new files: every field in its place, blanks where people have to write."""

from faq.schema.editors import FOLDER
from faq.yamltree import END_MARK

BLANK = "【待填"
_ITEM = """\
  # 没有依据的字段整段删掉,不要猜
  - id: {name}
    name: 【待填:事项名称】
    name_en: 【待填:英文名称】
    aliases:
      - 【待填:人们怎么叫它】
    audience:
      - citizen
    conditions:
      - 【待填:什么人、什么情况能办,一行一条】
    materials:
      - 【待填:要带什么,一行一条】
    steps:
      window:
        - 【待填:在窗口怎么办,一行一条】
    where:
      tier:
        - police_station
    time_limit:
      promised: 【待填:多久办好】
    fee:
      amount: 【待填:多少钱;不收钱写免费】
      basis: 【待填:哪个文件规定的】
    legal_basis:
      - 【待填:哪部法第几条】
    hotlines:
      - '12345'
    sources:
      - ref: FILL_IN  # 来源的代号,在 sources.yaml 里
        supports: 【待填:这个来源说明了什么】
    confidence: press
    answer_policy: state_with_date
    as_of: {today}
"""
_ENTRY = """\
id: {name}
phrasings:
  zh:
    overview:
      - 【待填:人们会怎么问,一行一种,越多越好】
  en:
    overview:
      - 【待填:how people ask in English】
answers:
  overview:
    staff:
      zh: |-
        【待填:先一句话回答,数字写成引用】
        要带的:
        {{materials}}
      en: |-
        【待填:the same in English】
"""
_REFERRAL = """\
id: {name}
name:
  zh: 【待填:这类事叫什么】
  en: 【待填:its name in English】
text:
  zh: 【待填:归谁管,去哪问】
  en: 【待填:whose business it is, whom to ask】
hotlines:
  - '12345'
phrasings:
  zh:
    - 【待填:人们会怎么问,一行一种】
  en:
    - 【待填:how people ask in English】
"""
_CLARIFICATION = """\
id: {name}
ask:
  zh: 【待填:反问的话】
  en: 【待填:what is asked back】
choices:
  - 【待填:最可能的条目编号】
  - 【待填:另一个条目编号】
phrasings:
  zh:
    - 【待填:说得太笼统的问法,一行一种】
  en:
    - 【待填:how people ask in English】
"""


def entry(name: str) -> str:
    """The file of a new entry."""
    return _file("entry", "../../", _ENTRY.format(name=name))


def referral(name: str) -> str:
    """The file of a new referral."""
    return _file("referral", "../", _REFERRAL.format(name=name))


def clarification(name: str) -> str:
    """The file of a new clarification."""
    return _file("clarification", "../", _CLARIFICATION.format(name=name))


def with_item(text: str, name: str, today: str) -> str:
    """A category's file of the catalogue with a new item as its last."""
    body = text.rstrip("\r\n").removesuffix(END_MARK)
    return body + _ITEM.format(name=name, today=today) + END_MARK + "\n"


def _file(schema: str, up: str, body: str) -> str:
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema}.json\n{body}{END_MARK}\n"

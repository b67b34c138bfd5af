"""A few texts of three classes, to teach a classifier with."""

from faq.features.pinyin import Sounds

SILENT = Sounds({})  # no syllables: letters only

TOYS = [
    ("护照丢了", 0),
    ("护照不见了", 0),
    ("补办护照", 0),
    ("驾照丢了", 1),
    ("驾照不见了", 1),
    ("补办驾照", 1),
    ("你好", 2),
    ("你好啊", 2),
]

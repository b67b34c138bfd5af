"""The kinds of personal number that may not be kept."""

from enum import StrEnum


class Kind(StrEnum):
    """What a masked number was."""

    IDENTITY_NUMBER = "identity_number"
    BANK_CARD = "bank_card"
    MOBILE = "mobile"
    PASSPORT = "passport"
    PLATE = "plate"

    @property
    def placeholder(self) -> str:
        """What stands in the number's place: its name, so that the question still reads well."""
        return _PLACEHOLDERS[self]


_PLACEHOLDERS = {
    Kind.IDENTITY_NUMBER: "〔身份证号〕",
    Kind.BANK_CARD: "〔银行卡号〕",
    Kind.MOBILE: "〔手机号〕",
    Kind.PASSPORT: "〔护照号〕",
    Kind.PLATE: "〔车牌号〕",
}

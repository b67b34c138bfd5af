"""The shipped guides as conversations, in Chinese and in English."""

import pytest

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.guiding.conversation import Conversation
from faq.model import Language


@pytest.fixture
def chinese(shipped: Catalogue) -> Conversation:
    return Conversation(Composer(shipped, "zh"), Language.ZH)


@pytest.fixture
def english(shipped: Catalogue) -> Conversation:
    return Conversation(Composer(shipped, "en"), Language.EN)

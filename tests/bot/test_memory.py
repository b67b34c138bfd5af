from bot.memory import give_back


def test_memory_can_be_given_back_at_any_time() -> None:
    give_back()
    give_back()

from benchmarks.measuring import SEARCH, measure


def test_every_search_is_timed_at_the_size_wanted() -> None:
    measured = measure(700, ["补身份证多少钱"])
    assert (measured.phrasings, measured.shipped) == (700, False)
    assert list(measured.times) == [
        SEARCH,
        "ours: Assistant.ask",
        "rapidfuzz ratio",
        "rapidfuzz WRatio",
    ]

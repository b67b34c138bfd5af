from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.measuring import SEARCH, Measured
from benchmarks.timing import Time

MEASURED = Measured(
    phrasings=13_491,
    shipped=True,
    build_seconds=3.72,
    megabytes=205.4,
    times={SEARCH: Time(0.5, 1.0), "rapidfuzz WRatio": Time(20.0, 30.0)},
)


def test_a_size_is_shown_with_ratios_to_our_search() -> None:
    assert speed.as_text(MEASURED).splitlines() == [
        "13,491 phrasings (as shipped): built in 3.7 s, peak memory 205 MB",
        "  MILLISECONDS          median    p95  median to ours  p95 to ours",
        "  ours: Matcher.search    0.50   1.00           x 1.0        x 1.0",
        "  rapidfuzz WRatio       20.00  30.00          x 40.0       x 30.0",
    ]


def test_memory_may_be_unknown() -> None:
    unknown = Measured(10, False, 1.0, None, MEASURED.times)
    assert "10 phrasings: built in 1.0 s, peak memory not known" in speed.as_text(unknown)


def test_a_missing_file_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert speed.main([str(tmp_path / "missing.jsonl")]) == 2
    assert "missing.jsonl" in capsys.readouterr().err

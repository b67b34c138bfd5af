from pathlib import Path

import pytest

from benchmarks.timing import peak_megabytes, summary, timed, timed_async


def test_times_are_summed_up_in_milliseconds() -> None:
    time = summary([0.001] * 50 + [0.003] * 50 + [0.002])
    assert (time.median, time.p95) == pytest.approx((2.0, 3.0))


def test_every_text_is_called_and_a_few_to_warm_up() -> None:
    called: list[str] = []
    timed(called.append, [f"{at}" for at in range(8)])
    assert called == [*"01234", *"01234567"]


async def test_awaited_calls_go_one_after_the_other() -> None:
    called: list[str] = []

    async def call(text: str) -> None:
        called.append(text)

    await timed_async(call, ["一", "二"])
    assert called == ["一", "二", "一", "二"]


def test_peak_memory_is_read_from_the_system(tmp_path: Path) -> None:
    status = tmp_path / "status"
    status.write_text("Name:\tpython\nVmHWM:\t  204800 kB\n", "ascii")
    assert peak_megabytes(status) == 200.0


def test_peak_memory_may_be_unknown(tmp_path: Path) -> None:
    assert peak_megabytes(tmp_path / "missing") is None

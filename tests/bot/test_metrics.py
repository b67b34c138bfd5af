from dataclasses import replace

from bot.metrics import Metrics
from faq.model import Alert
from tests.replies import ANSWERED


def lines(metrics: Metrics) -> list[str]:
    body, content_type = metrics.collected()
    assert content_type.startswith("text/plain")
    return body.decode().splitlines()


def test_turns_are_counted_by_channel_and_outcome_and_timed() -> None:
    metrics = Metrics()
    metrics.answered("web", ANSWERED, 0.003)
    metrics.answered("web", replace(ANSWERED, alert=Alert.FIRE), 0.003)
    found = lines(metrics)
    assert 'jingwu_questions_total{channel="web",outcome="answered"} 2.0' in found
    assert 'jingwu_emergency_cards_total{alert="fire"} 1.0' in found
    assert 'jingwu_match_seconds_bucket{le="0.005"} 2.0' in found
    assert 'jingwu_match_seconds_bucket{le="0.0025"} 0.0' in found


def test_a_gauge_is_asked_when_the_figures_are_collected() -> None:
    metrics, waiting = Metrics(), [1.0]
    metrics.gauge("outbox", "Replies that wait", lambda: waiting[0])
    waiting[0] = 7.0
    assert "jingwu_outbox 7.0" in lines(metrics)


def test_only_the_content_in_use_is_shown() -> None:
    metrics = Metrics()
    metrics.content("v1", 1.0)
    metrics.content("v2", 5.0)
    versions = [line for line in lines(metrics) if line.startswith("jingwu_content_info{")]
    assert versions == ['jingwu_content_info{version="v2"} 1.0']
    assert "jingwu_content_since_seconds 5.0" in lines(metrics)


def test_sends_updates_errors_and_reloads_are_counted() -> None:
    metrics = Metrics()
    metrics.sent(0.2)
    metrics.handled(0.2)
    metrics.api_error("flood")
    metrics.reloaded("live")
    found = lines(metrics)
    assert "jingwu_send_seconds_count 1.0" in found
    assert "jingwu_handle_seconds_count 1.0" in found
    assert 'jingwu_bot_api_errors_total{kind="flood"} 1.0' in found
    assert 'jingwu_reloads_total{result="live"} 1.0' in found


def test_two_programs_in_one_process_do_not_share_figures() -> None:
    Metrics().sent(0.1)
    assert "jingwu_send_seconds_count 0.0" in lines(Metrics())

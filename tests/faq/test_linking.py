import pytest

from faq.linking import may_link

HOSTS = ("www.gov.cn", "*.gat.ln.gov.cn")


@pytest.mark.parametrize("url", ["https://www.gov.cn", "http://www.gov.cn/a?b=c#d"])
def test_an_address_on_a_listed_host_may_be_a_link(url: str) -> None:
    assert may_link(url, HOSTS)


@pytest.mark.parametrize("url", ["https://zwfw.gat.ln.gov.cn/", "https://pc.zwfw.gat.ln.gov.cn"])
def test_a_star_stands_for_any_sub_domain(url: str) -> None:
    assert may_link(url, HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("", id="empty"),
        pytest.param("www.gov.cn", id="no scheme"),
        pytest.param("//www.gov.cn", id="scheme of the page"),
        pytest.param("ftp://www.gov.cn", id="ftp"),
        pytest.param("javascript://www.gov.cn/%0aalert(1)", id="script"),
        pytest.param("https://gov.cn", id="parent"),
        pytest.param("https://gat.ln.gov.cn", id="a star is not the domain itself"),
        pytest.param("https://a.www.gov.cn", id="sub-domain without a star"),
        pytest.param("https://www.gov.cn.evil.com", id="listed host in front"),
        pytest.param("https://evilwww.gov.cn", id="listed host behind"),
        pytest.param("https://evilgat.ln.gov.cn", id="look-alike of a star"),
        pytest.param("https://www-gov.cn", id="dash for dot"),
        pytest.param("https://www.g0v.cn", id="zero for o"),
        pytest.param("https://www.gоv.cn", id="Cyrillic o"),
        pytest.param("https://www.gov\u3002cn", id="ideographic full stop"),
        pytest.param("https://ｗｗｗ.gov.cn", id="full width"),
        pytest.param("https://www.gov.cn\uff0f.evil.com", id="full-width slash"),
        pytest.param("https://xn--www-gov-cn.com", id="punycode"),
        pytest.param("https://www.gov.cn:443", id="port"),
        pytest.param("https://www.gov.cn:", id="empty port"),
        pytest.param("https://user@www.gov.cn", id="user"),
        pytest.param("https://www.gov.cn@evil.com", id="listed host as user"),
        pytest.param("https://www.gov.cn:x@evil.com", id="listed host as user with password"),
        pytest.param("https://1.2.3.4", id="IPv4"),
        pytest.param("https://[::1]", id="IPv6"),
        pytest.param("https://[www.gov.cn", id="broken IPv6"),
        pytest.param("https://2130706433", id="IPv4 as a number"),
        pytest.param("https://www.gov.cn.", id="dot behind"),
        pytest.param("https://.gat.ln.gov.cn", id="empty label"),
        pytest.param("https://evil.com\\.gat.ln.gov.cn", id="backslash"),
        pytest.param("https://evil.com%2f.gat.ln.gov.cn", id="coded slash"),
        pytest.param("https://evil.com#.gat.ln.gov.cn", id="fragment"),
        pytest.param("https://evil.com?.gat.ln.gov.cn", id="query"),
        pytest.param("https://evil.com .gat.ln.gov.cn", id="space"),
        pytest.param("https://www.gov.cn/ https://evil.com", id="second address"),
        pytest.param("https://www.gov.cn/\nhttps://evil.com", id="second address on a new line"),
        pytest.param("https://www.gov.cn/\t", id="tab"),
        pytest.param("https://www.gov.cn/护照", id="Chinese path"),
    ],
)
def test_an_address_that_leads_elsewhere_or_looks_odd_is_no_link(url: str) -> None:
    assert not may_link(url, HOSTS)


def test_no_address_is_no_link() -> None:
    assert not may_link(None, HOSTS)

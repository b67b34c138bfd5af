"""Pages as a test reads them."""

from html.parser import HTMLParser

from tests.handlers.webchat.conftest import Client

Tag = tuple[str, dict[str, str | None]]


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


async def get(client: Client, path: str = "/") -> Page:
    response = await client.get(path)
    assert response.status == 200
    return Page(await response.text())


async def post(client: Client, **form: str) -> Page:
    response = await client.post("/", data=form)
    assert response.status == 200
    return Page(await response.text())

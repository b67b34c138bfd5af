import asyncio
from unittest.mock import Mock

import pytest
from aiohttp import StreamReader, web
from aiohttp.test_utils import make_mocked_request

from handlers.webchat.body import MAX_BYTES, read
from handlers.webchat.rejection import Rejected

JSON = "application/json"


@pytest.fixture
async def arriving() -> StreamReader:
    """A body that arrives as it is fed."""
    return StreamReader(Mock(), 2**16, loop=asyncio.get_running_loop())


def posted(body: StreamReader) -> web.Request:
    return make_mocked_request("POST", "/", headers={"Content-Type": JSON}, payload=body)


async def test_a_body_is_read_whole(arriving: StreamReader) -> None:
    arriving.feed_data(b"{")
    arriving.feed_data(b"}")
    arriving.feed_eof()
    assert await read(posted(arriving), JSON) == b"{}"


async def test_a_body_that_does_not_come_is_not_waited_for(arriving: StreamReader) -> None:
    arriving.feed_data(b"{")
    with pytest.raises(Rejected) as refused:
        await read(posted(arriving), JSON, seconds=0.01)
    assert refused.value.status == 408


async def test_a_body_that_does_not_end_is_cut_off(arriving: StreamReader) -> None:
    arriving.feed_data(b" " * (MAX_BYTES + 1))
    with pytest.raises(Rejected) as refused:
        await read(posted(arriving), JSON)
    assert refused.value.status == 413


async def test_a_body_of_another_type_is_not_read(arriving: StreamReader) -> None:
    with pytest.raises(Rejected) as refused:
        await read(posted(arriving), "text/plain")
    assert refused.value.status == 415

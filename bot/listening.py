"""Serving HTTP on an address."""

from contextlib import AsyncExitStack
from dataclasses import dataclass

from aiohttp import web


class PortInUse(Exception):
    """An address cannot be listened on; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and the setting that changes the port."""

    host: str
    port: int
    setting: str


async def listen(
    stack: AsyncExitStack, app: web.Application, address: Address, drain: float
) -> tuple[str, int]:
    """Serve ``app`` for as long as ``stack`` lasts, and then for what is in hand, at most
    ``drain`` seconds; the address it has. Raises PortInUse.
    """
    runner = web.AppRunner(
        app, access_log=None, keepalive_timeout=10, lingering_time=3, shutdown_timeout=drain
    )
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError as error:
        raise PortInUse(
            f"不能在 {address.host}:{address.port} 上监听({error.strerror or error});换一个端口:"
            f"{address.setting}=8090 ./script/run / cannot listen there; choose another port"
        ) from None
    host, port = runner.addresses[0][:2]
    return host, port

"""The console's wiring: reader, configuration, pages, and Slack's presses in one process."""

from contextlib import AsyncExitStack
from functools import partial

import structlog
from aiohttp import web

from tocsin.console.current import Current
from tocsin.console.deeds import Deeds
from tocsin.console.entrance import Entrance
from tocsin.console.keys import Keys
from tocsin.console.metrics import ConsoleMetrics
from tocsin.console.pages import Pages
from tocsin.console.reading import Reader
from tocsin.console.render import Renderer
from tocsin.console.settings import load_console_settings
from tocsin.console.slack import PATH, Interactions
from tocsin.console.web import MAX_BODY_BYTES, Door
from tocsin.core.board.board import Board
from tocsin.edge.http.client import GuardedClient
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.config_store import write_config
from tocsin.edge.port import Port
from tocsin.edge.regions import LazyRegions
from tocsin.edge.secrets import Secrets
from tocsin.edge.service import Runtime, run_together

log = structlog.get_logger(__name__)


async def run(runtime: Runtime) -> None:
    """Serve until asked to stop."""
    settings = load_console_settings()
    keys = Keys(Secrets())
    keys.check()
    metrics = ConsoleMetrics(runtime.registry)
    current, board, renderer = Current(LazyRegions()), Board(settings.console_alerts), Renderer()
    deeds = Deeds(board, current, partial(write_config, runtime.settings), metrics)
    async with AsyncExitStack() as stack:
        follower = ConfigFollower(runtime.settings, current.use)
        stack.push_async_callback(follower.close)
        await follower.start(runtime.stop, runtime.health.tick)
        reader = Reader(runtime, board, metrics, settings.console_hours)
        stack.push_async_callback(reader.close)
        await reader.start()
        client = GuardedClient(settings.allowed)
        stack.push_async_callback(client.close)
        interactions = Interactions(keys, deeds, client, settings.slack_api_url, metrics)
        door = Door(settings, keys, metrics)
        app = web.Application(middlewares=[door.answer, door.check], client_max_size=MAX_BODY_BYTES)
        app.add_routes(Pages(board, current, deeds, renderer).routes())
        app.add_routes(Entrance(door, deeds, renderer).routes())
        app.router.add_post(PATH, interactions.take)
        remedy = "set TOCSIN_CONSOLE_PORT to a free one"
        port = Port(app, settings.console_host, settings.console_port, what="console", remedy=remedy)
        await port.start()
        stack.push_async_callback(port.stop)
        log.info("console_listens", port=port.port)
        runtime.health.ready()
        await run_together(follower.follow(runtime.stop), reader.run(), interactions.run(runtime.stop))

"""The notifier's wiring: router and sender side by side in one process."""

import asyncio
import resource
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from datetime import timedelta

from tocsin.edge.garbage import collect_less
from tocsin.edge.http.clients import GuardedClients
from tocsin.edge.kafka.clients import create_consumer, create_producer
from tocsin.edge.kafka.config import ConfigFollower
from tocsin.edge.kafka.deadletters import DeadLetters
from tocsin.edge.kafka.topics import ALERTS, DELIVERIES
from tocsin.edge.mail import Mailer
from tocsin.edge.push import Pusher
from tocsin.edge.regions import LazyRegions
from tocsin.edge.secrets import Secrets
from tocsin.edge.service import Runtime, run_together
from tocsin.notifier.config import Current
from tocsin.notifier.controls import Offers
from tocsin.notifier.endings import Endings
from tocsin.notifier.metrics import NotifierMetrics
from tocsin.notifier.routing import router
from tocsin.notifier.routing.finisher import Finisher
from tocsin.notifier.routing.memory import RoutedMemory
from tocsin.notifier.routing.router import Reassignment, Router
from tocsin.notifier.sending import sender
from tocsin.notifier.sending.channels import Channels
from tocsin.notifier.sending.deliver import Deliverer
from tocsin.notifier.sending.later import Later
from tocsin.notifier.sending.membership import Membership
from tocsin.notifier.sending.outlets import Outlets
from tocsin.notifier.sending.recalling import Recall
from tocsin.notifier.sending.sender import Partitions, Sender
from tocsin.notifier.sending.settle import Settler
from tocsin.notifier.sending.slots import Slots
from tocsin.notifier.sending.targets import Targets
from tocsin.notifier.settings import load_notifier_settings
from tocsin.notifier.watch import Watch

_BATCH_BYTES = 262_144
"""An alert for hundreds of subscriptions is some 40 kB for each partition: one batch, not one after the other."""

_RESOLVER_THREADS = 64
"""Names are looked up in threads; one subscriber's slow name server must not use up all of them."""


async def run(runtime: Runtime) -> None:
    """Route and send until asked to stop."""
    settings = load_notifier_settings()
    metrics = NotifierMetrics(runtime.registry)
    secrets = Secrets()
    offers = Offers(secrets, settings.console_url, settings.slack_buttons)
    offers.check()
    current = Current(LazyRegions())
    kept = timedelta(seconds=settings.sent_kept_seconds)
    _raise_file_limit()
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_RESOLVER_THREADS))
    async with AsyncExitStack() as stack:
        follower = ConfigFollower(runtime.settings, current.use)
        stack.push_async_callback(follower.close)
        await follower.start(runtime.stop, runtime.health.tick)
        # No lingering: while one request is under way all that comes goes into the next, and each hand-over waits.
        producer = create_producer(runtime.settings, linger_ms=0, max_batch_size=_BATCH_BYTES)
        await producer.start()
        stack.push_async_callback(producer.stop)
        clients = GuardedClients(settings.allowed, seconds=settings.attempt_seconds)
        stack.push_async_callback(clients.close)
        pusher = Pusher(seconds=settings.attempt_seconds)
        stack.callback(pusher.close)
        smtp = settings.smtp_server
        mailer = None if smtp is None else Mailer(smtp, seconds=settings.attempt_seconds)
        to_send = create_consumer(runtime.settings, group=sender.GROUP)
        membership = Membership(to_send)
        letters = DeadLetters(producer, "sender", runtime.registry)
        later = Later(producer)
        stack.push_async_callback(later.flush)
        settler = Settler(producer, letters, later)
        recall = Recall(runtime.settings)
        stack.push_async_callback(recall.close)
        deliverer = Deliverer(
            settings=settings,
            current=current,
            targets=Targets(secrets, settings.slack_api_url, offers, settings.mail_from, settings.mail_password),
            channels=Channels(secrets),
            outlets=Outlets(clients, pusher, mailer),
            settler=settler,
            recall=recall,
            membership=membership,
            slots=Slots(),
            metrics=metrics,
        )
        partitions = Partitions(deliverer)
        current.listeners.append(partitions.wake_all)
        to_send.subscribe([DELIVERIES], listener=partitions)
        await to_send.start()
        stack.push_async_callback(to_send.stop)
        memory = RoutedMemory(runtime.settings)
        to_route = create_consumer(runtime.settings, group=router.GROUP)
        to_route.subscribe([ALERTS], listener=Reassignment(memory))
        await to_route.start()
        stack.push_async_callback(to_route.stop)
        finisher = Finisher(to_route, producer)
        runtime.health.ready()
        collect_less()
        await run_together(
            follower.follow(runtime.stop),
            _until_stopped(membership, runtime.stop),
            Endings(settings.operators_subscription, current, partitions, deliverer.settler).run(runtime.stop),
            Router(runtime, to_route, finisher, letters.for_stage("router"), current, memory, metrics, kept).run(),
            Watch(runtime, settings, current, settler).run(),
            later.run(runtime.stop),
            Sender(runtime, to_send, partitions, letters, metrics, kept, settings.attempt_seconds + 1).run(),
        )


async def _until_stopped(membership: Membership, stop: asyncio.Event) -> None:
    ticking = asyncio.create_task(membership.tick_forever())
    await stop.wait()
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking


def _raise_file_limit() -> None:
    """Many subscribers are many sockets: take as many as the system lets this process have."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

"""Secrets are sent through every path that fails, and then sought in all that the notifier puts out."""

from typing import Any

import aiohttp
import msgspec

from tocsin.core.model.subscription import (
    AppriseTarget,
    EmailTarget,
    Filter,
    HmacSignature,
    SecretRef,
    Subscription,
    TlsFiles,
)
from tocsin.edge.kafka.topics import DEAD_LETTERS, DELIVERIES, RECEIPTS

TITLE = "a title that nobody may log"
FAILURES: tuple[dict[str, Any], ...] = (
    {"do": "status", "status": 500},
    {"do": "status", "status": 404},
    {"do": "status", "status": 410},
    {"do": "status", "status": 413},
    {"do": "rate_limit", "retry_after": "7"},
    {"do": "redirect", "location": "http://127.0.0.1/s3cret-location"},
    {"do": "close"},
    {"do": "hang", "seconds": 30},
    {"do": "error", "code": "token_revoked"},
    {"do": "error", "code": "s3cret-code"},
)


MAIL = {
    "TOCSIN_SMTP_HOST": "127.0.0.1",
    "TOCSIN_SMTP_PORT": "1",
    "TOCSIN_SMTP_USERNAME": "tocsin",
    "TOCSIN_MAIL_FROM": "tocsin@news.example",
}


async def test_no_secret_url_or_title_shows(bench: Any) -> None:
    secrets = {
        "TOCSIN_SECRET_TOKEN": "xoxb-s3cret-token",
        "TOCSIN_SECRET_BAD_KEY": "whsec_s3cret-key!",
        "TOCSIN_SECRET_HEADER": "s3cret-header",
        "TOCSIN_SECRET_BAD_HEADER": "s3cret\r\nheader",
        "TOCSIN_SECRET_BAD_URL": "http://[s3cret-url",
        "TOCSIN_SECRET_NOWHERE": "http://s3cret-host.invalid/s3cret-path",
        "TOCSIN_SECRET_CA": "-----BEGIN CERTIFICATE-----\ns3cret\n-----END CERTIFICATE-----",
        "TOCSIN_SECRET_HMAC": "s3cret-hmac",
        "TOCSIN_SECRET_APPRISE_0": "s3cret-service://s3cret",
        "TOCSIN_SECRET_APPRISE_1": "json://s3cret:s3cret@127.0.0.1:1/s3cret",
        "TOCSIN_SECRET_APPRISE_2": "json://s3cret-host.invalid/s3cret",
        "TOCSIN_SECRET_SMTP_PASSWORD": "s3cret-password",
        "TOCSIN_SECRET_REFUSED": "http://169.254.169.254/s3cret-path",
    }
    hooks, faults = [], []
    for number, failure in enumerate(FAILURES):
        secrets[f"TOCSIN_SECRET_URL_{number}"] = f"{bench.receiver.url}/hooks/s3cret-{number}"
        secrets[f"TOCSIN_SECRET_SLACK_{number}"] = f"{bench.receiver.url}/services/T0/B0/s3cret-{number}"
        faults += [
            {"path": f"/hooks/s3cret-{number}"} | failure,
            {"path": f"/services/T0/B0/s3cret-{number}"} | failure,
        ]
        hooks.append(with_webhook(bench, f"hook{number}", url=SecretRef(env=f"TOCSIN_SECRET_URL_{number}")))
        hooks.append(bench.slack(f"chat{number}", webhook=SecretRef(env=f"TOCSIN_SECRET_SLACK_{number}")))
    hooks += [
        with_webhook(bench, name.lower().replace("_", "-"), url=SecretRef(env=f"TOCSIN_SECRET_{name}"))
        for name in ("BAD_URL", "NOWHERE", "REFUSED")
    ]
    hooks.append(with_webhook(bench, "bad-key", secret=SecretRef(env="TOCSIN_SECRET_BAD_KEY")))
    hooks.append(with_webhook(bench, "bad-header", headers={"x-a": SecretRef(env="TOCSIN_SECRET_BAD_HEADER")}))
    hooks.append(with_webhook(bench, "bad-tls", tls=TlsFiles(ca=SecretRef(env="TOCSIN_SECRET_CA"))))
    hooks.append(with_webhook(bench, "bad-template", template="{{ data.tolls[7] }}{# s3cret #}{{ data.headline }}"))
    unheard = HmacSignature(header="x-s", key=SecretRef(env="TOCSIN_SECRET_HMAC"))
    hooks.append(with_webhook(bench, "hmac", hmac=unheard, url=SecretRef(env="TOCSIN_SECRET_NOWHERE")))
    for number in range(3):
        target = AppriseTarget(url=SecretRef(env=f"TOCSIN_SECRET_APPRISE_{number}"))
        match = Filter(rule=bench.rule)
        hooks.append(Subscription(id=f"push{number}-{bench.rule}", match=match, apprise=target))
    mail = EmailTarget(to=("desk@news.example",))
    hooks.append(Subscription(id=f"mail-{bench.rule}", match=Filter(rule=bench.rule), email=mail))
    hooks.append(bench.slack("bot", token=SecretRef(env="TOCSIN_SECRET_TOKEN"), channel="nowhere"))
    bench.secrets |= secrets
    await bench.faults(*faults)
    await bench.apply(*hooks)
    notifier = bench.start(TOCSIN_LOG_LEVEL="DEBUG", TOCSIN_ATTEMPT_SECONDS="2", **MAIL)
    await bench.publish(bench.alert("a", headline=TITLE, title=TITLE))

    async def all_tried() -> bool:
        return {receipt.subscription for receipt in await bench.all_receipts()} >= {hook.id for hook in hooks}

    await bench.until(all_tried, "an attempt at each")
    started = next(line for line in notifier.text().splitlines() if '"service_started"' in line)
    port = msgspec.json.decode(started)["metrics_port"]
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
        page = await response.text()
    assert notifier.stop() == 0
    shown = {"log": notifier.text().encode(), "metrics": page.encode()}
    for topic in (RECEIPTS, DELIVERIES, DEAD_LETTERS):
        shown[topic] = b"\n".join((key or b"") + (value or b"") for key, value in await bench.read(topic))
    for place, text in shown.items():
        assert b"s3cret" not in text, place
    for place in ("log", "metrics", RECEIPTS):
        assert TITLE.encode() not in shown[place], place
        assert bench.receiver.url.encode() not in shown[place], place


def with_webhook(bench: Any, name: str, **target: Any) -> Any:
    hook = bench.webhook(name)
    return msgspec.structs.replace(hook, webhook=msgspec.structs.replace(hook.webhook, **target))

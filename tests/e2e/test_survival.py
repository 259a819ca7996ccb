"""Each service is killed outright while news comes in, and started again: every alert arrives, none a second time."""

import asyncio
import json
from collections import Counter

from tests.e2e.conftest import SERVICES, Stage
from tests.e2e.system import command

TOWNS = """Mosul, Iraq; Kirkuk, Iraq; Basra, Iraq; Aleppo, Syria; Homs, Syria; Raqqa, Syria; Kharkiv, Ukraine;
Odesa, Ukraine; Donetsk, Ukraine; Kabul, Afghanistan; Kandahar, Afghanistan; Herat, Afghanistan; Peshawar, Pakistan;
Quetta, Pakistan; Karachi, Pakistan; Mogadishu, Somalia; Kismayo, Somalia; Nairobi, Kenya; Garissa, Kenya;
Maiduguri, Nigeria; Kaduna, Nigeria; Gao, Mali; Mopti, Mali; Niamey, Niger; Khartoum, Sudan; Nyala, Sudan;
Goma, Democratic Republic of the Congo; Bunia, Democratic Republic of the Congo; Sanaa, Yemen; Aden, Yemen;
Tripoli, Libya; Benghazi, Libya; Cali, Colombia; Lima, Peru; Manila, Philippines; Yangon, Myanmar"""
PLACES = [tuple(part.strip() for part in town.split(",")) for town in TOWNS.replace("\n", " ").split(";")]
PAUSE_SECONDS = 0.5


def rule_of(town: str) -> str:
    return f"watch-{town.lower()}"


def config() -> str:
    """One rule a town, so that each article is its own alert whatever the order; all of them to one webhook."""
    webhook = """kind: subscription
id: risk-engine
match: {severity: info}
webhook: {url: {env: TOCSIN_SECRET_HOOK_URL}, secret: {env: TOCSIN_SECRET_HOOK}}
"""
    watches = [
        f"kind: rule\nid: {rule_of(town)}\ntitle: Killed in {town}\nregions: [{town}]\n"
        "evidence:\n  - casualties: {kinds: [killed], at_least: 10}\n"
        for town, _ in PLACES
    ]
    return "---\n".join([webhook, *watches])


def feed() -> str:
    lines = []
    for number, (town, country) in enumerate(PLACES):
        killed = 11 + number
        title = f"Bombing in {town} kills {killed}"
        body = f"A bomb killed {killed} people at a market in {town}, {country}, on Monday, police said."
        lines.append(
            json.dumps({"id": f"survival-{number}", "title": title, "body": body, "publisher": "Meridian Wire"})
        )
    return "\n".join(lines) + "\n"


def alerted(stage: Stage) -> set[str]:
    return {json.loads(hook.body)["data"]["rule"] for hook in stage.hooks.hooks}


async def test_sigkill_of_each_service_loses_no_alert_and_repeats_none(stage: Stage) -> None:
    file = stage.folder / "survival.yaml"
    file.write_text(config(), encoding="utf-8")
    stage.run("apply", str(file))
    stage.run("delete", "rule/iraq-mass-casualties")
    articles = stage.folder / "survival.jsonl"
    articles.write_text(feed(), encoding="utf-8")

    publishing = await asyncio.create_subprocess_exec(
        *command("publish", "--now", "--pause", str(PAUSE_SECONDS), str(articles)), env=stage.environment
    )
    expected = {rule_of(town) for town, _ in PLACES}
    for round_number, name in enumerate(SERVICES, 1):
        await reach(stage, expected, round_number * len(expected) // 5)
        stage.services[name].kill()
        await stage.services[name].start()
    assert await publishing.wait() == 0
    await reach(stage, expected, len(expected))

    sent = Counter(hook.headers["webhook-id"] for hook in stage.hooks.hooks)
    repeated = [identifier for identifier, times in sent.items() if times > 1]
    assert len(repeated) <= 1, f"beyond the one in flight when the notifier was killed: {repeated}"


async def reach(stage: Stage, expected: set[str], count: int) -> None:
    """Wait until so many of the expected alerts have arrived."""
    try:
        async with asyncio.timeout(120):
            while len(alerted(stage) & expected) < count:
                await asyncio.sleep(0.1)
    except TimeoutError:
        missing = expected - alerted(stage)
        logs = "\n".join(f"--- {name}\n{service.tail()}" for name, service in stage.services.items())
        raise AssertionError(f"{len(missing)} alerts did not arrive: {sorted(missing)}\n{logs}") from None

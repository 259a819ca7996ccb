"""Which subscriptions share a pace."""

from pathlib import Path

from tocsin.core.model.subscription import AppriseTarget, SecretRef, SlackTarget, Subscription, WebhookTarget
from tocsin.edge.secrets import Secrets
from tocsin.notifier.sending.channels import Channels

TOKEN, SAME, OTHER = "TOCSIN_SECRET_TOKEN", "TOCSIN_SECRET_SAME", "TOCSIN_SECRET_OTHER"
HOOK = "TOCSIN_SECRET_HOOK"


def secrets(folder: Path) -> Secrets:
    (folder / "other").write_text("xoxb-2", encoding="utf-8")
    return Secrets(
        {TOKEN: "xoxb-1", SAME: "xoxb-1", f"{OTHER}_FILE": str(folder / "other"), HOOK: "https://hooks.example/T/B/X"}
    )


def bot(name: str, token: str, channel: str = "C1") -> Subscription:
    return Subscription(id=name, slack=SlackTarget(token=SecretRef(env=token), channel=channel))


def hook(name: str, url: str) -> Subscription:
    return Subscription(id=name, slack=SlackTarget(webhook=SecretRef(env=url)))


def test_one_token_and_channel_are_one_pace_whatever_the_secret_is_called(tmp_path: Path) -> None:
    channels = Channels(secrets(tmp_path))
    turns = channels.turns(bot("a", TOKEN))
    assert turns.interval == 1.0
    assert channels.turns(bot("b", SAME)) is turns
    assert channels.turns(bot("c", TOKEN, "C2")) is not turns
    assert channels.turns(bot("d", OTHER)) is not turns


def test_one_incoming_webhook_is_one_pace_and_a_rotated_token_leads_elsewhere(tmp_path: Path) -> None:
    channels = Channels(secrets(tmp_path))
    turns = channels.turns(hook("a", HOOK))
    assert channels.turns(hook("b", HOOK)) is turns
    before = channels.turns(bot("c", OTHER))
    (tmp_path / "other").write_text("xoxb-1", encoding="utf-8")
    assert channels.turns(bot("c", OTHER)) is not before
    known = channels.turns(bot("d", TOKEN))
    assert channels.turns(bot("c", OTHER)) is known


def test_webhooks_have_their_own_and_a_missing_secret_is_no_error(tmp_path: Path) -> None:
    channels = Channels(secrets(tmp_path))
    first, second = (
        Subscription(id=name, webhook=WebhookTarget(url="https://one.example/", secret=SecretRef(env=TOKEN)))
        for name in ("a", "b")
    )
    turns = channels.turns(first)
    assert (turns.interval, channels.turns(first)) == (0.0, turns)
    assert channels.turns(second) is not turns
    lost = Subscription(id="c", apprise=AppriseTarget(url=SecretRef(env="TOCSIN_SECRET_LOST")))
    assert channels.turns(lost).interval == 1.0


def test_nothing_of_a_secret_is_kept(tmp_path: Path) -> None:
    channels = Channels(secrets(tmp_path))
    turns = channels.turns(bot("a", TOKEN))
    assert "xoxb" not in repr(vars(channels)) + repr(vars(turns))

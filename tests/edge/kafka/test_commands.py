"""Commands on a broker that has no topics yet say so at once, and do not wait or show a trace."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.cli import main
from tocsin.edge.settings import Settings

Program = Callable[..., tuple[int, str, str]]


@pytest.fixture
def program(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """Call ``tocsin`` with these arguments; returns exit code, standard output and standard error."""

    def run(*arguments: object, brokers: str = settings.bootstrap_servers()) -> tuple[int, str, str]:
        monkeypatch.setenv("TOCSIN_BROKERS", brokers)
        monkeypatch.setattr("sys.argv", ["tocsin", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        told = capsys.readouterr()
        return int(left.value.code or 0), told.out, told.err

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "news.jsonl"
    articles = [{"title": "Fine", "body": "x"}, {"title": "A very long report", "body": "x" * 3_000_000}]
    file.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("command", "topic"),
    [
        ("get", "news.config.v1"),
        ("deliveries", "news.config.v1"),
        ("redrive", "news.deadletters.v1"),
        ("publish", "news.articles.v1"),
    ],
)
def test_a_missing_topic_is_named_with_what_makes_it(program: Program, news: Path, command: str, topic: str) -> None:
    code, _, error = program(command, *([news] if command == "publish" else []))
    assert (code, error.splitlines()[-1]) == (1, f"Error: topic {topic} is missing: run `tocsin topics`")


def test_doctor_names_all_missing_topics(program: Program) -> None:
    code, out, _ = program("doctor")
    assert code == 1
    first, *bad = out.splitlines()
    assert first.startswith("ok   brokers at ")
    assert all(line.startswith("BAD ") for line in bad)
    assert "topic news.articles.v1: topic is missing" in bad[0]
    assert "run `tocsin topics`" in bad[-1]


def test_doctor_calls_no_broker_good_that_does_not_answer(program: Program) -> None:
    code, out, error = program("doctor", brokers="127.0.0.1:1")
    assert (code, out) == (1, "")
    assert "no broker answers at 127.0.0.1:1" in error


@pytest.mark.usefixtures("topics")
def test_an_article_too_large_for_a_message_is_named(program: Program, news: Path) -> None:
    code, _, error = program("publish", news)
    assert code == 2
    assert "'A very long report'" in error
    assert "Articles before it: 1 sent" in error
    assert "Traceback" not in error


@pytest.mark.usefixtures("topics")
def test_names_that_are_nearly_right_are_told(program: Program) -> None:
    code, out, error = program("silence", "make", "--rule", "irak", "--for", "1h", "--reason", "exercise")
    assert (code, out.startswith("silence-")) == (0, True)
    assert "warning: unknown rule 'irak'" in error
    code, _, error = program("get", "silense")
    assert code == 2
    assert "silense: no such object in force: did you mean 'silence'?" in error
    _, _, error = program("get", "rule/irak")
    assert "rule/irak: no such object in force; `tocsin get rule` lists others" in error


@pytest.mark.usefixtures("topics")
def test_a_subscription_to_a_rule_that_nobody_knows_is_applied_with_a_warning(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    target = "webhook: {url: 'https://a.example/', secret: {env: TOCSIN_SECRET_A}}"
    rule = "kind: rule\nid: mass-casualties\ntitle: T\nevidence: [{terms: [war]}]\n"
    for_rules = "kind: subscription\nid: desk\nmatch: {rules: [mass-casualties, mass-casualty]}\n"
    operators = "kind: subscription\nid: operators\nmatch: {rule: tocsin-operations}\n"
    file.write_text(f"{rule}---\n{for_rules}{target}\n---\n{operators}{target}\n", encoding="utf-8")
    code, out, error = program("apply", file)
    assert code == 0
    assert "new       subscription/desk" in out
    assert f"warning: {file}:8:34: unknown rule 'mass-casualty': did you mean 'mass-casualties'?\n" in error
    assert error.count("warning") == 1


@pytest.mark.usefixtures("topics")
def test_doctor_says_what_lacks_while_nobody_can_be_told(program: Program, tmp_path: Path) -> None:
    _, out, _ = program("doctor")
    assert "BAD  0 rules, 0 subscriptions in force: put some in force with `tocsin apply`" in out
    file = tmp_path / "rule.yaml"
    file.write_text("kind: rule\nid: war\ntitle: War\nevidence: [{terms: [war]}]\n", encoding="utf-8")
    program("apply", file)
    _, out, _ = program("doctor")
    assert "ok   1 rules, 0 subscriptions in force: nobody is told of anything without a subscription" in out

"""Rule tests: articles, and the rules that must fire on them, and no others. Kept beside rules in ``*.test.yaml``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import msgspec
import yaml
from msgspec import inspect

from tocsin.core.config import ConfigError, Problem
from tocsin.core.config.decode import Decoder
from tocsin.core.config.nearest import did_you_mean
from tocsin.core.config.nodes import problem_at, read_nodes
from tocsin.core.model.article import Article
from tocsin.core.model.base import Severity
from tocsin.core.model.match import Match
from tocsin.core.model.rule import Identifier, Share, Text, Written

Scorer = Callable[[Article], list[Match]]


class TrialArticle(Written, frozen=True, kw_only=True):
    """The parts of an article that rules look at."""

    title: str = ""
    body: str = ""
    language: str | None = None
    source: str | None = None
    publisher: str | None = None


class Expectation(Written, frozen=True, kw_only=True):
    """A rule that must fire: at this ``severity``, scoring ``at_least``, on evidence that holds these ``words``."""

    rule: Identifier
    severity: Severity | None = None
    at_least: Share | None = None
    words: tuple[Text, ...] = ()


class Trial(Written, frozen=True, kw_only=True):
    """One test. Rules not named in ``fires`` must not fire, unless ``others`` is true."""

    name: Text
    article: TrialArticle
    fires: tuple[Identifier | Expectation, ...]
    others: bool = False


class TrialFile(Written, frozen=True, kw_only=True):
    """``rules``: files and folders of the rules under test, from the test file's own folder; all in it by default."""

    tests: Annotated[tuple[Trial, ...], msgspec.Meta(min_length=1)]
    rules: tuple[Text, ...] = (".",)


@dataclass(frozen=True)
class ParsedTrials:
    """A test file with its places."""

    content: TrialFile
    file: str
    node: yaml.MappingNode

    def problem(self, number: int, message: str) -> Problem:
        """A problem with a test, by its number."""
        tests = next(value for key, value in self.node.value if key.value == "tests")
        return problem_at(self.file, tests.value[number], message)


def parse_trials(text: str, name: str) -> ParsedTrials:
    """The tests in a YAML text.

    Raises:
        ConfigError: it is no test file; each problem with its place.
    """
    roots = read_nodes(text, name)
    if len(roots) != 1 or not isinstance(roots[0], yaml.MappingNode):
        raise ConfigError([Problem(name, 1, 1, "a test file is one mapping with tests: [...]")])
    decoder = Decoder(name)
    described = inspect.type_info(TrialFile)
    assert isinstance(described, inspect.StructType)  # noqa: S101 - it is one
    values = decoder.struct(roots[0], described, "test file")
    if decoder.problems:
        raise ConfigError(decoder.problems)
    return ParsedTrials(msgspec.convert(values, TrialFile), name, roots[0])


def unknown_rules(parsed: ParsedTrials, known: frozenset[str]) -> list[Problem]:
    """A problem for each test that names a rule which is not there."""
    return [
        parsed.problem(number, f"unknown rule {wanted.rule!r}{did_you_mean(wanted.rule, known)}")
        for number, trial in enumerate(parsed.content.tests)
        for wanted in expectations(trial)
        if wanted.rule not in known
    ]


def expectations(trial: Trial) -> list[Expectation]:
    """What a test expects, in full."""
    return [each if isinstance(each, Expectation) else Expectation(rule=each) for each in trial.fires]


def run_trial(trial: Trial, score: Scorer) -> list[str]:
    """What went otherwise than expected; nothing when the test passes."""
    wanted = trial.article
    article = Article(
        id="test",
        title=wanted.title,
        body=wanted.body,
        language=wanted.language,
        source=wanted.source,
        publisher=wanted.publisher,
    )
    fired = {match.rule: match for match in score(article)}
    expected = expectations(trial)
    failures = [failure for each in expected for failure in _compare(each, fired.get(each.rule))]
    if not trial.others:
        surplus = [match for name, match in fired.items() if name not in {each.rule for each in expected}]
        failures += [f"{match.rule} fired ({match.score:.2f}): {_reasons(match)}" for match in surplus]
    return failures


def _compare(wanted: Expectation, match: Match | None) -> list[str]:
    if match is None:
        return [f"{wanted.rule} did not fire"]
    failures = []
    if wanted.severity is not None and match.severity != wanted.severity:
        failures.append(f"{wanted.rule} is {match.severity}, expected {wanted.severity}")
    if wanted.at_least is not None and match.score < wanted.at_least:
        failures.append(f"{wanted.rule} scored {match.score:.2f}, expected at least {wanted.at_least:.2f}")
    texts = [each.text for each in match.evidence]
    failures += [
        f"{wanted.rule} fired without evidence on {words!r}: {_reasons(match)}"
        for words in wanted.words
        if not any(words in text for text in texts)
    ]
    return failures


def _reasons(match: Match) -> str:
    return "; ".join(f"{each.why} ({each.weight:+.2f}) on {each.text!r}" for each in match.evidence)

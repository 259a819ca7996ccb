"""Answer keys as hints: what they name, in which sentences it stands, and what the trainer makes of that."""

import gzip
import json
from pathlib import Path

import pytest
import yaml

from tools import train_relevance
from tools.answer_keys import targets, tells

KEY = """\
;;; one incident of two was found later
0.  MESSAGE: ID                     MADE-UP-0001 (BY HAND)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             "TWO MEN"
12. PHYS TGT: ID                    "LAS PALMAS BRIDGE" / "BRIDGE"
                                    ? "CAFÉ DEL SOL"
13. PHYS TGT: TYPE                  TRANSPORTATION ROUTE: "BRIDGE"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "MAYOR OF SAN LUIS": "JUAN PEREZ"

0.  MESSAGE: ID                     MADE-UP-0001 (BY HAND)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
12. PHYS TGT: ID                    "SCHOOL"

0.  MESSAGE: ID                     MADE-UP-0002
1.  MESSAGE: TEMPLATE               *
12. PHYS TGT: ID                    *

0.  MESSAGE: ID                     MADE-UP-0003
1.  MESSAGE: TEMPLATE                1
12. PHYS TGT: ID                    "..."
18. HUM TGT: NAME                   "ANA"
"""


def test_a_key_names_what_incidents_hit() -> None:
    assert targets(KEY.splitlines()) == {
        "MADE-UP-0001": ["las palmas bridge", "bridge", "cafe del sol", "mayor of san luis", "juan perez"],
        "MADE-UP-0002": [],
        "MADE-UP-0003": ["ana"],
    }


def test_a_sentence_tells_if_it_names_a_target() -> None:
    assert tells(["the", "bridge", "fell"], ["mayor", "bridge"])
    assert not tells(["the", "bridges", "fell"], ["bridge"])
    assert not tells(["the", "bridge", "fell"], [])


def test_the_trainer_learns_from_keys_which_sentences_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    incident = "Gunmen killed the mayor of San Luis. A blast damaged the old market."
    rows = [_row(f"yes-{n}", incident, "relevant") for n in range(12)]
    rows += [_row(f"no-{n}", "Threats to the harvest have passed. Rain fell.", "irrelevant") for n in range(12)]
    articles, keys, output = (
        tmp_path / "made-up.jsonl.gz",
        [tmp_path / "1.key", tmp_path / "2.key"],
        tmp_path / "made-up.yaml",
    )
    articles.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    for number, file in enumerate(keys):
        file.write_text("\n".join(map(_key, range(6 * number, 6 * number + 6))))
    monkeypatch.setattr(train_relevance, "validate", lambda *_: 0.0)
    monkeypatch.setattr(train_relevance, "validate_months", lambda *_: None)
    monkeypatch.setattr(train_relevance, "OUTPUT", output)

    def trained(*arguments: str) -> dict[str, float]:
        monkeypatch.setattr("sys.argv", ["train_relevance", str(articles), *arguments])
        assert train_relevance.main() == 0
        _, learned = yaml.safe_load_all(output.read_text())
        weights: dict[str, float] = learned["model"]["sentence"]["words"]
        return weights

    alike, taught = trained(), trained("--keys", *map(str, keys))
    assert alike["mayor"] == pytest.approx(alike["market"], abs=0.1)
    assert taught["mayor"] > 0 > taught["market"]
    assert "24 articles" in capsys.readouterr().out


def _row(name: str, body: str, relevance: str) -> dict[str, object]:
    return {"id": name, "title": "", "body": body, "gold": {"relevance": relevance}}


def _key(number: int) -> str:
    slots = [
        ("0.  MESSAGE: ID", f"yes-{number}"),
        ("1.  MESSAGE: TEMPLATE", "1"),
        ("19. HUM TGT: DESCRIPTION", '"MAYOR OF SAN LUIS"'),
    ]
    return "\n".join(f"{slot:36}{fill}" for slot, fill in slots)

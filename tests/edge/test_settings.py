"""Settings come from TOCSIN_* variables, are checked when read, and never show a secret."""

from pathlib import Path

import pytest

from tocsin.edge.settings import DEFAULT_BROKERS, SettingsError, load_settings


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TOCSIN_BROKERS", raising=False)


def test_brokers_default_to_the_local_machine() -> None:
    assert load_settings().bootstrap_servers() == DEFAULT_BROKERS


def test_brokers_noted_by_up_are_found(tmp_path: Path) -> None:
    (tmp_path / ".tocsin").mkdir()
    (tmp_path / ".tocsin" / "brokers").write_text("127.0.0.1:40123\n")
    assert load_settings().bootstrap_servers() == "127.0.0.1:40123"


def test_brokers_that_are_set_win_over_noted_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".tocsin").mkdir()
    (tmp_path / ".tocsin" / "brokers").write_text("127.0.0.1:40123\n")
    monkeypatch.setenv("TOCSIN_BROKERS", "one:9092,two:9092")
    assert load_settings().bootstrap_servers() == "one:9092,two:9092"


def test_a_bad_value_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_METRICS_PORT", "70000")
    with pytest.raises(SettingsError, match=r"TOCSIN_METRICS_PORT: .*65535"):
        load_settings()


def test_sasl_without_credentials_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_SECURITY_PROTOCOL", "SASL_SSL")
    with pytest.raises(SettingsError, match="needs TOCSIN_SASL_USERNAME and TOCSIN_SASL_PASSWORD"):
        load_settings()


def test_a_secret_is_in_no_error_and_no_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_SASL_PASSWORD", "hunter2-very-secret")
    assert "hunter2" not in repr(load_settings())
    monkeypatch.setenv("TOCSIN_SECURITY_PROTOCOL", "nonsense")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "hunter2" not in str(caught.value)

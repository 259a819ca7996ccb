"""Only TOCSIN_SECRET_* can be read, and what is read never shows."""

from pathlib import Path

import pytest

from tocsin.edge.secrets import Secrets, SecretUnavailableError

ENVIRON = {
    "TOCSIN_SECRET_A": "  s3cret\n",
    "TOCSIN_SECRET_EMPTY": " ",
    "TOCSIN_SASL_PASSWORD": "other",
    "AWS_SECRET_ACCESS_KEY": "other",
    "PATH": "/bin",
}


def test_a_variable() -> None:
    assert Secrets(ENVIRON).get("TOCSIN_SECRET_A") == "s3cret"


def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("one\n", encoding="utf-8")
    secrets = Secrets({"TOCSIN_SECRET_B_FILE": str(file)})
    assert secrets.get("TOCSIN_SECRET_B") == "one"
    file.write_text("two\n", encoding="utf-8")
    assert secrets.get("TOCSIN_SECRET_B") == "two"


@pytest.mark.parametrize(
    "name",
    [
        "PATH",
        "AWS_SECRET_ACCESS_KEY",
        "TOCSIN_SASL_PASSWORD",
        "tocsin_secret_a",
        "TOCSIN_SECRET_",
        "TOCSIN_SECRET_A\n",
        "XTOCSIN_SECRET_A",
        "TOCSIN_SECRET_../A",
        "TOCSIN_SECRET_A_FILE",
        "TOCSIN_SECRET_MISSING",
        "TOCSIN_SECRET_EMPTY",
    ],
)
def test_nothing_else_can_be_read(name: str) -> None:
    with pytest.raises(SecretUnavailableError) as caught:
        Secrets(ENVIRON).get(name)
    assert "s3cret" not in str(caught.value)
    assert "other" not in str(caught.value)


def test_a_file_that_cant_be_read_is_an_error_that_names_the_variable(tmp_path: Path) -> None:
    secrets = Secrets({"TOCSIN_SECRET_B_FILE": str(tmp_path / "absent")})
    with pytest.raises(SecretUnavailableError, match="TOCSIN_SECRET_B_FILE can't be read: FileNotFoundError"):
        secrets.get("TOCSIN_SECRET_B")


def test_it_does_not_show_what_it_knows() -> None:
    assert "s3cret" not in repr(Secrets(ENVIRON))

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.__main__ import main

Captured: TypeAlias = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "jingwu.db"


def migrate(tmp_path: Path, url: str) -> int:
    """Migrate the database that a configuration file names; the exit status."""
    config = tmp_path / "config.yaml"
    config.write_text(f"database: '{url}'\n")
    return main(["migrate", "--config", str(config)])


def test_a_new_database_gets_its_tables(tmp_path: Path, file: Path, capsys: Captured) -> None:
    assert migrate(tmp_path, f"sqlite:///{file}") == 0
    assert "up to date" in capsys.readouterr().out
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT * FROM journal").fetchall() == []


def test_migrating_twice_is_no_fault(tmp_path: Path, file: Path) -> None:
    assert [migrate(tmp_path, f"sqlite:///{file}") for _ in range(2)] == [0, 0]


def test_the_environment_names_the_database(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    assert main(["migrate"]) == 0
    assert file.exists()


def test_a_newer_database_is_refused(tmp_path: Path, file: Path, capsys: Captured) -> None:
    migrate(tmp_path, f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert migrate(tmp_path, f"sqlite:///{file}") == 1
    assert "newer than this program" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://a/b", "DATABASE_URL"),
        ("sqlite:///{folder}/config.yaml", "not a database"),
        ("sqlite:///{folder}/config.yaml/jingwu.db", "config.yaml"),
        ("sqlite:///{folder}", "open"),
    ],
    ids=["another kind", "no database", "below a file", "a folder"],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    tmp_path: Path, url: str, said: str, capsys: Captured
) -> None:
    assert migrate(tmp_path, url.format(folder=tmp_path)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("jingwu: ")
    assert said in line


def test_a_mistake_in_the_configuration_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert main(["migrate", "--config", str(tmp_path / "nowhere.yaml")]) == 1
    assert "nowhere.yaml" in capsys.readouterr().err

"""The unit for systemd and the image: what they promise stands in them."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_UNIT = _ROOT / "deploy" / "jingwu.service"
_VERIFY = shutil.which("systemd-analyze")


def unit() -> dict[str, str]:
    """What the unit says of the service."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(_UNIT, "utf-8")
    return dict(parser["Service"])


@pytest.mark.skipif(not _VERIFY, reason="this machine has no systemd-analyze")
def test_systemd_reads_the_unit_without_a_word(tmp_path: Path) -> None:
    assert _VERIFY
    there = tmp_path / "jingwu.service"
    there.write_text(_UNIT.read_text("utf-8").replace("/opt/jingwu/.venv/bin/python", "/bin/true"))
    ran = subprocess.run(
        [_VERIFY, "verify", "--man=no", str(there)], capture_output=True, timeout=30, check=False
    )
    assert (ran.returncode, ran.stderr.decode()) == (0, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Type", "notify"),
        ("ExecReload", "/bin/kill -HUP $MAINPID"),
        ("Restart", "on-failure"),
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("LimitCORE", "0"),
    ],
)
def test_the_unit_is_watched_and_shut_in(name: str, value: str) -> None:
    assert unit()[name] == value


def test_the_unit_waits_for_the_program_to_end_by_itself() -> None:
    assert int(unit()["TimeoutStopSec"]) > 8
    assert 45 < int(unit()["WatchdogSec"]) <= 60


def test_the_image_runs_with_nobodys_rights() -> None:
    lines = (_ROOT / "Dockerfile").read_text("utf-8").splitlines()
    (user,) = [line for line in lines if line.startswith("USER ")]
    assert re.fullmatch(r"USER [1-9]\d+", user)
    assert lines.index(user) < lines.index('ENTRYPOINT [".venv/bin/jingwu"]')


def test_no_secret_is_in_the_image_or_the_unit() -> None:
    said = (_ROOT / "Dockerfile").read_text("utf-8") + _UNIT.read_text("utf-8")
    assert not re.search("(TOKEN|SECRET|PASSWORD)=", said)

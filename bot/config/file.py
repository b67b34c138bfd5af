"""The configuration file: YAML, its keys written with a dot between section and name."""

from collections.abc import Collection
from pathlib import Path

from bot.config.model import ConfigError
from faq import yamltree
from faq.yamltree import Refused, Value


def read(path: Path, known: Collection[str]) -> dict[str, str]:
    """The values set in the file; raises ConfigError for a key that is not known."""
    try:
        tree = yamltree.read(path, str(path))
    except Refused as refused:
        raise ConfigError(str(refused.problem)) from None
    values: dict[str, str] = {}
    for key, value in _flat(tree.value, path).items():
        if key not in known:
            line = tree.problem(tuple(key.split(".")), "config", "").line
            raise ConfigError(
                f"{path}:{line}: 不认识的配置项 {key} / unknown key; "
                f"可用的有 / known are {', '.join(sorted(known))}"
            )
        if value is not None:
            values[key] = value
    return values


def _flat(value: Value, path: Path) -> dict[str, str | None]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: 配置文件应当是“键: 值”的形式 / must be a mapping")
    flat: dict[str, str | None] = {}
    for key, part in value.items():
        if isinstance(part, dict):
            flat |= {f"{key}.{inner}": text for inner, text in _flat(part, path).items()}
        elif isinstance(part, list):
            raise ConfigError(f"{path}: {key} 不能是列表 / must not be a list")
        else:
            flat[key] = part
    return flat

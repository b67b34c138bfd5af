"""Configuration, read once at the start."""

from bot.config.loading import load
from bot.config.model import Config, ConfigError, Secret, Telegram

__all__ = ["Config", "ConfigError", "Secret", "Telegram", "load"]

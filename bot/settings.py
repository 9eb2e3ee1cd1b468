"""The settings: PANDU_ variables and the `.env` file. Nothing else reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import PanduError

_PREFIX: Final = "PANDU_"
_FOR_TESTS: Final = "PANDU_TEST_"
_TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{35}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
_SQLITE = ("sqlite", "sqlite+aiosqlite", "sqlite+pysqlite")
_MEMORY = ("", "/", "/:memory:")
_MIN_PASSPHRASE = 16


class SettingsError(PanduError):
    """A setting cannot be used: `variable` names it. Values never hold a secret.

    Keys: `settings.<field>` for a bad value, `settings.unknown`, `settings.file`.
    """


class Settings(BaseSettings):
    """All settings, checked. Build it with `load_settings`; a field is PANDU_ + its name."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_token: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    database_url: str | None = Field(default=None, repr=False)
    data_dir: Path = Path("data")
    standards_dir: Path | None = None
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    timezone: str = "Asia/Jakarta"
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8080"
    webhook_secret: SecretStr | None = None
    secret_key: SecretStr | None = None
    messages_per_second: int = Field(default=30, ge=0)
    messages_per_chat_second: float = Field(default=1, ge=0)
    messages_per_chat_burst: int = Field(default=3, ge=1)
    messages_per_group_minute: int = Field(default=20, ge=0)

    @property
    def zone(self) -> ZoneInfo:
        """Return the office's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def store_url(self) -> str:
        """Return the database's address in the one form that the store understands.

        "sqlite:///path" or "postgresql+psycopg://..."; it may hold a password: never log it.
        """
        if self.database_url is None:
            return f"sqlite:///{self.data_dir / 'pandu.db'}"
        scheme, rest = self.database_url.split(":", 1)
        return f"{'sqlite' if scheme in _SQLITE else 'postgresql+psycopg'}:{rest}"

    @property
    def store_file(self) -> str | None:
        """Return the database file, or None on a server."""
        scheme, _, path = self.store_url.partition(":///")
        return path if scheme == "sqlite" else None

    @property
    def bot_id(self) -> int | None:
        """Return the bot's user id, which the token begins with, or None without a token."""
        token = self.telegram_token
        return int(token.get_secret_value().split(":")[0]) if token else None

    @property
    def listen_address(self) -> tuple[str, int]:
        """Return host and port of the webhook."""
        host, port = self.webhook_listen.rsplit(":", 1)
        return host.strip("[]"), int(port)

    @field_validator("telegram_token")
    @classmethod
    def _token_has_its_form(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        token = value.get_secret_value().strip()
        if not _TOKEN.fullmatch(token):
            raise ValueError("not a token")
        return SecretStr(token)

    @field_validator("telegram_api", "webhook_url")
    @classmethod
    def _is_a_web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("not an address")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str | None) -> str | None:
        parts = urlsplit(value) if value is not None else None
        if parts is None:
            return None
        known = parts.scheme in (*_POSTGRES, *_SQLITE)
        if not known or parts.port == 0 or (parts.scheme in _SQLITE and parts.path in _MEMORY):
            raise ValueError("not a database")
        return value

    @field_validator("data_dir", "standards_dir")
    @classmethod
    def _is_no_file(cls, value: Path | None) -> Path | None:
        if value is not None and value.exists() and not value.is_dir():
            raise ValueError("not a folder")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(int(part) for part in value.replace(",", " ").split())

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (OSError, KeyError) as error:
            raise ValueError("not a zone") from error
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _has_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise ValueError("not host:port")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _suits_telegram(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("not a webhook secret")
        return value

    @field_validator("secret_key")
    @classmethod
    def _is_long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        keys = value.get_secret_value().split(",") if value is not None else []
        if any(len(key.strip()) < _MIN_PASSPHRASE for key in keys):
            raise ValueError("too short")
        return value


def load_settings(env_file: str | Path | None = ".env") -> Settings:
    """Read the environment and the file (which need not exist); the environment wins.

    Raises SettingsError for the first value that cannot be used or name that is not known.
    """
    _refuse_unknown(os.environ, "environment")
    if env_file is not None:
        _refuse_unknown(_read(Path(env_file)), str(env_file))
    make: Callable[..., Settings] = Settings  # _env_file is no field, so no type checker knows it
    try:
        return make(_env_file=env_file)
    except ValidationError as error:
        field = str(error.errors(include_url=False, include_input=False)[0]["loc"][0])
        raise SettingsError(f"settings.{field}", variable=_PREFIX + field.upper()) from None


def _read(env_file: Path) -> Mapping[str, Any]:
    try:
        if not env_file.is_file():
            return {}
        return dotenv_values(env_file, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            "settings.file", file=str(env_file), reason=type(error).__name__
        ) from None


def _refuse_unknown(names: Mapping[str, Any], where: str) -> None:
    known = {_PREFIX + field.upper() for field in Settings.model_fields}
    for name in names:
        variable = name.upper()
        if not variable.startswith(_PREFIX) or variable.startswith(_FOR_TESTS):
            continue
        if variable not in known:
            nearest = get_close_matches(variable, sorted(known), n=1, cutoff=0.0)[0]
            raise SettingsError("settings.unknown", variable=name, nearest=nearest, where=where)

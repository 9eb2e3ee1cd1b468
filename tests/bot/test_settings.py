"""Settings: good values are understood, bad ones named without showing a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in list(os.environ):
        if name.upper().startswith("PANDU_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_any_variable_the_defaults_hold() -> None:
    settings = load_settings()
    assert settings.telegram_token is None
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.store_url == f"sqlite:///{Path('data/pandu.db')}"
    assert settings.zone.key == "Asia/Jakarta"
    assert settings.admin_ids == ()


def test_the_env_file_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(
        f"\ufeffPANDU_TELEGRAM_TOKEN={TOKEN}\nPANDU_ADMIN_IDS=1, 22 ,333\nPANDU_TIMEZONE=\n"
    )
    monkeypatch.setenv("PANDU_ADMIN_IDS", "7")
    settings = load_settings()
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.bot_id == 123456789
    assert settings.admin_ids == (7,)
    assert settings.timezone == "Asia/Jakarta"


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://u:p@h:5433/d?sslmode=require",
         "postgresql+psycopg://u:p@h:5433/d?sslmode=require"),
        ("postgresql+psycopg:///d", "postgresql+psycopg:///d"),
        ("sqlite:///office.db", "sqlite:///office.db"),
        ("sqlite+aiosqlite:////srv/office.db", "sqlite:////srv/office.db"),
    ],
)  # fmt: skip
def test_every_usual_form_of_a_database_address_is_taken(
    given: str, understood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANDU_DATABASE_URL", given)
    assert load_settings().store_url == understood


@pytest.mark.parametrize(
    ("variable", "value", "key"),
    [
        ("PANDU_TELEGRAM_TOKEN", "123:short", "settings.telegram_token"),
        ("PANDU_TELEGRAM_API", "api.telegram.org", "settings.telegram_api"),
        ("PANDU_DATABASE_URL", "mysql://h/d", "settings.database_url"),
        ("PANDU_DATABASE_URL", "office.db", "settings.database_url"),
        ("PANDU_DATABASE_URL", "sqlite:///:memory:", "settings.database_url"),
        ("PANDU_DATABASE_URL", "sqlite://", "settings.database_url"),
        ("PANDU_DATABASE_URL", "postgresql://host:port/db", "settings.database_url"),
        ("PANDU_ADMIN_IDS", "1;2", "settings.admin_ids"),
        ("PANDU_ADMIN_IDS", "@budi", "settings.admin_ids"),
        ("PANDU_TIMEZONE", "Asia/Jakarto", "settings.timezone"),
        ("PANDU_TIMEZONE", "../../etc/passwd", "settings.timezone"),
        ("PANDU_WEBHOOK_URL", "ftp://x", "settings.webhook_url"),
        ("PANDU_WEBHOOK_LISTEN", "8080", "settings.webhook_listen"),
        ("PANDU_WEBHOOK_LISTEN", "localhost:99999", "settings.webhook_listen"),
        ("PANDU_WEBHOOK_SECRET", "with space", "settings.webhook_secret"),
        ("PANDU_SECRET_KEY", "short", "settings.secret_key"),
        ("PANDU_SECRET_KEY", "a long enough passphrase,short", "settings.secret_key"),
        ("PANDU_MESSAGES_PER_SECOND", "many", "settings.messages_per_second"),
        ("PANDU_MESSAGES_PER_CHAT_BURST", "0", "settings.messages_per_chat_burst"),
    ],
)
def test_a_bad_value_is_named_and_never_shown(
    variable: str, value: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.key == key
    assert caught.value.values == {"variable": variable}
    assert caught.value.__cause__ is None


def test_a_data_dir_that_is_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("")
    monkeypatch.setenv("PANDU_DATA_DIR", "data")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.key == "settings.data_dir"


def test_a_mistyped_name_is_refused_with_the_nearest_known_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANDU_TELEGRAM_TOKN", TOKEN)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.values["nearest"] == "PANDU_TELEGRAM_TOKEN"
    assert TOKEN not in str(caught.value)
    monkeypatch.delenv("PANDU_TELEGRAM_TOKN")
    (tmp_path / ".env").write_text("pandu_datadir=x\n")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.values == {
        "variable": "pandu_datadir", "nearest": "PANDU_DATA_DIR", "where": ".env",
    }  # fmt: skip


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00PANDU")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.key == "settings.file"


def test_secrets_are_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDU_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("PANDU_DATABASE_URL", "postgresql://u:sesame@h/d")
    monkeypatch.setenv("PANDU_SECRET_KEY", "an open sesame of length")
    shown = repr(load_settings())
    assert TOKEN not in shown
    assert "sesame" not in shown


def test_an_ipv6_address_to_listen_on_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDU_WEBHOOK_LISTEN", "[::1]:8080")
    assert load_settings().listen_address == ("::1", 8080)


def test_settings_can_be_made_in_code_too() -> None:
    assert Settings(admin_ids=(1, 2)).admin_ids == (1, 2)

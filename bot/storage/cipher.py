"""Encryption at rest: what people write, and who they are, is sealed before it is stored."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.domain.errors import StorageError

# Every process and machine of an office must derive the same key from the passphrase alone, so
# the salt is fixed; it still keeps tables made for other programs from fitting.
_SALT = b"pandu: sealed at rest"
_KEY_BYTES = 32


# A token is this mark, then the nonce and AES-256-GCM's output in base64. Tokens without it are
# Fernet's, of earlier versions: they are opened, and sealed anew at the first start. Fernet takes
# 20 microseconds to seal or open a message, GCM 2 (measured), and each reply seals and opens ten.
_MARK = "p1."
_PURPOSE = b"pandu: aes-256-gcm"
_NONCE_BYTES = 12


class Cipher:
    """Seals with the first key, opens with any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take one or more keys: Fernet keys as they are, anything else as a passphrase."""
        self._keys = [_Key(_fernet_key(key.strip())) for key in keys]

    def seal(self, text: str) -> str:
        """Return the text as an ASCII token; lone surrogates survive."""
        return self.seal_bytes(text.encode("utf-8", "surrogatepass"))

    def open(self, token: str) -> str:
        """Return the text of a token, or raise StorageError if no key fits."""
        return self.open_bytes(token).decode("utf-8", "surrogatepass")

    def seal_bytes(self, content: bytes) -> str:
        """Return bytes as an ASCII token."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._keys[0].gcm.encrypt(nonce, content, None)
        return _MARK + base64.b64encode(nonce + sealed).decode("ascii")

    def open_bytes(self, token: str) -> bytes:
        """Return the bytes of a token, or raise StorageError if no key fits."""
        for key in self._keys:
            content = key.open(token)
            if content is not None:
                return content
        raise StorageError("storage.key_wrong")

    def is_current(self, token: str) -> bool:
        """Tell whether the first key has sealed it as `seal` does; else it is due for resealing."""
        return token.startswith(_MARK) and self._keys[0].open(token) is not None


class _Key:
    """One key, for what it seals now and what it sealed in earlier versions."""

    def __init__(self, fernet_key: bytes) -> None:
        secret = base64.urlsafe_b64decode(fernet_key)
        own = HKDF(SHA256(), _KEY_BYTES, salt=None, info=_PURPOSE).derive(secret)
        self.gcm = AESGCM(own)
        self._fernet = Fernet(fernet_key)

    def open(self, token: str) -> bytes | None:
        """Return what the token holds, or None if this key has not sealed it."""
        try:
            if not token.startswith(_MARK):
                return self._fernet.decrypt(token.encode("ascii"))
            sealed = base64.b64decode(token[len(_MARK) :], validate=True)
            return self.gcm.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
        except (InvalidTag, InvalidToken, ValueError):  # the last: damaged, cut short
            return None


def keys_of_setting(secret: str) -> list[str]:
    """Return the keys of PANDU_SECRET_KEY: comma-separated, the first one seals."""
    return [key for key in secret.split(",") if key.strip()]


def key_of_file(file: Path, *, may_create: bool) -> str:
    """Return the key in a file, which is made (mode 0600) if it is absent and may be.

    Raises StorageError if it is absent but the database was sealed with it, or unusable.
    """
    try:
        if not file.exists():
            if not may_create:
                raise StorageError("storage.key_missing", file=str(file))
            _create(file)
        return file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            "storage.key_unreadable", file=str(file), reason=type(error).__name__
        ) from error


def _create(file: Path) -> None:
    """Write a new key; of two processes that start at once, the first one's key stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(Fernet.generate_key())
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _fernet_key(key: str) -> bytes:
    try:
        if len(base64.urlsafe_b64decode(key.encode("ascii"))) == _KEY_BYTES:
            return key.encode("ascii")
    except (UnicodeEncodeError, binascii.Error):
        pass
    derived = hashlib.scrypt(key.encode(), salt=_SALT, n=2**14, r=8, p=1, dklen=_KEY_BYTES)
    return base64.urlsafe_b64encode(derived)

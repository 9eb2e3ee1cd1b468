"""The way to the Bot API's server: PTB's request object, over aiohttp.

PTB's own goes over httpx, whose pool and parser cost more than all that we do for a reply: 2.2 ms
of processor time a call with 16 under way, against 0.3 (measured). What an error means for a
message stands in `handlers.delivery`.
"""

from __future__ import annotations

import ssl
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

NOT_SENT = (ClientConnectorError, ConnectionTimeoutError, ClientHttpProxyError)
"""Causes after which nothing of the call can have reached the server: there was no connection."""

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_CONNECT, _POOL = 5.0, 5.0  # seconds
_READ = 15.0  # seconds without a byte of the answer
_WRITE, _UPLOAD = 15.0, 30.0  # seconds that a call may take on its way, without and with files


class HttpRequest(BaseRequest):
    """Calls of the Bot API at `api`, over so many connections that are kept open in between.

    Of the time-outs of a call only the one for reading is taken; each call ends by itself.
    """

    def __init__(self, api: str, connections: int) -> None:
        self._api = api
        self._connections = connections
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return how long an answer is waited for (s)."""
        return _READ

    async def initialize(self) -> None:
        """Be ready for calls from this event loop."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections, ssl=_tls(self._api)),
                cookie_jar=DummyCookieJar(),
                proxy=_proxy(self._api),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - seconds, or PTB's mark
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """Make a call; return the status and the body.

        Raises TimedOut or NetworkError, with aiohttp's error as the cause.
        """
        if self._session is None:
            raise RuntimeError("the way to Telegram is not open")
        read = _READ if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        has_files = request_data is not None and request_data.contains_files
        try:
            async with self._session.request(
                method,
                url,
                allow_redirects=False,
                timeout=_timeout(read, _UPLOAD if has_files else _WRITE),
                **_content(request_data),
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error


def _timeout(read: float | None, write: float) -> ClientTimeout:
    begin = _POOL + _CONNECT
    whole = None if read is None else begin + write + read
    return ClientTimeout(total=whole, connect=begin, sock_connect=_CONNECT, sock_read=read)


def _content(data: RequestData | None) -> dict[str, Any]:
    """Return what aiohttp is to send: a form, in parts where there are files."""
    if data is None:
        return {}
    if not data.contains_files:
        # urlencode does the same for 120 microseconds a message, yarl in C for 20 (measured)
        fields = URL.build(query=data.json_parameters).raw_query_string
        return {"data": fields.encode("ascii"), "headers": _FORM}
    form = FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        # in pieces: aiohttp would send large bytes at once, and nothing else meanwhile
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return {"data": form}


def _tls(api: str) -> ssl.SSLContext | bool:
    """Return the authorities that are trusted: certifi's, or those that SSL_CERT_FILE names."""
    return httpx.create_ssl_context() if api.startswith("https:") else True


def _proxy(api: str) -> str | None:
    """Return the proxy that HTTPS_PROXY and its like name for this server, if any."""
    server = urlsplit(api)
    if proxy_bypass(server.hostname or ""):
        return None
    proxies = getproxies()
    return proxies.get(server.scheme) or proxies.get("all")

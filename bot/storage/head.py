"""The schema's newest version, apart from everything heavy: comparing it must cost nothing."""

from __future__ import annotations

from typing import Final

HEAD: Final = "0009"
"""The newest migration; a test holds it to the scripts."""

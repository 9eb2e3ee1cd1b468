"""make storm: complaints by the form while the bot is killed again and again.

python -m benchmarks.storm [--people 60] [--kills 25] [--rounds 1]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from benchmarks.storm.storm import storm


def main() -> None:
    """Run and print what each round came to; exit status 1 if anything was lost or doubled."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    failed = False
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(storm(Path(folder), options.people, options.kills))
        for name, value in asdict(found).items():
            sys.stdout.write(f"{name:<10} {value}\n")
        failed |= bool(found.missing or found.doubled or found.unknown or found.silent)
    sys.exit(int(failed))


if __name__ == "__main__":
    main()

"""A local stand-in for Telegram: the Bot API over HTTP, and a page with several phones.

Knows nothing of the bot that talks to it. Loopback only.
"""

from simulator.clock import ClockControl
from simulator.errors import SimulatorError
from simulator.flood import FloodRules
from simulator.sample import OFFICE, Resident
from simulator.server import Options, build, serve, serve_town
from simulator.town import Town

__all__ = [
    "OFFICE",
    "ClockControl",
    "FloodRules",
    "Options",
    "Resident",
    "SimulatorError",
    "Town",
    "build",
    "serve",
    "serve_town",
]

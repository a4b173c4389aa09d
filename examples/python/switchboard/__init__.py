"""A client of Switchboard's protocol, written from docs/protocol alone.

`Api` speaks HTTP, `Agent` keeps an agent's conversations in step over a socket, `Visitor` is a web chat's customer.
"""

from .agent import Agent
from .api import Api, Refused, Unreachable
from .visitor import Visitor

__all__ = ["Agent", "Api", "Refused", "Unreachable", "Visitor"]

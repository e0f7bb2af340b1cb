"""Writing a protocol."""

from facilitui.screens.protocol.screen import ProtocolScreen

__all__ = ["ProtocolScreen"]

"""The referee for the stack: the packaged template in an emulator that other people wrote (docs/decisions/0046)."""

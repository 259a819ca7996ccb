"""What Tocsin knows: pure functions and values. No I/O, no asyncio, no clock, no globals that change."""

"""Sessions without a browser: clients of the page's own websocket, that tick and untick a faction and wait for the answer.

A change is timed from the message that tells it to the one that says that its run has finished.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

THINKING = (2.0, 6.0)  # seconds between two changes of one session, when there are several
LARGEST = 1 << 28  # bytes of a message


@dataclass(slots=True)
class Session:
    """One visitor: the boxes of the factions that the page has, and what its changes took, in seconds and bytes."""

    socket: ClientConnection
    boxes: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    async def begin(self) -> None:
        """The first run of the page."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self._run(message)

    async def change(self, box: str, on: bool) -> None:
        """One box ticked or unticked."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.bool_value = box, on
        started = time.perf_counter()
        size = await self._run(message)
        self.seconds.append(time.perf_counter() - started)
        self.sizes.append(size)

    async def _run(self, message: BackMsg) -> int:
        """Sends it and waits for the run's end; returns how many bytes came."""
        await self.socket.send(message.SerializeToString())
        size = 0
        while True:
            data = await self.socket.recv(decode=False)
            size += len(data)
            told = ForwardMsg.FromString(data)
            kind = told.WhichOneof("type")
            if kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return size
            box = told.delta.new_element.checkbox.id if kind == "delta" else ""
            if "-factions-" in box and box not in self.boxes:
                self.boxes.append(box)


def times(url: str, sessions: int, changes: int) -> tuple[list[float], list[int]]:
    """Seconds and bytes of `changes` changes in each of so many sessions, the first of each left out as a warm-up."""
    with ThreadPoolExecutor(1) as pool:  # Playwright has a loop of its own in this thread
        return pool.submit(lambda: asyncio.run(_times(url, sessions, changes))).result()


async def _times(url: str, sessions: int, changes: int) -> tuple[list[float], list[int]]:
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    opened = [Session(await connect(address, subprotocols=["streamlit"], max_size=LARGEST)) for _ in range(sessions)]
    for session in opened:
        await session.begin()
    await asyncio.gather(*(_visit(session, changes, Random(at), sessions > 1) for at, session in enumerate(opened)))
    for session in opened:
        await session.socket.close()
    return _all(session.seconds[2:] for session in opened), [size for session in opened for size in session.sizes[2:]]


async def _visit(session: Session, changes: int, chance: Random, thinking: bool) -> None:
    boxes = cycle(session.boxes[:4])
    for _ in range(changes // 2 + 1):
        box = next(boxes)
        for on in (True, False):
            if thinking:
                await asyncio.sleep(chance.uniform(*THINKING))
            await session.change(box, on)


def _all(lists: Iterable[list[float]]) -> list[float]:
    return [value for values in lists for value in values]

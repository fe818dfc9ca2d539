# Sockets as a program of others' opens them: python-socketio, told what to do by lines of JSON and answering with such lines.
#   {"id": 1, "line": "a", "do": "connect", "url": …, "headers": {…}, "auth": {…} or null, "transports": […] or null}
#   {"id": 2, "line": "a", "do": "say", "event": "join-session", "payload": [123456]}
#   {"id": 3, "line": "a", "do": "break"}, "close"
# Each gets {"id", "answer"} or {"id", "refused"}. What a line hears meanwhile is {"line", "event", "payload"}.
import asyncio
import json
import os
import sys

import socketio

lines = {}


def tell(**words):
    print(json.dumps(words), flush=True)


async def connect(line, url, headers, auth, transports):
    # Whoever is cut off is back at once.
    client = socketio.AsyncClient(reconnection_delay=0.05, randomization_factor=0)
    client.on("*", lambda event, payload=None: tell(line=line, event=event, payload=payload))
    lines[line] = client
    await client.connect(url, headers=headers, auth=auth, transports=transports, wait_timeout=40)


async def say(line, event, payload):
    return await lines[line].call(event, tuple(payload), timeout=40)


async def cut(line):
    """Says what is no JSON, for which the server hangs up; answers when the library has connected anew."""
    back = asyncio.Event()
    lines[line].on("connect", back.set)
    await lines[line].emit("join-session", float("nan"))
    await asyncio.wait_for(back.wait(), 40)


async def close(line):
    await lines[line].disconnect()


verbs = {"connect": connect, "say": say, "break": cut, "close": close}


async def act(id, do, **words):
    try:
        tell(id=id, answer=await verbs[do](**words))
    except Exception as error:
        tell(id=id, refused=f"{type(error).__name__}: {error}")


async def main():
    acts = set()
    while text := await asyncio.to_thread(sys.stdin.readline):
        task = asyncio.create_task(act(**json.loads(text)))
        acts.add(task)
        task.add_done_callback(acts.discard)
    # At once, and the system hangs up: the library complains of sessions that it left open itself where a line was refused or cut off.
    os._exit(0)


asyncio.run(main())

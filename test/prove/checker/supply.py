"""Supply of one supplier over HTTP, until it is acknowledged."""
import asyncio
import json
import time
import uuid

from checker.http import Connection

JSON = ("Content-Type", "application/json")


async def _post(stand, caller, facts, seconds):
    connection = Connection("127.0.0.1", stand.port)
    for at in range(0, len(facts), 200):
        body, key = json.dumps(facts[at:at + 200]).encode(), str(uuid.uuid4())
        deadline = time.monotonic() + seconds
        while True:
            try:
                answer = await connection.request("POST", "/v1/supply", [JSON, caller, ("Idempotency-Key", key)], body)
                if answer.status == 202:
                    break
                if answer.status not in (429, 502, 503):
                    raise RuntimeError(f"POST /v1/supply: {answer.status} {answer.body[:300]}")
            except ConnectionError:
                pass
            if time.monotonic() > deadline:
                raise RuntimeError(f"POST /v1/supply: no answer in {seconds} s")
            await asyncio.sleep(0.2)
    connection.close()


def supply(stand, caller, facts, seconds=120):
    if facts:
        asyncio.run(_post(stand, caller, facts, seconds))

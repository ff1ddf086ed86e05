"""prove hostile: raw hostile requests, past nginx and straight to the edge: none accepted, none smuggled.

Every request wants to write a click under a session of its own; those that hide a second request hide it under another. Afterwards
the topic is read: none of these sessions may be there, and one of a good request must. What leaves in doubt where a request ends
is refused by nginx itself: by the edge's own count, none of it arrives. `./fy test` runs it on the stand of e2e.
"""
import argparse
import asyncio
import json
import random
import re
import sys
import time
import urllib.request

from checker import hostile
from checker.http import Connection
from checker.stand import Stand
from checker.topics import Topics

JSON = ("Content-Type", "application/json")


async def written(port, path, body, *headers):
    """A good request, until it is taken; all that is wrong with the stand shows here."""
    connection, deadline, answer = Connection("127.0.0.1", port), time.monotonic() + 60, None
    while time.monotonic() < deadline:
        try:
            answer = await connection.request("POST", path, [JSON, *headers], json.dumps(body).encode())
        except ConnectionError:
            answer = None
        if answer is not None and answer.status == 202:
            connection.close()
            return
        await asyncio.sleep(0.1)
    raise RuntimeError(f"POST {path} was not taken: {answer and (answer.status, answer.body[:200])}")


def refused_by_the_edge(stand):
    """Answers of 4xx that the edge itself has given so far."""
    with urllib.request.urlopen(f"http://127.0.0.1:{stand.port + stand.OFFSETS['producers']}/metrics") as answer:
        return int(float(re.search(r'^fy_http_answers_total\{class="4xx"\} ([0-9.e+]+)', answer.read().decode(), re.M).group(1)))


async def attack(stand, name, cases):
    """Words for what went wrong, and the sessions that must not be written."""
    before = refused_by_the_edge(stand)
    found = await hostile.run(stand.port + (0 if name == "nginx" else stand.OFFSETS[name]), cases, 64)
    reached = refused_by_the_edge(stand) - before
    fails = [f"{name}: {words}" for words in hostile.judge(found)]
    families = {case.family for case in cases}
    answered = [answers[0] for _, answers, _ in found if answers]
    print(f"hostile through {name}: {len(cases)} requests in {len(families)} families, accepted {len(fails)}; answered {len(answered)}, "
          f"of these by the edge {reached}; statuses "
          + ", ".join(f"{status}: {answered.count(status)}" for status in sorted(set(answered))), flush=True)
    if families <= hostile.FRAMING and reached:
        fails.append(f"{name}: {reached} requests whose end is in doubt came through to the edge")
    return fails, {session for case in cases for session in case.sessions}


async def attack_both(stand, seed, sku):
    past, straight = (hostile.make_all(random.Random(f"{seed} {name}"), sku, name == "nginx") for name in ("nginx", "producers"))
    framing = [case for case in past if case.family in hostile.FRAMING]
    results = [await attack(stand, "nginx", framing)]
    results.append(await attack(stand, "nginx", [case for case in past if case.family not in hostile.FRAMING]))
    results.append(await attack(stand, "producers", straight))
    for cases in (past, straight):
        if len(cases) < 200 or len({case.family for case in cases}) < 10:
            results.append((["fewer hostile requests than promised"], set()))
    return results


async def prove(options):
    rng = random.Random(options.seed)
    stand = Stand(options.root, options.home, options.port)
    sku, good = f"hostile-{rng.getrandbits(64):016x}", f"{rng.getrandbits(128):032x}"
    await written(stand.port, "/v1/supply", {"sku": sku, "product_listed": {
        "title": sku, "price": {"minor": 100, "currency": "EUR"}}}, stand.caller())
    results = await attack_both(stand, options.seed, sku)
    await written(stand.port, "/v1/activity", {"session": good, "n": 0, "item_viewed": {"sku": sku}})
    fails, hidden, seen = [], set(), 0
    for bad, sessions in results:
        fails += bad
        hidden |= sessions
    for _, _, _, _, value in Topics(stand.brokers, stand.base + "/registry").read("activity"):
        if isinstance(value, Exception):
            continue
        seen += value["session"] == good
        if value["session"] in hidden:
            fails.append(f"a hostile request was written: session {value['session']}")
    if not seen:
        fails.append("the good request is not in the topic: nothing was checked")
    print(f"sessions that must not be in the topic {len(hidden):,}, smuggled {sum('was written' in fail for fail in fails)}")
    return fails


def main():
    parser = argparse.ArgumentParser(prog="./fy prove hostile", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides sessions")
    for name in ("--data", "--root", "--home"):
        parser.add_argument(name, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    fails = asyncio.run(prove(parser.parse_args()))
    for fail in fails[:20]:
        print(f"FAIL {fail[:400]}")
    print(f"RED, {len(fails)} failures" if fails else "GREEN")
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(main())

"""prove edge: what was acknowledged is in the topic, while brokers and edges die, and nothing malformed gets in.

A client with a ledger of its own (test/prove/load/edge_load.c) posts clicks, one by one and in batches, numbered by session and
n, and supply facts under Idempotency-Keys, through nginx, at seeded rates, while broker and instances of the edge are killed -9
at seeded times. What has no answer is asked again, as it was, until it is acknowledged. Some of what was answered is asked again
too. Checks, from raw topics:

  - every event id of every 202 is in its topic, with what was sent under it, and where the answer said (Fy-Position);
  - one key, one id: what is asked again is answered with the same ids; another body under a key is refused;
  - repeats that a crash caused are counted, and change no state: histories, prices and units, as the state topics and the API
    tell them, are those without repeats;
  - nothing is there that nobody sent;
  - hostile requests, raw, through nginx and straight to each instance: none accepted, none carries another one past us.
"""
import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

from checker import hostile
from checker.edge_ledger import EdgeLedger, check_topics
from checker.http import Connection
from checker.kills import Killer
from checker.stand import Stand
from checker.topics import Topics

JSON = ("Content-Type", "application/json")
SKUS = 256
PEACE_S = 600  # for programs to be ready, and state to be up to date, behind the load
LOST_S = 20    # the same, once something was found to be lost: what is not in the topic is never in a state


def say(text):
    print(text, flush=True)


class Load(threading.Thread):
    """The client, and how far it is."""

    def __init__(self, options, path, caller_path):
        super().__init__(daemon=True)
        binary = os.path.join(options.root, "build", "release", "bin", "prove.edge_load")
        self.process = subprocess.Popen([binary, str(options.port), str(options.seed), str(options.size), str(options.width),
                                         str(SKUS), path, caller_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.size, self.posts, self.words, self.counts = options.size, 0, "", {}
        self.start()

    def run(self):
        for line in self.process.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "posts":
                self.posts = int(rest)
            elif word == "done":
                self.counts = {name: int(value) for name, value in (pair.split("=") for pair in rest.split())}
            else:
                self.words += line

    def alive(self):
        return self.process.poll() is None

    def end(self):
        """It may end now. Returns its counts, or None with `words`."""
        self.process.stdin.close()
        self.process.wait()
        self.join()
        return self.counts if self.process.returncode == 0 and self.counts else None


async def post(connection, path, body, headers):
    """Until something else than "ask again" is answered."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            answer = await connection.request("POST", path, [JSON, *headers], json.dumps(body).encode())
        except ConnectionError:
            answer = None
        if answer is not None and answer.status != 503:
            return answer
        await asyncio.sleep(0.1)
    raise RuntimeError(f"POST {path}: not taken within 120 s")


async def list_products(port, ledger, caller):
    connection = Connection("127.0.0.1", port)
    for i in range(SKUS):
        sku = f"edge-{i}"
        answer = await post(connection, "/v1/supply", {"sku": sku, "product_listed": {
            "title": sku, "price": {"minor": 100, "currency": "EUR"}}}, [caller, ("Idempotency-Key", f"list-{i}")])
        ledger.note("supply", answer.json()["event_ids"], [("P", sku, 100)], answer.headers["fy-position"], sku)
        ledger.prices[sku] = 100
    connection.close()


async def until_known(port, ledger, rng):
    """An instance takes a click on every SKU."""
    connection = Connection("127.0.0.1", port)
    deadline = time.monotonic() + 60
    session, n = f"{rng.getrandbits(128):032x}", 0
    cookies = []
    while n < SKUS:
        size = min(100, SKUS - n)
        batch = [{"session": session, "n": n + i, "item_viewed": {"sku": f"edge-{n + i}"}} for i in range(size)]
        answer = await post(connection, "/v1/activity", batch, cookies)
        if answer.status == 202:
            cookie = answer.headers["set-cookie"].split(";")[0] if not cookies else cookies[0][1]
            cookies = [("Cookie", cookie)]
            visitor = cookie.split("=", 1)[1].split(".")[0]
            ledger.cookies[visitor] = cookie.split("=", 1)[1]
            ledger.note("activity", answer.json()["event_ids"], [(visitor, session, n + i, f"edge-{n + i}") for i in range(size)],
                        answer.headers["fy-position"], visitor)
            n += size
        elif answer.status != 422 or time.monotonic() > deadline:
            raise RuntimeError(f"port {port} does not know the SKUs: {answer.status} {answer.body[:200]}")
        else:
            await asyncio.sleep(0.1)
    connection.close()


async def reuse_keys(port, ledger, caller, rng, count):
    """In peace: another body under a key that was taken is always refused."""
    connection, refused, slipped = Connection("127.0.0.1", port), 0, 0
    for i in range(count):
        sku, headers = f"edge-{i % SKUS}", [caller, ("Idempotency-Key", f"{rng.getrandbits(96):024x}")]
        minor = ledger.prices[sku]
        fact = {"sku": sku, "price_set": {"price": {"minor": minor, "currency": "EUR"}}}
        answer = await post(connection, "/v1/supply", fact, headers)
        ledger.note("supply", answer.json()["event_ids"], [("P", sku, minor)], answer.headers["fy-position"], sku)
        fact["price_set"]["price"]["minor"] += 1
        answer = await post(connection, "/v1/supply", fact, headers)
        if answer.status == 422 and answer.json()["type"] == "/problems/key-reused":
            refused += 1
        else:
            slipped += 1
            ledger.fails.append(f"a key with another body was answered with {answer.status}")
    connection.close()
    say(f"keys {ledger.keys + count:,}; another body under a key: refused {refused}, taken {slipped}")
    return refused


async def read(connection, path, place, patience_s, cookie=None):
    headers = [("Fy-After", place), ("Prefer", "wait=20")] + ([("Cookie", f"fy_visitor={cookie}")] if cookie else [])
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        try:
            answer = await connection.request("GET", path, headers)
        except ConnectionError:
            answer = None
        if answer is not None and answer.status == 200:
            return answer.json()
        await asyncio.sleep(0.2)
    raise RuntimeError(f"GET {path} is not up to date: {answer and answer.status}")


async def check_api(port, ledger, recount, chosen, patience_s):
    """What the API tells is what there would be without repeats."""
    connection, wrong = Connection("127.0.0.1", port), 0
    for visitor in chosen:
        difference = recount.differs(visitor, await read(connection, "/v1/history", ledger.newest[visitor], patience_s,
                                                      ledger.cookies[visitor]))
        if difference is not None:
            wrong += 1
            ledger.fails.append(f"history of {visitor}: {difference}")
    for sku, minor in ledger.prices.items():
        product = await read(connection, f"/v1/products/{sku}", ledger.newest[sku], patience_s)
        if product["price"]["minor"] != minor:
            wrong += 1
            ledger.fails.append(f"price of {sku} is {product['price']['minor']}, not {minor}")
    connection.close()
    say(f"state by the API: {len(chosen):,} histories and {len(ledger.prices):,} prices compared, {wrong:,} wrong")


def includes(value, place):
    topic, partition, offset = place.rsplit("-", 2)
    return any((one["topic"], one["partition"]) == (topic, int(partition)) and one["offset"] >= int(offset)
               for one in value["as_of"])


def latest(topics, topic, newest, patience_s):
    """The newest value of every key, once each includes the place that its last answer named."""
    deadline = time.monotonic() + patience_s
    while True:
        values = topics.latest(topic)
        late = [key for key, place in newest.items() if key not in values or not includes(values[key], place)]
        if not late:
            return values
        if time.monotonic() > deadline:
            raise RuntimeError(f"{topic}: {len(late)} keys are not up to date, {late[0]} among them")
        time.sleep(1)


def check_states(ledger, topics, recount, patience_s):
    """The state topics, all of their keys: what there would be without repeats."""
    of_visitors = {name: place for name, place in ledger.newest.items() if name in ledger.cookies}
    wrong = 0
    histories = latest(topics, "histories", of_visitors, patience_s)
    for visitor in recount.visitors:
        difference = recount.differs(visitor, histories[visitor]) if visitor in histories else "not there"
        if difference is not None:
            wrong += 1
            ledger.fails.append(f"histories: {visitor}: {difference}")
    # The API has shown every SKU with its newest fact included, and it reads these topics.
    for sku, product in topics.latest("products").items():
        if product["price"]["minor"] != ledger.prices[sku]:
            wrong += 1
            ledger.fails.append(f"products: {sku} costs {product['price']['minor']}, not {ledger.prices[sku]}")
    levels = topics.latest("stock-levels")
    for sku in ledger.prices:
        units = levels[sku]["on_hand_units"] if sku in levels else 0
        if units != ledger.units[sku]:
            wrong += 1
            ledger.fails.append(f"stock-levels: {sku} has {units}, not the {ledger.units[sku]} that were received")
    say(f"state topics: {len(recount.visitors):,} histories, {len(ledger.prices):,} prices, {sum(ledger.units.values()):,} units "
        f"received of {len(ledger.units):,} SKUs compared, {wrong:,} wrong; repeats that history met {recount.repeats:,}")
    if not of_visitors or not ledger.units:
        ledger.fails.append("no state was compared")


async def attack(stand, programs, seed, fails):
    """Returns the sessions that must not be in the topic."""
    hidden = set()
    for name, offset in [("nginx", 0), *((name, stand.OFFSETS[name]) for name in programs)]:
        cases = hostile.make_all(random.Random(f"{seed} {name}"), "edge-0", name == "nginx")
        found = await hostile.run(stand.port + offset, cases)
        bad = hostile.judge(found)
        fails += [f"{name}: {words}" for words in bad]
        for case in cases:
            hidden.update(case.sessions)
        families = {case.family for case in cases}
        answered = [answers[0] for _, answers, _ in found if answers]
        say(f"hostile through {name}: {len(cases)} requests in {len(families)} families, accepted {len(bad)}; "
            f"answered {len(answered)}, hung up on without a word {len(cases) - len(answered)}; statuses "
            + ", ".join(f"{status}: {answered.count(status)}" for status in sorted(set(answered))))
        if len(cases) < 200 or len(families) < 10:
            fails.append("fewer hostile requests than promised")
    return hidden


def run_load(options, stand, programs, rng, ledger):
    """Posts and kills. Returns the counts of the client; None when it failed."""
    with tempfile.TemporaryDirectory(dir=options.home) as folder:
        path, began = os.path.join(folder, "ledger"), time.monotonic()
        caller_path = os.path.join(folder, "caller")
        with open(caller_path, "w", encoding="utf-8") as file:
            file.write(": ".join(stand.caller()) + "\n")
        load = Load(options, path, caller_path)
        killer = Killer(stand, rng, ["kafka", *programs], options.kills, lambda: load.posts / load.size, load.alive)
        killer.join()
        counts = load.end()
        if killer.error is not None:
            ledger.fails.append(f"kills: {killer.error}")
        if counts is None:
            ledger.fails.append(f"the client ended: {load.words}")
            counts = {}
        took = time.monotonic() - began
        posts = ledger.read(path)
    killed = ", ".join(f"{name} {killer.killed.count(name)}" for name in dict.fromkeys(killer.killed))
    say(f"posted {ledger.events:,} events in {posts:,} posts in {took:.0f} s ({posts / took:,.0f} a second); killed {killed} "
        f"(of these {killer.starting} while starting); asked again {ledger.asked_again:,} (no answer {counts.get('unanswered', 0):,}, "
        f"503 or 429 {counts.get('busy', 0):,}); repeated on purpose {ledger.repeats:,}")
    if posts < options.size or len(killer.killed) < options.kills or not ledger.asked_again or not ledger.repeats:
        ledger.fails.append("not every planned post and kill happened, or nothing was asked again")
    if counts and posts != counts["posts"]:
        ledger.fails.append(f"the client counts {counts['posts']} posts, its ledger {posts}")


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove edge", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides posts, rates, kills and their times")
    parser.add_argument("--size", type=int, default=1000000, help="posts (1,000,000); kills go with it, 33 at 1,000,000, 6 at least")
    parser.add_argument("--kills", type=int, help="another number of kills")
    parser.add_argument("--width", type=int, default=64, help="connections")
    parser.add_argument("--instances", type=int, choices=(1, 2), default=2, help="of the edge, behind nginx")
    for name in ("--data", "--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 100 or not 1 <= options.width <= SKUS:
        parser.error(f"--size must be at least 100 and --width 1 .. {SKUS}: checking nothing proves nothing")
    if options.kills is None:
        options.kills = max(6, -(-options.size * 33 // 1000000))
    return options


async def prove(options, ledger):
    rng = random.Random(options.seed)
    stand = Stand(options.root, options.home, options.port)
    programs = ["producers", "producers2"][:options.instances]
    say(f"seed {options.seed}: {options.size:,} posts, {options.kills} kills, {options.instances} instances of the edge")
    caller = stand.caller()
    await list_products(stand.port, ledger, caller)
    for name in programs:
        await until_known(stand.port + stand.OFFSETS[name], ledger, rng)
    hidden = await attack(stand, programs, options.seed, ledger.fails)
    await asyncio.get_running_loop().run_in_executor(None, run_load, options, stand, programs, rng, ledger)
    refused = await reuse_keys(stand.port, ledger, caller, rng, 200)
    topics = Topics(stand.brokers, stand.base + "/registry")
    recount, found = check_topics(ledger, topics, hidden)
    # Those first that a crash has repeated.
    repeated = sorted(name for name in found["activity"].repeated if name in ledger.cookies)
    others = sorted(ledger.cookies.keys() - set(repeated))
    chosen = (rng.sample(repeated, min(200, len(repeated))) + rng.sample(others, min(100, len(others))))
    stand.wait_ready(PEACE_S)
    patience_s = LOST_S if ledger.fails else PEACE_S
    await check_api(stand.port, ledger, recount, chosen, patience_s)
    check_states(ledger, topics, recount, patience_s)
    if not hidden or not refused or not chosen or not ledger.keys:
        ledger.fails.append("nothing was checked")


def main():
    options, ledger = arguments(), EdgeLedger([])
    try:
        asyncio.run(prove(options, ledger))
    except (RuntimeError, OSError) as error:
        ledger.fails.append(str(error))
    for fail in ledger.fails[:20]:
        say(f"FAIL {fail[:400]}")
    say(f"RED, {len(ledger.fails)} failures" if ledger.fails else "GREEN")
    return 1 if ledger.fails else 0


if __name__ == "__main__":
    sys.exit(main())

"""prove edge: what was acknowledged is in the topic, while brokers and edges die, and nothing malformed gets in.

A client with a ledger of its own posts clicks (one by one and in batches, numbered by session and n) and supply facts (under
Idempotency-Keys) through nginx to two instances of the edge, at seeded rates, while broker and instances are killed -9 at
seeded times. What has no answer is asked again, as it was. Some of what was answered is asked again too. Checks, from raw topics:

  - every event id of every 202 is in its topic, with what was sent under it, and where the answer said (Fy-Position);
  - one key, one id: what is asked again is answered with the same ids; another body under a key is refused;
  - repeats that a crash caused are counted; histories and prices, as the API tells them, are those without repeats;
  - nothing is there that nobody sent;
  - hostile requests, raw, through nginx and straight to each instance: none accepted, none carries another one past us.
"""
import argparse
import asyncio
import json
import random
import sys
import time

from checker import hostile
from checker.histories import Recount
from checker.http import Connection
from checker.stand import Stand
from checker.topics import Topics

JSON = ("Content-Type", "application/json")
PRODUCERS = {"producers": 11, "producers2": 13}
SKUS = 200
TARGETS = ["kafka", "producers", "producers2"]


def say(text):
    print(text, flush=True)


class Ledger:
    """Everything the outside world did, as it remembers it."""

    def __init__(self, stand, rng):
        self.stand, self.rng = stand, rng
        self.acked = {"activity": {}, "supply": {}}  # event id -> what was sent under it
        self.places = []                             # (topic, partition, offset, event id) as answered
        self.visitors = {}                           # visitor -> cookie
        self.newest = {}                             # visitor or SKU -> Fy-Position
        self.keys = {}                               # key -> (path, body, ids)
        self.prices = {}                             # SKU -> the price last acknowledged
        self.left = lambda: True                     # whether there is more to post
        self.count = dict(posts=0, events=0, asked_again=0, unanswered=0, busy=0, repeats_asked=0, keys_refused=0, keys_slipped=0)
        self.fails = []

    async def post(self, connection, path, body, headers):
        """Until it is acknowledged, as the same bytes."""
        data = json.dumps(body).encode()
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                answer = await connection.request("POST", path, [JSON, *headers], data)
            except ConnectionError:
                self.count["unanswered"] += 1
                self.count["asked_again"] += 1
                await asyncio.sleep(0.1)
                continue
            if answer.status in (202, 422):
                return answer
            if answer.status != 503 or "retry-after" not in answer.headers:
                raise RuntimeError(f"POST {path}: {answer.status} {answer.headers} {answer.body[:300]}")
            self.count["busy"] += 1
            self.count["asked_again"] += 1
            await asyncio.sleep(0.1)
        raise RuntimeError(f"POST {path}: not acknowledged within 120 s")

    def take(self, topic, answer, sent, name):
        if answer.status != 202:
            raise RuntimeError(f"{topic}: {answer.status} {answer.body[:300]}")
        ids = answer.json()["event_ids"]
        if len(ids) != len(sent) or answer.headers["event-id"] != ids[-1]:
            self.fails.append(f"{len(sent)} sent, answered with {ids} and Event-Id {answer.headers['event-id']}")
        for event_id, one in zip(ids, sent):
            if self.acked[topic].setdefault(event_id, one) != one:
                self.fails.append(f"id {event_id} names two events")
        place = answer.headers["fy-position"]
        said, partition, offset = place.rsplit("-", 2)
        self.places.append((said, int(partition), int(offset), ids[-1]))
        self.newest[name] = place
        return ids

    async def visit(self, connection, events):
        """A visitor comes and does `events` things, in posts of seeded sizes."""
        rng, session = self.rng, f"{self.rng.getrandbits(128):032x}"
        answer = await self.post(connection, "/v1/activity", {"searched": {"results": 0}}, [("Idempotency-Key", session)])
        # The visitor is made by this answer; an answer that was lost made one that nobody is.
        cookie = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]
        visitor = cookie.split(".")[0]
        self.visitors[visitor] = cookie
        self.take("activity", answer, [(visitor, None, None)], visitor)
        n = 0
        while n < events and self.left():
            size = min(events - n, 1 if rng.random() < .5 else rng.randint(2, 40))
            batch = [{"session": session, "n": n + i, "item_viewed": {"sku": f"edge-{rng.randrange(SKUS)}"}} for i in range(size)]
            sent = [(visitor, session, n + i) for i in range(size)]
            again = 2 if rng.random() < .02 else 1
            ids = []
            for _ in range(again):
                answer = await self.post(connection, "/v1/activity", batch if size > 1 else batch[0], [("Cookie", f"fy_visitor={cookie}")])
                ids.append(self.take("activity", answer, sent, visitor))
            if again == 2:
                self.count["repeats_asked"] += 1
                if ids[0] != ids[1]:
                    self.fails.append(f"({session}, {n}) was answered with {ids[0]} and with {ids[1]}")
            n += size
            self.count["posts"] += 1
            self.count["events"] += size
            yield size

    async def price(self, connection, sku):
        """A new price under a key; sometimes asked again, and sometimes with another body."""
        rng, key = self.rng, f"{self.rng.getrandbits(96):024x}"
        minor = rng.randrange(1, 10 ** 9)
        fact = {"sku": sku, "supplier": "prove", "price_set": {"price": {"minor": minor, "currency": "EUR"}}}
        headers = [("Idempotency-Key", key)]
        answer = await self.post(connection, "/v1/supply", fact, headers)
        ids = self.take("supply", answer, [(sku, minor)], sku)
        self.prices[sku] = minor
        self.keys[key] = ids
        self.count["posts"] += 1
        self.count["events"] += 1
        if rng.random() < .5:
            self.count["repeats_asked"] += 1
            again = self.take("supply", await self.post(connection, "/v1/supply", fact, headers), [(sku, minor)], sku)
            if again != ids:
                self.fails.append(f"key {key} was answered with {ids} and with {again}")

    async def reuse(self, connection, sku):
        """In peace: another body under a key that was taken is always refused."""
        key = f"{self.rng.getrandbits(96):024x}"
        headers = [("Idempotency-Key", key)]
        fact = {"sku": sku, "supplier": "prove", "price_set": {"price": {"minor": self.prices[sku], "currency": "EUR"}}}
        ids = self.take("supply", await self.post(connection, "/v1/supply", fact, headers), [(sku, self.prices[sku])], sku)
        self.keys[key] = ids
        fact["price_set"]["price"]["minor"] += 1
        answer = await self.post(connection, "/v1/supply", fact, headers)
        if answer.status == 422 and answer.json()["type"] == "/problems/key-reused":
            self.count["keys_refused"] += 1
        else:
            self.count["keys_slipped"] += 1
            self.fails.append(f"key {key} with another body was answered with {answer.status}")


class Load:
    """Seeded rates: every few seconds another one, from a trickle to all there is."""

    def __init__(self, rng, total):
        self.rng, self.total, self.sent, self.began = rng, total, 0, time.monotonic()
        self.free, self.rate, self.until, self.next_at = asyncio.Event(), 0, 0.0, 0.0

    async def pace(self, events):
        self.sent += events
        now = time.monotonic()
        if now >= self.until:
            self.rate = self.rng.choice([200, 1000, 3000, 0, 0, 0])  # events a second; 0: as fast as they are taken
            self.until, self.next_at = now + self.rng.uniform(1, 4), now
        if self.rate:
            self.next_at = max(self.next_at, now - 0.5) + events / self.rate
            if self.next_at > now:
                await asyncio.sleep(min(self.next_at, self.until) - now if self.until > now else 0)


async def killer(stand, load, plan, log):
    """kill -9 at seeded shares of the load; the next waits until what died is there again."""
    loop = asyncio.get_running_loop()
    for at, program in plan:
        while load.sent < at * load.total:
            await asyncio.sleep(0.01)
        pid = await loop.run_in_executor(None, stand.kill, program)
        log.append(program)
        await loop.run_in_executor(None, stand.wait_pid, program, pid)


async def post_all(ledger, load, width):
    async def worker(number):
        connection = Connection("127.0.0.1", ledger.stand.port)
        rng = ledger.rng
        while load.sent < load.total:
            if rng.random() < .5:
                await ledger.price(connection, f"edge-{number * (SKUS // width) + rng.randrange(SKUS // width)}")
                await load.pace(1)
                continue
            async for size in ledger.visit(connection, min(rng.randint(1, 400), load.total)):
                await load.pace(size)
        connection.close()
    await asyncio.gather(*[worker(number) for number in range(width)])


async def list_products(ledger):
    connection = Connection("127.0.0.1", ledger.stand.port)
    for i in range(SKUS):
        sku = f"edge-{i}"
        answer = await ledger.post(connection, "/v1/supply", {"sku": sku, "supplier": "prove", "product_listed": {
            "title": sku, "price": {"minor": 100, "currency": "EUR"}}}, [("Idempotency-Key", f"list-{i}")])
        ledger.take("supply", answer, [(sku, 100)], sku)
        ledger.prices[sku] = 100
    connection.close()


async def until_known(stand, ledger, cookie_of):
    """Every instance takes a click on every SKU."""
    for name, offset in PRODUCERS.items():
        connection = Connection("127.0.0.1", stand.port + offset)
        deadline = time.monotonic() + 60
        session, n = f"{ledger.rng.getrandbits(128):032x}", 0
        while True:
            batch = [{"session": session, "n": n + i, "item_viewed": {"sku": f"edge-{i}"}} for i in range(100)]
            batch2 = [{"session": session, "n": n + 100 + i, "item_viewed": {"sku": f"edge-{100 + i}"}} for i in range(SKUS - 100)]
            headers = [JSON] + ([("Cookie", f"fy_visitor={cookie_of[name]}")] if name in cookie_of else [])
            answer = await connection.request("POST", "/v1/activity", headers, json.dumps(batch).encode())
            if answer.status == 202:
                if name not in cookie_of:
                    cookie_of[name] = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]
                visitor = cookie_of[name].split(".")[0]
                ledger.visitors[visitor] = cookie_of[name]
                ledger.take("activity", answer, [(visitor, session, one["n"]) for one in batch], visitor)
                answer = await connection.request("POST", "/v1/activity", [JSON, ("Cookie", f"fy_visitor={cookie_of[name]}")],
                                                  json.dumps(batch2).encode())
                if answer.status == 202:
                    ledger.take("activity", answer, [(visitor, session, one["n"]) for one in batch2], visitor)
                    break
                session = f"{ledger.rng.getrandbits(128):032x}"
            if answer.status not in (422, 503) or time.monotonic() > deadline:
                raise RuntimeError(f"{name} does not know the SKUs: {answer.status} {answer.body[:200]}")
            await asyncio.sleep(0.1)
        connection.close()


def check_topics(ledger, topics, hidden):
    """Read the raw topics once: the ledger against them. Returns the recount of histories."""
    recount, fails = Recount(), ledger.fails
    places = {(topic, partition, offset): event_id for topic, partition, offset, event_id in ledger.places}
    for topic in ("activity", "supply"):
        left, seen, records, foreign, moved, smuggled = dict(ledger.acked[topic]), set(), 0, 0, 0, 0
        for partition, offset, _, key, value in topics.read(topic):
            records += 1
            if isinstance(value, Exception):
                fails.append(f"{topic} {partition}@{offset} cannot be decoded: {value}")
                continue
            event_id = str(value["envelope"]["event_id"])
            said = places.pop((topic, partition, offset), None)
            moved += said is not None and said != event_id
            if topic == "activity":
                recount.feed(key, value)
                smuggled += value["session"] in hidden
                what = (value["visitor"], value["session"], value["n"])
            else:
                listed, priced = value["product_listed"], value["price_set"]
                what = (value["sku"], (listed or priced)["price"]["minor"])
            known = ledger.acked[topic].get(event_id)
            orphan = known is None and topic == "activity" and value["searched"] is not None and value["session"] is None
            if orphan:
                ledger.count["strangers"] = ledger.count.get("strangers", 0) + 1
            foreign += known != what and not orphan
            left.pop(event_id, None)
            seen.add(event_id)
        say(f"{topic}: {records:,} records, {len(seen):,} events, {records - len(seen):,} written again; acknowledged "
            f"{len(ledger.acked[topic]):,}, of these missing {len(left):,}; not where the answer said {moved:,}; "
            f"nobody sent {foreign:,}; smuggled {smuggled:,}")
        for word, number in (("acknowledged but missing", len(left)), ("not where the answer said", moved),
                             ("sent by nobody", foreign), ("smuggled", smuggled)):
            if number:
                fails.append(f"{topic}: {number} {word}")
    if places:
        fails.append(f"{len(places)} places that answers named hold no record")
    strangers = ledger.count.get("strangers", 0)
    say(f"first visits whose answer was lost, written for a visitor that nobody became: {strangers:,}")
    if strangers > ledger.count["unanswered"] + ledger.count["busy"]:
        fails.append("more of them than posts without an answer")
    return recount


async def read(connection, path, place, cookie=None):
    headers = [("Fy-After", place), ("Prefer", "wait=20")] + ([("Cookie", f"fy_visitor={cookie}")] if cookie else [])
    for _ in range(30):
        try:
            answer = await connection.request("GET", path, headers)
        except ConnectionError:
            answer = None
        if answer is not None and answer.status == 200:
            return answer.json()
        await asyncio.sleep(0.2)
    raise RuntimeError(f"GET {path} is not up to date: {answer and answer.status}")


async def check_state(ledger, recount, chosen):
    """What the API tells is what there would be without repeats."""
    connection, wrong = Connection("127.0.0.1", ledger.stand.port), 0
    for visitor in chosen:
        difference = recount.differs(visitor, await read(connection, "/v1/history", ledger.newest[visitor], ledger.visitors[visitor]))
        if difference is not None:
            wrong += 1
            ledger.fails.append(f"history of {visitor}: {difference}")
    for sku, minor in ledger.prices.items():
        product = await read(connection, f"/v1/products/{sku}", ledger.newest[sku])
        if product["price"]["minor"] != minor:
            wrong += 1
            ledger.fails.append(f"price of {sku} is {product['price']['minor']}, not {minor}")
    connection.close()
    say(f"state: {len(chosen):,} histories and {len(ledger.prices):,} prices compared, {wrong:,} wrong; "
        f"repeats that history met {recount.repeats:,}")


async def attack(stand, seed, fails):
    """Returns the sessions that must not be in the topic."""
    hidden = set()
    for name, offset in [("nginx", 0), *PRODUCERS.items()]:
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


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove edge", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides posts, rates, kills and their times")
    parser.add_argument("--size", type=int, default=1000000, help="events to post; kills go with it, 30 at 1,000,000")
    parser.add_argument("--width", type=int, default=40, help="connections")
    for name in ("--data", "--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 100 or not 1 <= options.width <= 100:
        parser.error("--size must be at least 100 and --width 1 .. 100: checking nothing proves nothing")
    return options


async def main():
    options = arguments()
    rng = random.Random(options.seed)
    stand = Stand(options.root, options.home, options.port)
    ledger = Ledger(stand, rng)
    kills = max(6, -(-options.size * 30 // 1000000))
    plan = sorted((rng.uniform(.02, .95), TARGETS[i % 3]) for i in range(kills))
    say(f"seed {options.seed}: {options.size:,} events, {kills} kills")
    await list_products(ledger)
    await until_known(stand, ledger, {})
    hidden = await attack(stand, options.seed, ledger.fails)

    load, log, began = Load(rng, options.size), [], time.monotonic()
    ledger.left = lambda: load.sent < load.total
    dying = asyncio.ensure_future(killer(stand, load, plan, log))
    await post_all(ledger, load, options.width)
    await asyncio.wait_for(dying, 120)
    count = ledger.count
    say(f"posted {count['events']:,} events in {count['posts']:,} posts in {time.monotonic() - began:.0f} s; killed "
        + ", ".join(f"{name} {log.count(name)}" for name in TARGETS) + f"; asked again {count['asked_again']:,} "
        f"(no answer {count['unanswered']:,}, 503 {count['busy']:,}); repeated on purpose {count['repeats_asked']:,}")
    for offset in (*PRODUCERS.values(), 12):
        while not stand.ready(offset):
            await asyncio.sleep(0.1)
    connection = Connection("127.0.0.1", stand.port)
    for i in range(200):
        await ledger.reuse(connection, f"edge-{i % SKUS}")
    connection.close()
    say(f"keys {len(ledger.keys):,}; another body under a key: refused {count['keys_refused']}, taken {count['keys_slipped']}")

    recount = check_topics(ledger, Topics(stand.brokers, stand.base + "/registry"), hidden)
    visitors = sorted(ledger.visitors)
    try:
        stand.wait_ready(180)
    except RuntimeError as error:
        ledger.fails.append(f"state cannot be compared: {error}")
        visitors = []
    if visitors:
        await check_state(ledger, recount, rng.sample(visitors, min(300, len(visitors))))
    if len(log) != kills or not count["asked_again"] or not hidden or not count["keys_refused"]:
        ledger.fails.append("not every planned kill happened, or nothing was checked")
    for fail in ledger.fails[:20]:
        say(f"FAIL {fail}")
    say(f"RED, {len(ledger.fails)} failures" if ledger.fails else "GREEN")
    return 1 if ledger.fails else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

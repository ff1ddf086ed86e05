"""prove first-click: one click travels, for a whole shop's worth of real clicks.

Over HTTP alone: lists and counts every item, replays the training sessions, each as a visitor of its own, while
`history` and `recommend` are killed and once lose their rows; then posts test examples as visitors who are not
learnt from (Sec-GPC: 1) and reads their recommendations. Checks, from raw topics and the client's own ledger:

  - every acknowledged event is in `activity`, once, and nothing is there that was not sent;
  - every visitor's history, as the API tells it, is the recount of raw `activity`;
  - lists of seeded examples equal, place by place, those of a plain Python recommender fed from raw `activity`;
  - HR@20 and MRR@20 over the items, beside published figures.
"""
import argparse
import asyncio
import json
import os
import random
import sys
import time

from checker.histories import Recount
from checker.http import each
from checker.knn import Index
from checker.stand import Stand
from checker.topics import Topics

REFERENCE = "VMIS-kNN reference .5506 / .2725, VS-kNN .5539 / .2752, VSTAN .5626 / .2892"
BATCH_MAX = 100  # events the edge takes in one post
JSON = ("Content-Type", "application/json")


def say(text):
    print(text, flush=True)


def read_sessions(path):
    with open(path, encoding="ascii") as lines:
        return [["rr-" + item for item in line.split()] for line in lines]


def generated(rng, sessions, examples):
    """Where the real clicks are not at hand: shoppers who stay near a theme."""
    def one():
        theme = int(rng.paretovariate(0.8)) % 150
        return [f"rr-{theme * 8 + int(rng.expovariate(0.5)) % 8 + (8 if rng.random() < .1 else 0)}"
                for _ in range(2 + int(rng.expovariate(0.3)))]
    return [one() for _ in range(sessions)], [one() + one()[:1] for _ in range(examples)]


class Client:
    """Everything the outside world did, as it remembers it."""

    def __init__(self, stand, seed, tries=20):
        self.stand, self.rng, self.tries = stand, random.Random(seed), tries
        self.acked = {}          # event id -> visitor
        self.uncertain = set()   # client sessions whose post had no answer
        self.cookies = {}        # visitor -> cookie
        self.newest = {}         # activity partition -> (offset, visitor)
        self.places = {}         # visitor -> Fy-Position
        self.refused = 0

    def session(self):
        return f"{self.rng.getrandbits(128):032x}"

    async def post_activity(self, connection, body, headers, session):
        for _ in range(self.tries):
            try:
                answer = await connection.request("POST", "/v1/activity", [JSON, *headers], body)
            except ConnectionError:
                self.uncertain.add(session)
                await asyncio.sleep(0.2)
                continue
            if answer.status == 202:
                return answer
            if answer.status != 503:
                raise RuntimeError(f"POST /v1/activity: {answer.status} {answer.body[:300]}")
            self.refused += 1
            await asyncio.sleep(float(answer.headers.get("retry-after", "1")))
        raise RuntimeError(f"POST /v1/activity: no answer in {self.tries} tries")

    async def shop(self, connection, items, headers, one_by_one=False, visitor=None):
        """`visitor`, or else a new one, views `items` in order. Returns the visitor."""
        session, cookie = self.session(), self.cookies.get(visitor)
        events = [{"session": session, "n": n, "item_viewed": {"sku": sku}} for n, sku in enumerate(items)]
        step = 1 if one_by_one else BATCH_MAX
        parts = [events[i:i + step] for i in range(0, len(events), step)]
        for part in parts:
            extra = list(headers) + ([("Cookie", f"fy_visitor={cookie}")] if cookie else [])
            answer = await self.post_activity(connection, json.dumps(part).encode(), extra, session)
            if cookie is None:
                cookie = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]
                visitor = cookie.split(".")[0]
                self.cookies[visitor] = cookie
            ids = answer.json()["event_ids"]
            if len(ids) != len(part):
                raise RuntimeError(f"{len(part)} events sent, {len(ids)} ids acknowledged")
            for event_id in ids:
                self.acked[event_id] = visitor
            place = answer.headers["fy-position"]
            self.places[visitor] = place
            _, partition, offset = place.rsplit("-", 2)
            if int(offset) >= self.newest.get(int(partition), (-1, None))[0]:
                self.newest[int(partition)] = (int(offset), visitor)
        return visitor

    async def read(self, connection, path, visitor, seconds=300):
        """The resource once it includes all that this visitor posted."""
        deadline = time.monotonic() + seconds
        headers = [("Cookie", f"fy_visitor={self.cookies[visitor]}"), ("Prefer", "wait=20"),
                   ("Fy-After", self.places[visitor])]
        while time.monotonic() < deadline:
            try:
                answer = await connection.request("GET", path, headers)
            except ConnectionError:
                await asyncio.sleep(0.2)
                continue
            if answer.status == 200:
                return answer.json()
            if answer.status not in (202, 502, 503):
                raise RuntimeError(f"GET {path}: {answer.status} {answer.body[:300]}")
            await asyncio.sleep(0.2)
        raise RuntimeError(f"GET {path}: not up to date within {seconds} s")


class Progress:
    def __init__(self, what, total):
        self.what, self.total, self.began = what, total, time.monotonic()

    def __call__(self, done):
        spent = time.monotonic() - self.began
        say(f"  {self.what}: {done:,} of {self.total:,}, {done / max(spent, .001):,.0f} a second")


async def list_products(client, skus):
    host_port = ("127.0.0.1", client.stand.port)
    parts = [skus[i:i + 100] for i in range(0, len(skus), 100)]
    last, caller = {}, client.stand.caller()

    async def work(connection, part):
        facts = []
        for sku in part:
            facts.append({"sku": sku, "product_listed": {
                "title": f"Item {sku}", "price": {"minor": 100 + len(sku), "currency": "EUR"}}})
            facts.append({"sku": sku, "stock_counted": {"units": 1000}})
        answer = await connection.request("POST", "/v1/supply", [JSON, caller, ("Idempotency-Key", "list-" + part[0])],
                                          json.dumps(facts).encode())
        if answer.status != 202:
            raise RuntimeError(f"POST /v1/supply: {answer.status} {answer.body[:300]}")
        last[part[-1]] = answer.headers["fy-position"]

    await each(*host_port, parts, work, 8, None)

    async def visible(connection, sku):
        for _ in range(60):
            answer = await connection.request("GET", f"/v1/products/{sku}", [
                ("Fy-After", last[sku]), ("Prefer", "wait=10")])
            if answer.status == 200 and answer.json()["available_units"] == 1000:
                return
            await asyncio.sleep(0.2)
        raise RuntimeError(f"product {sku} did not become visible: {answer.status} {answer.body[:300]}")

    await each(*host_port, list(last), visible, 16, None)


async def trouble(client, total, posted, rng, log, limit):
    """Kill and wipe at seeded moments of the replay, which does not run far ahead of the next one."""
    plan = sorted([(rng.uniform(.1, .5), "kill", "history"), (rng.uniform(.1, .5), "kill", "recommend"),
                   (rng.uniform(.5, .8), "wipe", "history"), (rng.uniform(.5, .8), "wipe", "recommend"),
                   (rng.uniform(.8, .95), "kill", "history"), (rng.uniform(.8, .95), "kill", "recommend")])
    loop = asyncio.get_running_loop()
    try:
        for at, what, program in plan:
            limit[0] = (at + .02) * total
            while posted[0] < at * total:
                await asyncio.sleep(0.02)
            action = client.stand.kill if what == "kill" else client.stand.kill_and_wipe
            pid = await loop.run_in_executor(None, action, program)
            await loop.run_in_executor(None, client.stand.wait_pid, program, pid)
            log.append((what, program, posted[0]))
            say(f"  kill -9 {program}{' and its rows wiped' if what == 'wipe' else ''}, after {posted[0]:,} sessions")
    finally:
        limit[0] = total  # Also when a program did not come back: the replay must end to say so.


async def replay(client, sessions, rng, width):
    posted, log, limit = [0], [], [0]
    slow = set(rng.sample(range(len(sessions)), max(1, len(sessions) // 20)))
    progress = Progress("sessions posted", len(sessions))

    async def work(connection, job):
        number, items = job
        while posted[0] > limit[0]:
            await asyncio.sleep(0.02)
        await client.shop(connection, items, (), one_by_one=number in slow)
        posted[0] += 1

    killer = asyncio.ensure_future(trouble(client, len(sessions), posted, rng, log, limit))
    await each("127.0.0.1", client.stand.port, enumerate(sessions), work, width,
               lambda done: progress(done) if done % 20000 == 0 else None)
    await asyncio.wait_for(killer, 120)
    return log


async def come_back(client, skus, rng, width):
    """Some visitors view one item more: what is told of them then was in rows, and survived the wipe or not."""
    visitors = sorted(client.cookies)
    back = [(visitor, rng.choice(skus)) for visitor in rng.sample(visitors, max(1, len(visitors) // 10))]

    async def work(connection, job):
        visitor, sku = job
        await client.shop(connection, [sku], (("Sec-GPC", "1"),), visitor=visitor)

    await each("127.0.0.1", client.stand.port, back, work, width, None)
    say(f"{len(back):,} visitors came back, not to be learnt from")


async def catch_up(client):
    """Until recommend has read every partition to the end of the training sessions."""
    async def work(connection, visitor):
        await client.read(connection, "/v1/recommendations", visitor)
    await each("127.0.0.1", client.stand.port, [v for _, v in client.newest.values()], work, 8)


async def ask(client, examples, width):
    answers = {}
    progress = Progress("examples asked", len(examples))

    async def work(connection, job):
        number, items = job
        visitor = await client.shop(connection, items[:-1], [("Sec-GPC", "1")])
        answers[number] = (visitor, await client.read(
            connection, "/v1/recommendations?limit=20&keep_current=1&plain=1", visitor))

    await each("127.0.0.1", client.stand.port, enumerate(examples), work, width, progress)
    return answers


async def compare_histories(client, recount, width):
    differences, compared = [], 0
    progress = Progress("histories compared", len(client.cookies))

    async def work(connection, visitor):
        nonlocal compared
        answer = await client.read(connection, "/v1/history", visitor)
        compared += 1
        difference = recount.differs(visitor, answer) if visitor in recount.visitors else "not in the topic"
        if difference is not None:
            differences.append(f"{visitor}: {difference}")

    await each("127.0.0.1", client.stand.port, list(client.cookies), work, width,
               lambda done: progress(done) if done % 40000 == 0 else None)
    return compared, differences


def check_topic(client, topics, fails):
    """Read raw `activity` once: recount, index, and the ledger against it."""
    recount, index = Recount(), Index()
    left = dict(client.acked)
    ids, records, foreign = set(), 0, 0
    for partition, offset, append_ms, key, value in topics.read("activity"):
        records += 1
        if isinstance(value, Exception):
            fails.append(f"activity {partition}@{offset} cannot be decoded: {value}")
            continue
        event_id = str(value["envelope"]["event_id"])
        if left.pop(event_id, None) is None and event_id not in ids and value["session"] not in client.uncertain:
            foreign += 1
        ids.add(event_id)
        if key != value["visitor"]:
            fails.append(f"activity {partition}@{offset}: key is not its visitor")
        recount.feed(key, value)
        index.feed(partition, offset, append_ms, key, value)
    say(f"activity: {records:,} records, {len(ids):,} events, {records - len(ids):,} written again; acknowledged "
        f"{len(client.acked):,}, of these missing {len(left):,}; nobody sent {foreign:,}; "
        f"posts without an answer {len(client.uncertain):,}, refused with 503 {client.refused:,}")
    if left:
        fails.append(f"{len(left)} acknowledged events are not in the topic")
    if foreign:
        fails.append(f"{foreign} events that no client sent")
    return recount, index


def compare_lists(index, examples, answers, chosen, fails):
    index.close()
    same = 0
    for number in chosen:
        visitor, answer = answers[number]
        got = [(item["sku"], item["reason"]["because_sku"]) for item in answer["items"]]
        want = [(item, because) for item, _, because in index.recommend(visitor)[:20]]
        if got == want:
            same += 1
        elif len(fails) < 12:
            fails.append(f"example {number} {examples[number][:-1]}: got {got[:5]}.. want {want[:5]}..")
    say(f"lists equal to the plain Python recommender, items, order and reasons: {same:,} of {len(chosen):,}")
    if same < len(chosen):
        fails.append(f"{len(chosen) - same} lists differ from the plain recommender")


def score(examples, answers, real):
    hits, reciprocal = 0, 0.0
    for number, example in enumerate(examples):
        skus = [item["sku"] for item in answers[number][1]["items"]][:20]
        if example[-1] in skus:
            hits += 1
            reciprocal += 1 / (skus.index(example[-1]) + 1)
    count = len(examples)
    say(f"HR@20 {hits / count:.4f}  MRR@20 {reciprocal / count:.4f}  over {count:,} examples, current item kept")
    if real:
        say(f"  published on the same files: {REFERENCE}")
    return hits


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove first-click", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides kills, sample and client sessions")
    parser.add_argument("--size", type=int, default=15132, help="test examples, 1 .. 15132")
    parser.add_argument("--sessions", type=int, default=0, help="only the newest N training sessions (0: all)")
    parser.add_argument("--lists", type=int, default=1000, help="lists to compare one by one")
    parser.add_argument("--generated", action="store_true", help="generated sessions, not the real ones")
    parser.add_argument("--width", type=int, default=64, help="connections")
    parser.add_argument("--data", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--home", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 1 or options.lists < 1:
        parser.error("--size and --lists must be at least 1: checking nothing proves nothing")
    return options


async def main():
    options = arguments()
    rng = random.Random(options.seed)
    folder = os.path.join(options.data, "retailrocket")
    real = os.path.isdir(folder) and not options.generated
    if real:
        sessions = read_sessions(os.path.join(folder, "train.sessions"))[-options.sessions:]
        examples = read_sessions(os.path.join(folder, "test.examples"))
        if options.size < len(examples):
            examples = [examples[i] for i in sorted(rng.sample(range(len(examples)), options.size))]
    else:
        say("sessions are GENERATED: the real ones are not at hand, so the figures mean nothing beside published ones")
        sessions, examples = generated(rng, options.sessions or 4000, min(options.size, 1000))
    complete = real and options.sessions == 0
    skus = sorted({sku for items in sessions + examples for sku in items})
    say(f"seed {options.seed}: {len(sessions):,} training sessions, {sum(map(len, sessions)):,} clicks, "
        f"{len(skus):,} items, {len(examples):,} examples")

    stand = Stand(options.root, options.home, options.port)
    client = Client(stand, options.seed)
    fails = []
    await list_products(client, skus)
    say(f"listed and counted {len(skus):,} items over HTTP")
    log = await replay(client, sessions, rng, options.width)
    say(f"posted {len(sessions):,} sessions; {len(log)} kills, {sum(w == 'wipe' for w, _, _ in log)} of them with rows wiped")
    stand.wait_ready(300)
    await come_back(client, skus, rng, options.width)
    await catch_up(client)
    answers = await ask(client, examples, options.width)

    recount, index = check_topic(client, Topics(stand.brokers, stand.base + "/registry"), fails)
    compared, differences = await compare_histories(client, recount, options.width)
    say(f"histories compared {compared:,}, differences {len(differences):,}")
    fails += differences[:5]
    chosen = rng.sample(range(len(examples)), min(options.lists, len(examples)))
    compare_lists(index, examples, answers, chosen, fails)
    hits = score(examples, answers, complete)
    if compared == 0 or not chosen or not client.acked or hits == 0:
        fails.append("nothing was checked")
    if len(log) != 6:
        fails.append("not every planned kill happened")
    for fail in fails:
        say(f"FAIL {fail}")
    say("RED" if fails else "GREEN")
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

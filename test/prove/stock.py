"""prove stock: contested holds, while every program is killed: never a hold beyond what is there, and each ends once.

Lists SKUs of two suppliers over HTTP, then asks as `orders` would: holds, commits, releases, shipments,
returns, a part of them twice and out of order, on a few hot SKUs and many cold ones, while suppliers count, some of it below what is
promised, scan 20 items a second, and upload pictures. Every program and the broker are killed with -9 at seeded moments. In the end all
that is open is released or shipped. `orders` is stopped: a topic has one writer.
Checked from raw topics by books of its own (checker/shelf.py):

  - at every prefix of `stock`, per supplier: granted <= on hand - held - committed; who is refused for want of items asked for more
    than any supplier had, and hears how many that was; nothing below 0; numbers dense;
  - every hold begins once and ends once; a count below what is promised gives stock_short and the newest holds go;
  - every request has its reply, and the last reply of a hold says how it stands; a loss is told to its order;
  - after the drain nothing is held or sold, and `stock-levels` says so;
  - every scan that was acknowledged is one item on hand, those that were told twice too;
  - every picture that was acknowledged is there under its hash, shown with its product, and has its copies.
"""
import argparse
import asyncio
import collections
import io
import json
import random
import struct
import sys
import time
import urllib.request
import uuid

import fastavro
from confluent_kafka import Producer

from checker.kills import Storm
from checker.shelf import Shelves
from checker.stand import Stand
from checker.supply import supply as supply_of
from checker.topics import Topics
from checker.warehouse import Scanner, Uploads, check_pictures

SUPPLIERS = ("prove-a", "prove-b")
STOPPED = ("orders", "payments")
PROGRAMS = ("stock", "stock", "producers", "api", "kafka", "stock", "history", "recommend", "pictures", "producers")


def say(text):
    print(text, flush=True)


class Requests:
    """The writer of `stock-requests`: numbered densely per partition, as the runtime of `orders` would."""

    def __init__(self, stand, partitions):
        subject = f"{stand.base}/registry/subjects/stock-requests-value/versions/latest"
        with urllib.request.urlopen(subject) as answer:
            found = json.load(answer)
        self.head, self.schema = struct.pack(">bI", 0, found["id"]), fastavro.parse_schema(json.loads(found["schema"]))
        self.partitions, self.seqs, self.sent = partitions, collections.Counter(), collections.Counter()
        self.failed = 0
        self.producer = Producer({"bootstrap.servers": stand.brokers, "enable.idempotence": True, "linger.ms": 2,
                                  "message.timeout.ms": 120000})

    def delivered(self, error, _message):
        self.failed += error is not None

    def ask(self, sku, order, hold, **what):
        partition = self.partitions[sku]
        self.seqs[partition] += 1
        self.sent[hold] += 1
        empty = dict.fromkeys(("hold_stock", "commit_hold", "release_hold", "ship_hold", "return_hold"))
        request = {"envelope": {"event_id": str(uuid.uuid4()), "cause_id": None, "root": order, "actor": "service:orders",
                                "event_ms": int(time.time() * 1000), "writer": f"orders-{partition}",
                                "seq": self.seqs[partition]},
                   "sku": sku, "order": order, "hold": hold, **empty, **what}
        out = io.BytesIO(self.head)
        out.seek(0, io.SEEK_END)
        fastavro.schemaless_writer(out, self.schema, request)
        self.producer.produce("stock-requests", out.getvalue(), sku, partition, self.delivered)
        self.producer.poll(0)


def supply(stand, callers, facts):
    """(supplier, fact): each supplier's at once, until it is acknowledged."""
    for supplier in SUPPLIERS:
        supply_of(stand, callers[supplier], [fact for name, fact in facts if name == supplier])


class Buyers:
    """Orders of one line each. They do not wait for answers: requests come as they come."""

    def __init__(self, rng, skus, requests):
        self.rng, self.skus, self.requests = rng, skus, requests
        self.holds = []  # (sku, order, hold, units)

    def step(self):
        rng, ask = self.rng, self.requests.ask
        if not self.holds or rng.random() < .35:
            hot = rng.random() < .7
            sku = rng.choice(self.skus[:4] if hot else self.skus)
            order = f"o{len(self.holds)}"
            self.holds.append((sku, order, order + "/1", rng.randint(1, 3)))
            sku, order, hold, units = self.holds[-1]
            self.hold(sku, order, hold, units)
            return
        sku, order, hold, units = self.holds[-1 - min(int(rng.expovariate(.05)), len(self.holds) - 1)]
        kind = rng.random()
        if kind < .15:
            self.hold(sku, order, hold, units)
        elif kind < .55:
            ask(sku, order, hold, commit_hold={"units": units})
        elif kind < .7:
            ask(sku, order, hold, release_hold={"reason": rng.choice(("CANCELLED", "EXPIRED", "REJECTED"))})
        elif kind < .9:
            ask(sku, order, hold, ship_hold={"shipped_units": rng.randint(1, units)})
        else:
            back = rng.randint(1, units)
            ask(sku, order, hold, return_hold={"returned_units": back, "restocked_units": rng.randint(0, back)})

    def hold(self, sku, order, hold, units):
        self.requests.ask(sku, order, hold, hold_stock={"units": units, "currency": "EUR", "excluded": [], "preferred": None})

    def drain(self):
        """What is sold leaves, what is held is released, whatever came of it so far."""
        for sku, order, hold, units in self.holds:
            self.requests.ask(sku, order, hold, ship_hold={"shipped_units": units})
            self.requests.ask(sku, order, hold, release_hold={"reason": "CANCELLED"})


def load(options, rng, stand, callers, skus, buyers, jobs):
    """Requests and counts under kills. A count names few enough that something is short now and then."""
    storm = Storm(stand, random.Random(options.seed + 1), options.every, PROGRAMS, without=STOPPED)
    for job in jobs:
        job.start()
    began, counts = time.monotonic(), 0
    try:
        for number in range(options.size):
            buyers.step()
            if number % 500 == 499:
                supply(stand, callers, [(rng.choice(SUPPLIERS), {"sku": sku, "stock_counted": {"units": rng.randint(0, 40)}})
                                        for sku in rng.sample(skus[:4], 2) + rng.sample(skus, 2)])
                counts += 4
            ahead = number / options.rate - (time.monotonic() - began)
            if ahead > 0.02:
                time.sleep(ahead)
        for job in jobs:
            job.done()
        while len(storm.killed) < len(set(PROGRAMS)) and storm.is_alive():  # Each of them has its turn.
            time.sleep(0.1)
    finally:
        storm.over()
    return storm.killed, counts


def wait_replies(topics, requests, seconds=180):
    """Until there are as many replies as requests, or none has come for a while."""
    want, deadline = sum(requests.sent.values()), time.monotonic() + seconds
    while True:
        replies = [value for _, _, _, key, value in topics.read("stock-replies")]
        answered = sum(value["asked"] != "NOTHING" for value in replies if not isinstance(value, Exception))
        if answered >= want or time.monotonic() > deadline:
            return replies
        time.sleep(1)


def check_replies(replies, requests, shelves, fails):
    answers, last, told = collections.Counter(), {}, 0
    for reply in replies:
        if isinstance(reply, Exception):
            fails.append(f"a reply cannot be decoded: {reply}")
            continue
        last[reply["hold"]] = reply["standing"]["state"].lower()
        if reply["asked"] != "NOTHING":
            answers[reply["hold"]] += 1
        told += reply["asked"] == "NOTHING" and reply["standing"]["state"] == "RELEASED"
    unanswered = [hold for hold, sent in requests.sent.items() if answers[hold] != sent]
    say(f"requests {sum(requests.sent.values()):,}, replies {sum(answers.values()):,}, of {len(last):,} holds; "
        f"losses told unasked {told:,}")
    if unanswered:
        fails.append(f"{len(unanswered)} holds have other than one reply for each request, as {unanswered[:3]}")
    if told != shelves.counts["holds lost"]:
        fails.append(f"{shelves.counts['holds lost']} holds were lost, {told} were told")
    for name, hold in shelves.holds.items():
        state = "returned" if hold.state == "shipped" and hold.returned == hold.shipped else hold.state
        if last.get(name) != state:
            fails.append(f"hold {name} is {state}, and its order was told {last.get(name)}")
            break


def check_end(topics, shelves, skus, fails):
    unended = [name for name, hold in shelves.holds.items() if hold.ends != 1]
    if unended:
        fails.append(f"{len(unended)} holds have not ended exactly once, as {unended[:3]}")
    held = sum(offer.held + offer.committed for offer in shelves.offers.values())
    levels = topics.latest("stock-levels")
    for sku in skus:
        for offer in levels[sku]["offers"]:
            books = shelves.offers[sku, offer["supplier"]]
            if (offer["on_hand_units"], offer["held_units"], offer["committed_units"]) != (books.on_hand, 0, 0):
                fails.append(f"stock-levels of {sku}, {offer['supplier']}: {offer}, the books have {books.on_hand}")
    say(f"after the drain: {held} units held or sold, {len(shelves.holds) - len(unended):,} holds ended once")
    if held:
        fails.append(f"{held} units are held or sold after the drain")


def check_warehouse(stand, topics, scanner, uploads, fails):
    on_hand = topics.latest("stock-levels").get(scanner.sku, {}).get("on_hand_units")
    want = scanner.per_second * scanner.seconds + 1
    say(f"scans: {scanner.taken:,} acknowledged ({scanner.per_second} a second for {scanner.seconds} s), told again {scanner.again:,}, "
        f"twice {scanner.twice:,}; on hand {on_hand:,}: {want - on_hand} lost")
    if not scanner.taken == on_hand == want:
        fails.append(f"{want} scans, {scanner.taken} acknowledged, {on_hand} items on hand")
    pictures, copies = asyncio.run(check_pictures(stand, uploads.kept, fails))
    say(f"pictures: {len(uploads.kept)} acknowledged, told again {uploads.again}; by hash {pictures}, copies {copies}")
    if not pictures or not copies:
        fails.append("no picture was checked")


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove stock", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20000, help="requests before the drain, 1000 or more")
    parser.add_argument("--rate", type=int, default=500, help="requests a second, at most")
    parser.add_argument("--every", type=float, default=2, help="seconds between two kills, about")
    parser.add_argument("--scan-seconds", type=int, default=60, help="of 20 scans each")
    parser.add_argument("--pictures", type=int, default=48, help="uploaded meanwhile, at most")
    parser.add_argument("--data", help=argparse.SUPPRESS)
    for name in ("--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 1000:
        parser.error("--size must be at least 1000: less proves nothing")
    return options


def main():
    options = arguments()
    rng = random.Random(options.seed)
    stand = Stand(options.root, options.home, options.port)
    stand.supervisor("stop", *STOPPED)
    topics = Topics(stand.brokers, stand.base + "/registry")
    fails = []
    skus = [f"prove-{number}" for number in range(60)]
    callers = {name: stand.caller(supplier=name) for name in SUPPLIERS}
    for supplier, price in zip(SUPPLIERS, (500, 450)):
        supply(stand, callers, [(supplier, {"sku": sku, "product_listed": {
            "title": sku, "price": {"minor": price, "currency": "EUR"}}}) for sku in skus])
        supply(stand, callers, [(supplier, {"sku": sku, "stock_counted": {"units": 40}}) for sku in skus])
    partitions, deadline = {}, time.monotonic() + 60
    while not set(skus) <= set(partitions) and time.monotonic() < deadline:
        partitions = {key: partition for partition, _, _, key, _ in topics.raw("products")}
    say(f"seed {options.seed}: {len(skus)} SKUs of {len(SUPPLIERS)} suppliers, {options.size:,} requests")

    requests = Requests(stand, partitions)
    buyers = Buyers(rng, skus, requests)
    scanner = Scanner(stand, callers["prove-a"], "prove-a", options.seed + 2, 20, options.scan_seconds)
    asyncio.run(scanner.prepare())
    uploads = Uploads(stand, callers["prove-a"], skus, options.seed + 3, options.pictures)
    killed, counts = load(options, rng, stand, callers, skus, buyers, (scanner, uploads))
    stand.wait_ready(300, without=STOPPED)
    buyers.drain()
    requests.producer.flush(120)
    if requests.failed or len(requests.producer):
        fails.append(f"{requests.failed} requests were not written")
    replies = wait_replies(topics, requests)
    say(f"kill -9: {sum(killed.values())} ({', '.join(f'{name} {count}' for name, count in sorted(killed.items()))}); "
        f"{counts:,} counts under load")

    shelves = Shelves(fails, any_supplier=True)
    for partition, offset, _, _, event in topics.read("stock"):
        if isinstance(event, Exception):
            fails.append(f"stock {partition}@{offset} cannot be decoded: {event}")
        else:
            shelves.feed(partition, offset, event)
    shelves.finish()
    say("events: " + ", ".join(f"{name} {count:,}" for name, count in sorted(shelves.counts.items())))
    check_replies(replies, requests, shelves, fails)
    check_end(topics, shelves, skus, fails)
    check_warehouse(stand, topics, scanner, uploads, fails)
    for what in ("hold_granted", "hold_refused", "hold_committed", "hold_shipped", "stock_short"):
        if shelves.counts[what] == 0:
            fails.append(f"nothing was checked: no {what}")
    for program in sorted(set(PROGRAMS)):
        if killed[program] == 0:
            fails.append(f"{program} was never killed")
    for fail in fails:
        say(f"FAIL {fail}")
    say("RED" if fails else "GREEN")
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(main())

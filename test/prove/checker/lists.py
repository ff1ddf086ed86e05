"""Lists over HTTP, on a stand: `./fy prove recommend` after its engine part.

  - test sessions replayed through POST /v1/activity and GET /v1/recommendations: the lists are the library's
    (fy-recommend eval on the order that `activity` has), and so HR@20 and MRR@20, to the last digit, both ways;
  - a full answer is what checker/arrange.py makes of the raw topics: caps, what is new, collections, variants; while nobody was seen,
    every supplier has the places that are owed, and who was seen as often as is due has none of these;
  - two instances of recommend: the same bytes wherever they had read as far; recounts at the place a list names;
  - a visitor nobody knows, a product nobody knows: the first time it is shown; A/B: counts by variant recounted;
  - sold out: absent from every answer of two instances of api, a second after the sale was acknowledged.
"""
import asyncio
import collections
import json
import multiprocessing
import os
import random
import re
import socket
import subprocess
import time
import urllib.request

from checker import arrange
from checker.exposure import PLACES, Recount, answered
from checker.http import Connection, each
from checker.knn import Index
from checker.topics import Topics

JSON = ("Content-Type", "application/json")
SUPPLIERS = 6
CATEGORIES = ("home/kitchen", "home/textiles", "garden", "outdoors", None)
LIMIT = 20


def say(words):
    print(words, flush=True)


def sku_of(number):
    return f"n{number:08d}"   # As bytes in the order of numbers, as ties in files are.


def supplier_of(number):
    return f"s{number % SUPPLIERS}"


def category_of(number):
    return CATEGORIES[number // SUPPLIERS % len(CATEGORIES)]


class Lists:
    def __init__(self, stand, seed, train, examples, fails):
        self.stand, self.rng, self.fails = stand, random.Random(seed), fails
        self.train, self.examples = train, examples
        self.topics = Topics(stand.brokers, stand.base + "/registry")
        self.cookies, self.places = {}, {}
        self.sessions = 0

    def fail(self, words):
        if len(self.fails) < 12:
            self.fails.append(words)

    # --- Asking ------------------------------------------------------------------------------

    async def post(self, connection, events, visitor=None, headers=()):
        self.sessions += 1
        session = f"{self.rng.getrandbits(128):032x}"
        body = [{"session": session, "n": n, **event} for n, event in enumerate(events)]
        for part in range(0, len(body), 100):
            extra = [("Cookie", f"fy_visitor={self.cookies[visitor]}")] if visitor else []
            for _ in range(100):
                answer = await connection.request("POST", "/v1/activity", [JSON, *headers, *extra],
                                                  json.dumps(body[part:part + 100]).encode())
                if answer.status != 503:
                    break
                await asyncio.sleep(0.2)
            if answer.status != 202:
                raise RuntimeError(f"POST /v1/activity: {answer.status} {answer.body[:300]}")
            if visitor is None:
                cookie = answer.headers["set-cookie"].split(";")[0].split("=", 1)[1]
                visitor = cookie.split(".")[0]
                self.cookies[visitor] = cookie
            self.places[visitor] = answer.headers["fy-position"]
        return visitor

    async def get(self, connection, query, visitor=None, after=True, more=""):
        headers = []
        if visitor:
            headers = [("Cookie", f"fy_visitor={self.cookies[visitor]}{more}")]
            if after and visitor in self.places:
                headers += [("Prefer", "wait=20"), ("Fy-After", self.places[visitor])]
        for _ in range(200):
            answer = await connection.request("GET", f"/v1/recommendations?{query}", headers)
            if answer.status == 200:
                return answer.json()
            if answer.status not in (202, 502, 503):
                raise RuntimeError(f"GET /v1/recommendations: {answer.status} {answer.body[:300]}")
            await asyncio.sleep(0.1)
        raise RuntimeError("GET /v1/recommendations: never included what was written")

    async def each(self, jobs, work, width=32):
        await each("127.0.0.1", self.stand.port, jobs, work, width)

    # --- A shop ------------------------------------------------------------------------------

    async def list_products(self, numbers, units=1000):
        callers = {f"s{i}": self.stand.caller(supplier=f"s{i}") for i in range(SUPPLIERS)}
        parts, last = [], {}
        for supplier in callers:
            own = [n for n in numbers if supplier_of(n) == supplier]
            parts += [(supplier, own[i:i + 100]) for i in range(0, len(own), 100)]

        async def work(connection, job):
            supplier, part = job
            facts = []
            for number in part:
                listed = {"title": f"Item {number}", "price": {"minor": 100, "currency": "EUR"}}
                if category_of(number):
                    listed["category"] = category_of(number)
                facts += [{"sku": sku_of(number), "product_listed": listed},
                          {"sku": sku_of(number), "stock_counted": {"units": units}}]
            answer = await connection.request("POST", "/v1/supply", [
                JSON, callers[supplier], ("Idempotency-Key", f"list-{supplier}-{part[0]}-{units}")],
                json.dumps(facts).encode())
            if answer.status != 202:
                raise RuntimeError(f"POST /v1/supply: {answer.status} {answer.body[:300]}")
            last[part[-1]] = answer.headers["fy-position"]

        async def visible(connection, number):
            for _ in range(300):
                answer = await connection.request("GET", f"/v1/products/{sku_of(number)}", [
                    ("Fy-After", last[number]), ("Prefer", "wait=10")])
                if answer.status == 200 and answer.json()["available_units"] == units:
                    return
                await asyncio.sleep(0.1)
            raise RuntimeError(f"product {number} did not become visible: {answer.status} {answer.body[:300]}")

        await self.each(parts, work, 8)
        await self.each(list(last), visible, 8)
        self.callers = callers

    async def collect(self, numbers):
        """Collections of what is often looked at together, and of anything."""
        head = self.stand.caller("operator")
        whole = []
        for i in range(30):
            some = list(dict.fromkeys(self.rng.choice(self.train))) if i % 2 else self.rng.sample(numbers, 12)
            whole.append({"collection": f"c{i:02d}", "title": f"Collection {i}", "skus": [sku_of(n) for n in some]})
        connection = Connection("127.0.0.1", self.stand.port)
        answer = await connection.request("POST", "/v1/collections", [JSON, head, ("Idempotency-Key", "collections")],
                                          json.dumps(whole).encode())
        if answer.status != 202:
            raise RuntimeError(f"POST /v1/collections: {answer.status} {answer.body[:300]}")
        connection.close()

    # --- The lists are the library's ---------------------------------------------------------

    async def replay(self):
        async def work(connection, clicks):
            await self.post(connection, [{"item_viewed": {"sku": sku_of(n)}} for n in clicks])
        await self.each(self.train, work)

        async def caught_up(connection, visitor):
            await self.get(connection, "limit=1", visitor)
        newest = {place.rsplit("-", 2)[1]: visitor for visitor, place in sorted(
            self.places.items(), key=lambda x: int(x[1].rsplit("-", 1)[1]))}
        await self.each(newest.values(), caught_up, 4)

    async def ask(self):
        self.answers = {}

        async def work(connection, job):
            number, clicks = job
            visitor = await self.post(connection, [{"item_viewed": {"sku": sku_of(n)}} for n in clicks[:-1]],
                                      headers=[("Sec-GPC", "1")])
            keep = await self.get(connection, f"limit={LIMIT}&keep_current=1&plain=1", visitor)
            drop = await self.get(connection, f"limit={LIMIT}&plain=1", visitor)
            self.answers[number] = (visitor, keep, drop)
        await self.each(enumerate(self.examples), work)

    def sessions_of_topic(self):
        """Sessions that may be learnt from, in the order of their last view, as item numbers."""
        index = Index()
        for partition, offset, append_ms, key, value in self.topics.read("activity"):
            index.feed(partition, offset, append_ms, key, value)
        self.index = index
        return [[int(sku[1:]) for sku in one.clicks] for one in sorted(index.sessions, key=lambda s: s.order)]

    def library(self, sessions, keep):
        folder = os.path.join(self.stand.home, "lists")
        os.makedirs(folder, exist_ok=True)
        for name, rows in (("train.sessions", sessions), ("test.examples", self.examples)):
            with open(f"{folder}/{name}", "w", encoding="ascii") as file:
                file.writelines(" ".join(map(str, row)) + "\n" for row in rows)
        done = subprocess.run([os.path.join(self.stand.root, "build/release/bin/fy-recommend"), "eval", "--train",
                               f"{folder}/train.sessions", "--test", f"{folder}/test.examples", "--predictions",
                               f"{folder}/out", *(["--keep-current"] if keep else [])],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"fy-recommend eval: {done.stdout}")
        lists = [list(map(int, line.rstrip("\n").split("\t")[-1].split())) for line in open(f"{folder}/out")
                 if not line.startswith("#")]
        return lists[-len(self.examples):]

    @staticmethod
    def score(lists, examples):
        hits, reciprocal = 0, 0.0
        for shown, clicks in zip(lists, examples):
            if clicks[-1] in shown[:LIMIT]:
                hits += 1
                reciprocal += 1 / (shown.index(clicks[-1]) + 1)
        return hits / len(examples), reciprocal / len(examples)

    def compare_library(self):
        sessions = self.sessions_of_topic()
        for keep, at in ((True, 1), (False, 2)):
            want = self.library(sessions, keep)
            got = [[int(item["sku"][1:]) for item in self.answers[n][at]["items"]] for n in range(len(self.examples))]
            same = sum(a == b for a, b in zip(want, got))
            ours, theirs = self.score(got, self.examples), self.score(want, self.examples)
            say(f"library, current item {'kept' if keep else 'dropped'}: {same:,} of {len(want):,} lists alike; HR@20 "
                f"{ours[0]!r} MRR@20 {ours[1]!r} over HTTP, {theirs[0]!r} {theirs[1]!r} of the library")
            if same < len(want) or ours != theirs:
                different = next(i for i, (a, b) in enumerate(zip(want, got)) if a != b)
                self.fail(f"lists differ from the library's: {self.examples[different]}: want {want[different][:6]} got {got[different][:6]}")
            if ours[0] == 0:
                self.fail("no list names what came next: nothing was proven")

    # --- What is shown of them ---------------------------------------------------------------

    async def compare_shown(self):
        """Quiet now, so the newest records are those that answers are made of."""
        chosen = self.rng.sample(range(len(self.examples)), min(400, len(self.examples)))
        latest, got = {}, {}

        async def work(connection, number):
            got[number] = await self.get(connection, f"limit={LIMIT}", self.answers[number][0])
        for _ in range(5):   # What is new may still be on its way.
            await self.each(chosen, work, 16)
            before = latest.get("new"), latest.get("popular")
            latest = self.newest_lists()
            if before == (latest.get("new"), latest.get("popular")):
                break
        number_of = lambda sku: int(sku[1:])
        product = lambda sku: (supplier_of(number_of(sku)), category_of(number_of(sku)))
        same = explored = collected = minimum = 0
        plain, full, control, compared = [], [], [], []
        for number in chosen:
            visitor = self.answers[number][0]
            want = arrange.answer(visitor, latest.get(visitor), latest.get("popular"), latest.get("new"), LIMIT,
                                  lambda sku: True, product)
            entries = self.entries_of(got[number])
            well = self.kept_well(visitor, latest, got[number], product)
            if any(e.get("minimum") or e.get("backfill") for e in got[number]["items"]):
                minimum += well
                continue
            same += want == entries
            if want != entries:
                at = next((i for i, (a, b) in enumerate(zip(want, entries)) if a != b), min(len(want), len(entries)))
                self.fail(f"answer of {visitor} ({got[number]['variant']}), {len(want)} {len(entries)}, from {at}: want {want[at:at + 3]} got {entries[at:at + 3]}")
            if got[number]["variant"] != arrange.variant(visitor)[0]:
                self.fail(f"variant of {visitor}: {got[number]['variant']}")
            explored += any(e.get("exploration") for e in got[number]["items"])
            collected += any(e["kind"] == "collection" for e in got[number]["items"])
            compared.append(number)
            plain.append([number_of(item["sku"]) for item in self.answers[number][2]["items"]])
            full.append([number_of(e["sku"]) for e in got[number]["items"] if e["kind"] == "item"])
            control.append([number_of(s) for s in arrange.capped(
                [item["sku"] for item in latest[visitor]["items"] if item["sku"] != latest[visitor]["current_sku"]], LIMIT, product)])
        examples = [self.examples[n] for n in compared]
        mrr = [self.score(lists, examples)[1] for lists in (plain, control, full)]
        say(f"shown: {same:,} of {len(full):,} answers as the raw topics say, {minimum:,} more with a place for a supplier below the minimum; {explored:,} with something new, {collected:,} with a "
            f"collection; MRR@20 {mrr[0]:.4f} ranked, {mrr[1]:.4f} capped, {mrr[2]:.4f} with what is new too")
        if explored == 0 or collected == 0:
            self.fail("no answer had something new, or none a collection: nothing was proven")

    @staticmethod
    def entries_of(list_):
        return [(e["kind"], e["sku"] if e["kind"] == "item" else e["collection"], e["share_ppm"]) for e in list_["items"]]

    def kept_well(self, visitor, latest, list_, product):
        """Nobody has said yet that they saw a list: all suppliers are below the minimum, and have the places that they are owed."""
        why = arrange.with_kept(visitor, latest.get(visitor), latest.get("popular"), latest.get("new"), LIMIT, lambda sku: True, product,
                                self.entries_of(list_), [e["sku"] for e in list_["items"] if e.get("minimum")],
                                [e["sku"] for e in list_["items"] if e.get("backfill")])
        if why is not None:
            self.fail(f"answer of {visitor} with places for the minimum: {why}: {self.entries_of(list_)}"[:600])
        return why is None

    def newest_lists(self):
        """Of each key the list that knows most: docs/decisions/0067-many-that-write-one-list.md."""
        newest = {}
        for _, _, _, key, value in self.topics.read("recommendations"):
            knows = [sum(p["offset"] + 1 for p in value[name]) for name in ("as_of", "index_seen")]
            if key not in newest or knows >= newest[key][0]:
                newest[key] = (knows, value)
        return {key: value for key, (_, value) in newest.items()}

    # --- The same bytes ----------------------------------------------------------------------

    def same_bytes(self):
        by_place, pairs, different, values = {}, 0, 0, []
        for _, _, _, key, raw in self.topics.raw("recommendations"):
            value = self.topics.decode(raw)
            if key == "new":
                continue   # Of offers and stock, whose places it does not name.
            place = (key, json.dumps(value["as_of"]), json.dumps(value["index_seen"]))
            if place in by_place:
                pairs += 1
                different += by_place[place] != raw
                if by_place[place] != raw:
                    a, b = self.topics.decode(by_place[place]), value
                    self.fail(f"{key} twice at one place: {[(n, a[n], b[n]) for n in a if a[n] != b[n]]}"[:600])
            by_place[place] = raw
            if len(key) == 32:
                values.append(value)
        say(f"two instances: {len(by_place):,} lists, {pairs:,} of them told twice, {different:,} of these in other bytes")
        if different or pairs == 0:
            self.fail("instances differ, or never said the same thing twice")
        self.at_their_places(self.rng.sample(values, min(12, len(values))))

    def at_their_places(self, values):
        """Each list is what the plain recommender says of activity up to where the list says that it had read."""
        records, same = list(self.topics.read("activity")), 0
        for value in values:
            seen = {p["partition"]: p["offset"] for p in value["index_seen"] if p["topic"] == "activity"}
            index = Index()
            for partition, offset, append_ms, key, event in records:
                if offset <= seen.get(partition, -1):
                    index.feed(partition, offset, append_ms, key, event)
            index.close()
            want = [(item, score, share, because, count) for item, score, share, because, count in index.rows(value["visitor"])]
            got = [(i["sku"], i["score"], i["share_ppm"], i["because_sku"], i["sessions"]) for i in value["items"]]
            same += want == got
            if want != got:
                self.fail(f"list of {value['visitor']} at its place: want {want[:2]} got {got[:2]}")
        say(f"fed again up to the place they name: {same} of {len(values)} lists alike, to the score")

    # --- Whoever and whatever is new ---------------------------------------------------------

    async def cold(self):
        connection = Connection("127.0.0.1", self.stand.port)
        took = []
        for _ in range(50):
            began = time.monotonic()
            answer = await connection.request("GET", f"/v1/recommendations?limit={LIMIT}")
            took.append((time.monotonic() - began) * 1000)
            list_ = answer.json()
            items = [e for e in list_["items"] if e["kind"] == "item"]
            filled = [at for at, e in enumerate(items) if e.get("backfill")]
            if len({e["sku"] for e in items}) != LIMIT or list_["personal"] or filled not in ([], [arrange.KEPT_TO - 1]) or any(
                    not e.get("backfill") and e["reason"]["text"] != "popular now" for e in items):
                self.fail(f"a visitor nobody knows: {answer.body[:300]}")
        off = await self.get(connection, "limit=5", self.answers[0][0], more="; fy_personal=off")
        if off["personal"] or any(e["reason"]["text"] == "because you viewed it before" for e in off["items"]):
            self.fail("personalisation is off, and the list is personal")
        explorers = [v for v, _, _ in self.answers.values() if arrange.variant(v)[1]]
        seconds = []
        for i in range(5):
            number = 90000000 + i
            callers, supplier = self.callers, supplier_of(number)
            facts = [{"sku": sku_of(number), "product_listed": {"title": "New", "price": {"minor": 1, "currency": "EUR"}}},
                     {"sku": sku_of(number), "stock_counted": {"units": 5}}]
            answer = await connection.request("POST", "/v1/supply", [JSON, callers[supplier], ("Idempotency-Key", f"new{i}")],
                                              json.dumps(facts).encode())
            began, shown = time.monotonic(), False
            while not shown and time.monotonic() - began < 30:
                list_ = await self.get(connection, f"limit={LIMIT}", self.rng.choice(explorers), after=False)
                shown = any(e.get("exploration") and e["sku"] == sku_of(number) for e in list_["items"])
            seconds.append(time.monotonic() - began if shown else 99)
        connection.close()
        took.sort()
        say(f"a visitor nobody knows: 50 answers, the middle one took {took[25]:.1f} ms; a product nobody knows was shown "
            f"{', '.join(f'{s:.2f}' for s in seconds)} s after it was listed")
        if max(seconds) > 1:
            self.fail("a new product was not shown within a second")

    async def variants(self):
        """Visitors see and choose; fy-recommend's counts are the recount of the topic."""
        async def work(connection, number):
            visitor = self.answers[number][0]
            list_ = await self.get(connection, "limit=8", visitor)
            items = [e for e in list_["items"] if e["kind"] == "item"]
            events = [{"recommendation_shown": {"list_id": list_["list_id"], "skus": [e["sku"] for e in items],
                                                "credits": [e["credit"] for e in items]}}]
            if number % 3 == 0:
                events.append({"recommendation_clicked": {"list_id": list_["list_id"], "sku": items[1]["sku"], "rank": 2,
                                                          "credit": items[1]["credit"]}})
            await self.post(connection, events, visitor, headers=[("Sec-GPC", "1")] if number % 5 == 0 else [])
            await self.get(connection, "limit=1", visitor)
        await self.each(range(min(200, len(self.examples))), work, 16)
        want, met = collections.Counter(), set()
        for _, _, _, visitor, value in self.topics.read("activity"):
            name = (visitor, value["session"], value["n"])
            if not value["learn"] or name in met:
                continue
            met.add(name)
            if value["recommendation_shown"]:
                want["seen", arrange.variant(visitor)[0]] += len(value["recommendation_shown"]["skus"])
            if value["recommendation_clicked"]:
                want["chosen", arrange.variant(visitor)[0]] += 1
        got = collections.Counter()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.stand.port + 23}/metrics", timeout=10) as answer:
            for kind, name, count in re.findall(r'fy_recommend_items_(\w+)\{variant="(\w+)"\} (\d+)', answer.read().decode()):
                if int(count):
                    got[kind, name] = int(count)
        say("variants: " + ", ".join(f"{name} {kind} {count:,}" for (kind, name), count in sorted(want.items())) +
            (", as fy-recommend counts" if want == got else f"; but fy-recommend counts {dict(got)}"))
        if want != got or len(want) < 3:
            self.fail("counts by variant differ, or there were hardly any")

    async def who_was_seen(self):
        """All were seen, some often: a place for the minimum is for whoever was not seen as often as is due in an hour, by a recount."""
        recount = Recount()
        for partition, _, append_ms, visitor, value in self.topics.read("activity"):
            recount.activity(partition, append_ms, visitor, value)
        today, seen = time.strftime("%Y-%m-%d", time.gmtime()), collections.Counter()
        for (supplier, _, sku), counter in recount.counts.items():
            if sku is None:
                seen[supplier] += sum(counter[place] for place in PLACES.values())
        connection, deadline = Connection("127.0.0.1", self.stand.port), time.monotonic() + 30
        for supplier, caller in self.callers.items():
            while True:
                told = (await connection.request("GET", f"/v1/suppliers/{supplier}/exposure", [caller])).json()
                counts = [answered(entry) for entry in told["days"] if entry["day"] == today]
                if sum(sum(one[place] for place in PLACES.values()) for one in counts) == seen[supplier] or time.monotonic() > deadline:
                    break
                await asyncio.sleep(.2)
        connection.close()
        await asyncio.sleep(1.2)   # The API looks at a supplier's counts once a second.
        places, wrong = [0, 0], []
        due = min(50, int(50 * (time.time() % 86400 + 3660) // 86400))

        async def work(connection, number):
            for limit in (8, LIMIT):
                list_ = await self.get(connection, f"limit={limit}", self.answers[number][0])
                places[0] += 1
                for item in list_["items"]:
                    if item.get("minimum") or item.get("backfill"):
                        places[1] += 1
                        supplier = supplier_of(int(item["sku"][1:]))
                        if seen[supplier] >= due:
                            wrong.append(f"{item['sku']} of {supplier}")
        await self.each(range(min(200, len(self.examples))), work, 16)
        say(f"suppliers were seen {min(seen.values()):,} to {max(seen.values()):,} times, {due} are due: of {places[0]:,} lists {places[1]:,} places for "
            f"the minimum, {len(wrong)} of them for who had it")
        if wrong or max(seen.values()) < due:
            self.fail(f"places for the minimum went to who had it: {wrong[:3]}, or nobody had it")

    # --- Sold out ----------------------------------------------------------------------------

    async def sold_out(self, answers, within_s):
        skus = sorted({e["sku"] for _, _, drop in self.answers.values() for e in drop["items"][:5]})
        skus = self.rng.sample(skus, min(40, len(skus)))
        sold = multiprocessing.Array("d", len(skus), lock=False)
        counts = multiprocessing.Array("q", 2 * 4, lock=False)
        over = multiprocessing.Array("b", 1, lock=False)   # The last sale is long enough ago.
        named = multiprocessing.Array("d", 2 * len(skus), lock=False)   # When an answer that named it was asked for last, after its sale.
        cookies = [self.cookies[v] for v, _, _ in self.answers.values()]
        readers = [multiprocessing.Process(target=read_lists, args=(
            within_s, self.stand.port + 12 + 25 * (i % 2), cookies, skus, sold, named, counts, over, i, answers // 2)) for i in range(2)]
        began = time.monotonic()
        for reader in readers:
            reader.start()
        connection, sales = Connection("127.0.0.1", self.stand.port), 0
        while any(reader.is_alive() for reader in readers):
            done, total = counts[0] + counts[4], max(1, answers)
            if sales < len(skus) and done >= sales * total * 0.8 / len(skus):
                supplier = supplier_of(int(skus[sales][1:]))
                answer = await connection.request("PUT", f"/v1/products/{skus[sales]}/count", [
                    JSON, self.callers[supplier], ("Idempotency-Key", f"sold-{skus[sales]}")], b'{"units":0}')
                if answer.status != 202:
                    raise RuntimeError(f"a sale: {answer.status} {answer.body[:300]}")
                sold[sales] = time.monotonic()
                sales += 1
            over[0] = sales == len(skus) and time.monotonic() > sold[sales - 1] + within_s + 2
            await asyncio.sleep(0.01)
        connection.close()
        total, late, held, checked = (counts[i] + counts[4 + i] for i in range(4))
        say(f"sold out: {total:,} answers of two instances of api in {time.monotonic() - began:.0f} s, {sales} sales in between; {held:,} answers named one before "
            f"it was sold, {checked:,} were given {within_s:g} s or more after a sale, {late:,} of these named what was sold out")
        if late or not held or not checked or sales < len(skus) or total < answers // 2 * 2:
            self.fail("something sold out was shown, or too little was asked")
        self.say_stages(skus, sold, named)

    def say_stages(self, skus, sold, named):
        """Where the time went from the 202 of a sale to the last answer that named it: to `stock-levels`, and from there."""
        clock = time.time() - time.monotonic()
        written = {}
        for _, _, append_ms, key, value in self.topics.read("stock-levels"):
            if value is not None and value["available_units"] <= 0:
                written[key] = append_ms / 1000 - clock
        before = sorted(1000 * (written[sku] - sold[i]) for i, sku in enumerate(skus) if sold[i] > 0 and sku in written)
        after = sorted(1000 * max(0, max(named[i], named[len(skus) + i]) - written[sku])
                       for i, sku in enumerate(skus) if sold[i] > 0 and sku in written)
        for name, times in (("from the 202 to stock-levels", before), ("from there to the last answer that named it", after)):
            if times:
                say(f"  {name}: median {times[len(times) // 2]:.0f} ms, most {times[-1]:.0f} ms, of {len(times)}")


def read_lists(within_s, port, cookies, skus, sold, named, counts, over, number, most):
    """A process of its own: one keep-alive connection to one instance, as fast as it goes."""
    rng, places = random.Random(number), {sku.encode(): i for i, sku in enumerate(skus)}
    connection = socket.create_connection(("127.0.0.1", port))
    find, buffer = re.compile(rb'"sku":"([^"]+)"').findall, b""
    while counts[4 * number] < most or not over[0]:
        cookie = rng.choice(cookies)
        asked = time.monotonic()
        connection.sendall(f"GET /v1/recommendations?limit=50 HTTP/1.1\r\nHost: a\r\nCookie: fy_visitor={cookie}\r\n\r\n".encode())
        while b"\r\n\r\n" not in buffer:
            buffer += connection.recv(1 << 16)
        head, buffer = buffer.split(b"\r\n\r\n", 1)
        size = int(re.search(rb"Content-Length: (\d+)", head).group(1))
        while len(buffer) < size:
            buffer += connection.recv(1 << 16)
        body, buffer = buffer[:size], buffer[size:]
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head[:200])
        counts[4 * number] += 1
        counts[4 * number + 3] += any(0 < when < asked - within_s for when in sold)
        met = [(places[sku], sold[places[sku]]) for sku in find(body) if sku in places]
        counts[4 * number + 2] += any(when == 0 for _, when in met)
        counts[4 * number + 1] += any(0 < when < asked - within_s for _, when in met)
        for place, when in met:
            if 0 < when < asked:
                named[number * len(skus) + place] = asked


async def prove(stand, seed, train, examples, answers, within_s, fails):
    lists = Lists(stand, seed, train, examples, fails)
    numbers = sorted({n for row in train + examples for n in row})
    await lists.list_products(numbers)
    say(f"a shop of {len(numbers):,} products of {SUPPLIERS} suppliers; {len(train):,} sessions, {len(examples):,} examples")
    await lists.collect(numbers)
    await lists.replay()
    await lists.ask()
    lists.compare_library()
    await lists.compare_shown()
    lists.same_bytes()
    await lists.cold()
    await lists.variants()
    await lists.who_was_seen()
    await lists.sold_out(answers, within_s)

"""prove exposure: every look counts once, for whose it was; whoever is forgotten was never there.

Over HTTP alone: suppliers list products; visitors open pages, read their lists, say what of them they saw and chose
(some say it twice, some claim credits that no list gave them; one is a robot), fill carts, and some order, while `exposure` is killed
with kill -9 and once loses its rows; then some of them, guests with a contact, ask to be forgotten, come back, and say
once more what they had said. Checks:

  - the topic `exposure`, added up, is a plain Python recount of raw `activity` and `orders`, count by count;
  - so are the API's answers, by day and by product; and nobody sees another supplier's;
  - credits that are not ours, or another visitor's, or another product's, are refused, each of them;
  - every supplier with something in stock is seen as often as is due by now, once enough lists were looked at, however
    far they are from what those visitors like; and nobody has a place for the minimum who has been seen so often;
  - of each forgotten visitor there is a visitor_forgotten, their history and list are gone, also after a kill -9 of
    `recommend`, and the lists of others are those of a plain recommender that never knew them;
  - a supplier who asks who is interested learns counts, and no visitor's id; an operator, ids of nobody forgotten.
"""
import argparse
import asyncio
import collections
import json
import random
import sys
import time

from checker.arrange import variant
from checker.buyers import Attempt, Buyers
from checker.exposure import Recount, added_up, answered, same
from checker.http import Connection, each
from checker.knn import Index
from checker.stand import Stand
from checker.topics import Topics
from first_click import JSON, Client, say

SUPPLIERS, PRODUCTS, PRICE = 12, 10, 500
BUYS_EACH = 10   # Visitors; so that the smallest size has an order of each kind of card.
METHODS = ("pm_card_visa", "pm_card_chargeDeclined", "pm_card_visa", "pm_card_visa", "pm_card_visa")
NOBODYS = f"s{SUPPLIERS}"   # What they have nobody looks at; there from when all others have been.


class Onlookers(Client):
    """Visitors who look at lists, and say so."""

    def __init__(self, stand, seed, skus):
        super().__init__(stand, seed)
        self.skus, self.refused_credits, self.claimed, self.events = skus, 0, 0, 0
        self.numbers, self.said = {}, {}
        self.strangers_credit = None
        self.bought, self.buyers = {}, None   # Visitor -> what became of their order.

    async def say_it(self, connection, visitor, event, expect=202):
        session, n = self.numbers.setdefault(visitor, [self.session(), 0])
        self.numbers[visitor][1] += 1
        body = json.dumps(dict(event, session=session, n=n)).encode()
        if expect == 202 and "item_viewed" not in event:
            self.said.setdefault(visitor, []).append(body)
        await self.send(connection, visitor, body, expect, 1 + (expect == 202 and self.rng.random() < .1))

    async def send(self, connection, visitor, body, expect=202, twice=1):
        heads = [JSON, ("Cookie", f"fy_visitor={self.cookies[visitor]}")]
        for _ in range(twice):  # Some send again what was written already.
            while True:
                answer = await connection.request("POST", "/v1/activity", heads, body)
                if answer.status != 503:
                    break
                await asyncio.sleep(.2)
            if answer.status != expect:
                raise RuntimeError(f"POST /v1/activity {body}: {answer.status} {answer.body[:300]}")
        if expect == 202:
            self.places[visitor] = answer.headers["fy-position"]
            self.events += twice

    async def see(self, connection, visitor, most):
        """The list of a page, the first `most` of which are seen. (its id, all items, what was said)"""
        answer = await self.read(connection, "/v1/recommendations?limit=20", visitor)
        items = [entry for entry in answer["items"] if entry["kind"] == "item"]
        shown = {"list_id": answer["list_id"], "skus": [item["sku"] for item in items[:most]],
                 "credits": [item["credit"] for item in items[:most]]}
        if items:
            await self.say_it(connection, visitor, {"recommendation_shown": shown})
        return answer, items, shown

    async def look(self, connection, visitor):
        """A page, the list on it, what of it was seen and chosen."""
        rng, most = self.rng, self.rng.randint(1, 20)
        answer, items, shown = await self.see(connection, visitor, most)
        seen = items[:most]
        if not seen:
            return
        if rng.random() < .3:  # Scrolled back.
            await self.say_it(connection, visitor, {"recommendation_shown": shown})
        if rng.random() < .5:
            at = rng.randrange(len(seen))
            await self.say_it(connection, visitor, {"recommendation_clicked": {
                "list_id": answer["list_id"], "sku": seen[at]["sku"], "rank": at + 1, "credit": seen[at]["credit"]}})
        if rng.random() < .3:
            await self.claim(connection, visitor, shown)
        if rng.random() < .3:
            for units in rng.choice(([1], [1, 2], [1, 0, 3])):
                await self.say_it(connection, visitor, {"cart_item_set": {"sku": seen[0]["sku"], "units": units}})

    async def claim(self, connection, visitor, shown):
        """What no list gave them."""
        credit = shown["credits"][0]
        other = next(sku for sku in self.skus if sku not in shown["skus"])
        lies = [{"list_id": shown["list_id"], "skus": [other], "credits": [credit]},
                {"list_id": shown["list_id"], "skus": shown["skus"][:1], "credits": ["m"]},
                {"list_id": shown["list_id"], "skus": shown["skus"][:1], "credits": ["m" + credit[1:] if credit[0] != "m"
                                                                                     else "e" + credit[1:]]}]
        if self.strangers_credit is not None and self.strangers_credit[0] != visitor:
            lies.append(self.strangers_credit[1])
        self.strangers_credit = (visitor, {key: value[:1] if key != "list_id" else value for key, value in shown.items()})
        for lie in lies:
            self.claimed += 1
            await self.say_it(connection, visitor, {"recommendation_shown": lie}, expect=422)
            self.refused_credits += 1


async def list_all(client, callers, suppliers):
    """Products of each supplier."""
    async def work(connection, job):
        supplier, sku = job
        facts = [{"sku": sku, "product_listed": {"title": f"Item {sku}", "price": {"minor": PRICE, "currency": "EUR"}}},
                 {"sku": sku, "stock_counted": {"units": 1000}}]
        answer = await connection.request("POST", "/v1/supply", [JSON, callers[supplier], (
            "Idempotency-Key", f"{supplier}-{sku}")], json.dumps(facts).encode())
        if answer.status != 202:
            raise RuntimeError(f"POST /v1/supply: {answer.status} {answer.body[:300]}")
        for _ in range(60):
            there = await connection.request("GET", f"/v1/products/{sku}", [
                ("Fy-After", answer.headers["fy-position"]), ("Prefer", "wait=10")])
            if there.status == 200:
                return
            await asyncio.sleep(.2)
        raise RuntimeError(f"product {sku} did not become visible")

    jobs = [(supplier, f"{supplier}-{j}") for supplier in suppliers for j in range(PRODUCTS)]
    await each("127.0.0.1", client.stand.port, jobs, work, 4, None)
    return [sku for _, sku in jobs]


async def trouble(stand, rng, done, size, log):
    loop = asyncio.get_running_loop()
    for at, what in zip(sorted(rng.uniform(.1, .9) for _ in range(4)), ("kill", "kill", "wipe", "kill")):
        while done[0] < at * size:
            await asyncio.sleep(.05)
        pid = await loop.run_in_executor(None, stand.kill if what == "kill" else stand.kill_and_wipe, "exposure")
        await loop.run_in_executor(None, stand.wait_pid, "exposure", pid)
        log.append(what)
        say(f"  kill -9 exposure{' and its rows wiped' if what == 'wipe' else ''}, after {done[0]:,} visitors")


async def buy(client, connection, number, visitor):
    """A guest, of several suppliers at once; some cards are declined."""
    lines = [(sku, client.rng.randint(1, 3)) for sku in client.rng.sample(client.skus, client.rng.randint(1, 3))]
    attempt = Attempt(number, lines, sum(units for _, units in lines) * PRICE,
                      METHODS[number // BUYS_EACH % len(METHODS)])
    client.bought[visitor] = await client.buyers.place(connection, ("Cookie", f"fy_visitor={client.cookies[visitor]}"), attempt)


async def visit(client, size):
    """Each: some pages near a theme, lists looked at in between."""
    done, log, rng = [0], [], client.rng
    killer = asyncio.ensure_future(trouble(client.stand, random.Random(client.rng.random()), done, size, log))

    async def work(connection, number):
        first = int(rng.paretovariate(.7)) % len(client.skus)
        visitor = await client.shop(connection, [client.skus[first]], ())
        for _ in range(rng.randint(1, 4)):
            near = client.skus[(first + rng.choice((-11, -1, 1, 2, 10))) % len(client.skus)]
            await client.say_it(connection, visitor, {"item_viewed": {"sku": near}})
            await client.look(connection, visitor)
        if number % BUYS_EACH == 0:
            await buy(client, connection, number, visitor)
        done[0] += 1

    await each("127.0.0.1", client.stand.port, range(size), work, 8,
               lambda count: say(f"  {count:,} of {size:,} visitors"))
    done[0] = size
    await asyncio.wait_for(killer, 300)
    return log


async def robot(client):
    """Looks at more than a day's counts."""
    connection = Connection("127.0.0.1", client.stand.port)
    await client.shop(connection, [client.rng.choice(client.skus) for _ in range(1100)], [("Sec-GPC", "1")])
    connection.close()


async def come_back(client, topics, visitors, seconds=60):
    """Once their forgetting is written down they say what they said before, word for word: to us they are new."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        said = {key for _, _, _, key, value in topics.read("activity") if value.get("visitor_forgotten") is not None}
        if said >= set(visitors):
            break
        await asyncio.sleep(.5)
    again = [0]

    async def work(connection, visitor):
        for body in client.said.get(visitor, ()):
            await client.send(connection, visitor, body)
            again[0] += 1

    await each("127.0.0.1", client.stand.port, visitors, work, 4, None)
    return again[0]


async def be_forgotten(client, visitors):
    async def work(connection, visitor):
        heads = [JSON, ("Cookie", f"fy_visitor={client.cookies[visitor]}")]
        body = json.dumps({"email": f"{visitor}@example.com", "full_name": "Anne Example"}).encode()
        answer = await connection.request("PUT", "/v1/me/contact", heads + [("Prefer", "wait=20")], body)
        if answer.status not in (200, 201, 202):
            raise RuntimeError(f"PUT /v1/me/contact: {answer.status} {answer.body[:300]}")
        for _ in range(100):  # Until the edge knows the guest.
            answer = await connection.request("DELETE", "/v1/me/contact", heads[1:] + [("Prefer", "wait=20")])
            if answer.status in (200, 202, 204):
                return
            await asyncio.sleep(.2)
        raise RuntimeError(f"DELETE /v1/me/contact: {answer.status} {answer.body[:300]}")

    await each("127.0.0.1", client.stand.port, visitors, work, 4, None)


def read_topics(topics, stand, forgotten, seconds=120):
    """Raw topics, once everybody's forgetting is written down and `exposure` has told of all of it."""
    deadline = time.monotonic() + seconds
    while True:
        recount, index, said, latest = Recount(), Index(), set(), {}
        for partition, offset, append_ms, key, value in topics.read("activity"):
            recount.activity(partition, append_ms, key, value)
            index.feed(partition, offset, append_ms, key, value)
            if value.get("visitor_forgotten") is not None:
                said.add(key)
        for partition, _, append_ms, key, value in topics.read("orders"):
            recount.order(partition, append_ms, key, value)
        latest = added_up(topics.latest("exposure"))
        left = [key for key in set(recount.counts) | set(latest)
                if not same(recount.counts.get(key, {}), latest.get(key, {}))]
        if (not left and said >= set(forgotten)) or time.monotonic() > deadline:
            return recount, index, said, latest, left
        time.sleep(1)


async def check_api(client, callers, counts, fails):
    compared = [0]

    async def work(connection, supplier):
        heads = [callers[supplier]]
        days = sorted({day for who, day, _ in counts if who == supplier})
        skus = sorted({sku for who, _, sku in counts if who == supplier and sku is not None})
        path = f"/v1/suppliers/{supplier}/exposure"
        answer = (await connection.request("GET", path, heads)).json()
        if [entry["day"] for entry in answer["days"]] != [time.strftime("%Y-%m-%d", time.gmtime(day * 86400)) for day in days]:
            fails.append(f"{path}: days {answer['days']}, not {days}")
        for entry, day in zip(answer["days"], days):
            compared[0] += 1
            if not same(answered(entry), counts[supplier, day, None]):
                fails.append(f"{path}: {entry}, not {dict(counts[supplier, day, None])}")
        got, after = {}, ""
        while True:
            page = (await connection.request("GET", f"{path}?by=sku&limit=3{after}", heads)).json()
            got.update({entry["sku"]: answered(entry) for entry in page["skus"]})
            if page["next"] is None:
                break
            after = f"&after={page['next']}"
        for sku in set(skus) | set(got):
            compared[0] += 1
            want = sum((counts.get((supplier, day, sku), {}) and counts[supplier, day, sku] for day in days), type(answered(
                answer["total"]))())
            if not same(got.get(sku, {}), want):
                fails.append(f"{path}?by=sku: {sku}: {got.get(sku)}, not {dict(want)}")
        other = await connection.request("GET", f"/v1/suppliers/{'s0' if supplier != 's0' else 's1'}/exposure", heads)
        if other.status != 404:
            fails.append(f"{supplier} reads another's exposure: {other.status}")

    await each("127.0.0.1", client.stand.port, list(callers), work, 4, None)
    return compared[0]


def due(ahead_s):
    """Of 50 a day, how many by then."""
    return min(50, int(50 * (time.time() % 86400 + ahead_s) // 86400))


async def seen_today(client, callers):
    """As the API tells each supplier; read_topics and check_api say whether that is so."""
    today, seen = time.strftime("%Y-%m-%d", time.gmtime()), {}

    async def work(connection, supplier):
        answer = (await connection.request("GET", f"/v1/suppliers/{supplier}/exposure", [callers[supplier]])).json()
        counts = [answered(entry) for entry in answer["days"] if entry["day"] == today]
        seen[supplier] = sum(counts[0][place] for place in (
            "impressions", "impressions_explored", "impressions_minimum")) if counts else 0

    await each("127.0.0.1", client.stand.port, list(callers), work, 4, None)
    return seen


async def look_until_due(client, callers, fails):
    """
    Visitors who like one thing, and whose lists have nothing new in them, look at lists, until everybody is seen as often as is due, or
    that was enough lists for it.
    """
    seen = first = await seen_today(client, callers)
    want = due(0)
    short, lists = max(max(0, want - count) for count in seen.values()), [0]
    enough = 2 * len(callers) * short + 100   # A list fills in for one supplier, in turn, 20 a second.

    lookers = []

    async def come(connection, _):
        visitor = await client.shop(connection, client.skus[:1], [("Sec-GPC", "1")])
        if not variant(visitor)[1]:
            lookers.append(visitor)

    async def work(connection, visitor):
        await client.shop(connection, client.skus[:1], [("Sec-GPC", "1")], visitor=visitor)
        await asyncio.sleep(.06)
        await client.see(connection, visitor, 20)
        lists[0] += 1

    await each("127.0.0.1", client.stand.port, range(300), come, 4, None)
    while min(seen.values()) < want and lists[0] < enough:
        await each("127.0.0.1", client.stand.port, 2 * client.rng.sample(lookers, min(20, len(lookers))), work, 1, None)
        await asyncio.sleep(1.2)  # The API looks at a supplier's counts once a second.
        seen = await seen_today(client, callers)
    below = sorted(supplier for supplier, count in seen.items() if count < want)
    say(f"suppliers seen {min(first.values()):,} to {max(first.values()):,} times, {want} due; "
        f"{min(seen.values()):,} to {max(seen.values()):,} after {lists[0]} lists more of at most {enough}")
    if below:
        fails.append(f"below the minimum of {want}, though {lists[0]} lists were looked at: {below}")


async def check_kept(client, counts, fails):
    """It is quiet: whoever has a place for the minimum now is below it, as the recount has it. Short lists leave many suppliers out."""
    await asyncio.sleep(1.2)
    day, met, wrong = int(time.time() // 86400), [0, 0], []
    seen = {f"s{i}": sum(counts.get((f"s{i}", day, None), {}).get(place, 0) for place in (
        "impressions", "impressions_explored", "impressions_minimum")) for i in range(SUPPLIERS + 1)}

    async def work(connection, number):
        visitor = await client.shop(connection, [client.skus[number % len(client.skus)]], [("Sec-GPC", "1")])
        answer = await client.read(connection, "/v1/recommendations?limit=8", visitor)
        met[0] += 1
        for item in answer["items"]:
            supplier, most = item.get("sku", "").split("-")[0], due(10) if item.get("backfill") else due(3610)
            if item.get("minimum") or item.get("backfill"):
                met[1] += 1
                if seen[supplier] >= most:
                    wrong.append(f"{item['sku']}: {supplier} was seen {seen[supplier]} times, {most} are due")

    await each("127.0.0.1", client.stand.port, range(120), work, 4, None)
    say(f"lists looked through for places of the minimum: {met[0]}, with {met[1]}; of suppliers who had it {len(wrong)}")
    if wrong:
        fails.append(f"{len(wrong)} places for the minimum went to who had it, as {wrong[0]}")


async def check_forgotten(client, index, forgotten, fails):
    index.close()
    equal = [0]

    async def gone(connection, visitor):
        heads = [("Cookie", f"fy_visitor={client.cookies[visitor]}")]
        for path, what in (("/v1/history", "views"), ("/v1/recommendations?plain=1", "items")):
            for _ in range(100):
                answer = await connection.request("GET", path, heads)
                if answer.status == 200 and not (answer.json()[what] and answer.json().get("personal", True)):
                    break
                await asyncio.sleep(.1)
            else:
                fails.append(f"{path} of a forgotten visitor: {answer.body[:200]}")

    async def others(connection, number):
        sku = client.skus[number % len(client.skus)]
        visitor = await client.shop(connection, [sku], [("Sec-GPC", "1")])
        answer = await client.read(connection, "/v1/recommendations?limit=20&keep_current=1&plain=1", visitor)
        index.view(visitor, sku, 0, 0, 0, learn=False)
        index.visitors[visitor].now_ms = 1 << 60
        got = [(item["sku"], item["reason"]["because_sku"]) for item in answer["items"]]
        want = [(item, because) for item, _, because in index.recommend(visitor)[:20]]
        if got == want:
            equal[0] += 1
        elif len(fails) < 8:
            fails.append(f"list of {sku}: got {got[:4]}.., want {want[:4]}..")

    await each("127.0.0.1", client.stand.port, forgotten, gone, 4, None)
    await each("127.0.0.1", client.stand.port, range(40), others, 4, None)
    say(f"lists equal to a plain recommender's that never knew the {len(forgotten)} forgotten: {equal[0]} of 40")
    return equal[0]


async def check_interested(client, callers, operator, forgotten, fails):
    asked = [0]

    async def work(connection, sku):
        supplier = sku.split("-")[0]
        answer = await connection.request("GET", f"/v1/suppliers/{supplier}/products/{sku}/interested", [callers[supplier]])
        body = answer.json()
        counts = [body["interested"], body["backfill"]] + [band["customers"] for band in body["bands"]]
        if answer.status != 200 or any(0 < (count or 0) < 5 for count in counts):
            fails.append(f"interested in {sku}: {answer.status} {answer.body[:200]}")
        if any(visitor.encode() in answer.body for visitor in client.cookies):
            fails.append(f"a supplier learns who is interested in {sku}")
        other = callers["s0" if supplier != "s0" else "s1"]
        for heads in ([other], []):
            answer = await connection.request("GET", f"/v1/suppliers/{supplier}/products/{sku}/interested", heads)
            if answer.status not in (401, 403, 404):
                fails.append(f"others ask who is interested in {sku}: {answer.status}")
        answer = await connection.request("GET", f"/v1/products/{sku}/interested", [operator])
        found = [entry["visitor"] for entry in answer.json()["visitors"]]
        if set(found) & set(forgotten) or len(found) != len(set(found)) or not found:
            fails.append(f"who is interested in {sku}: {len(found)} of {len(set(found))}, forgotten ones "
                         f"{len(set(found) & set(forgotten))}")
        asked[0] += 1

    await each("127.0.0.1", client.stand.port, client.rng.sample(client.skus, 20), work, 2, None)
    return asked[0]


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove exposure", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides visitors, kills and lies")
    parser.add_argument("--size", type=int, default=1000, help="visitors, at least 20")
    parser.add_argument("--data", help=argparse.SUPPRESS)
    for word in ("--root", "--home"):
        parser.add_argument(word, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 20:
        parser.error("--size must be at least 20: checking nothing proves nothing")
    return options


async def main():
    options = arguments()
    stand = Stand(options.root, options.home, options.port)
    client = Onlookers(stand, options.seed, None)
    callers = {f"s{i}": stand.caller(supplier=f"s{i}") for i in range(SUPPLIERS + 1)}
    fails = []
    client.skus = await list_all(client, callers, [supplier for supplier in callers if supplier != NOBODYS])
    say(f"seed {options.seed}: {SUPPLIERS} suppliers, {len(client.skus)} products, {options.size:,} visitors")
    client.buyers = Buyers(stand, client.rng, fails, None)
    log = await visit(client, options.size)
    stand.wait_ready(300)
    visitors = list(client.cookies)
    await robot(client)
    await list_all(client, callers, [NOBODYS])
    await look_until_due(client, callers, fails)
    forgotten = client.rng.sample([one for one in visitors if one not in client.bought], max(5, len(visitors) // 20))
    await be_forgotten(client, forgotten)
    topics = Topics(stand.brokers, stand.base + "/registry")
    again = await come_back(client, topics, forgotten)
    stand.wait_pid("recommend", stand.kill("recommend"))
    stand.wait_ready(300)
    recount, index, said, _, left = read_topics(topics, stand, forgotten)
    sums = collections.Counter()
    for (_, _, sku), counter in recount.counts.items():
        sums.update(counter if sku is not None else {})
    told = collections.Counter(client.bought.values())
    say(f"orders placed {len(client.bought)}, told {dict(told)}; recounted: {sums['units']} units for {sums['paid EUR'] / 100:.2f} EUR")
    if not told["confirmed"] or not told["payment-declined"] or sums["paid EUR"] != PRICE * sums["units"] or sums["units"] != sum(
            units for attempt in client.buyers.attempts if attempt.verdicts == ["confirmed"] for _, units in attempt.lines):
        fails.append("what was confirmed to buyers is not what was counted, or nothing was bought, or none was declined")
    beyond = sum(counter["beyond"] for (_, _, sku), counter in recount.counts.items() if sku is None)
    total = sum(counter[step] for (_, _, sku), counter in recount.counts.items() if sku is None for step in counter)
    say(f"activity and orders: {recount.records:,} records, {total:,} counted; keys {len(recount.counts):,}, "
        f"different in `exposure` {len(left)}; posts of onlookers {client.events:,}")
    fails += [f"{key}: topic and recount differ" for key in left[:5]]
    if not said >= set(forgotten):
        fails.append(f"{len(set(forgotten) - said)} of {len(forgotten)} forgotten visitors are not said to be")
    say(f"credits claimed that no list gave: {client.claimed:,}, refused {client.refused_credits:,}; beyond a day's counts {beyond:,}; "
        f"said again by who was forgotten {again:,}")
    compared = await check_api(client, callers, recount.counts, fails)
    say(f"answers of the API compared, by day and by product: {compared:,}")
    await check_kept(client, recount.counts, fails)
    equal = await check_forgotten(client, index, forgotten, fails)
    asked = await check_interested(client, callers, stand.caller("operator", "prove", None), forgotten, fails)
    say(f"asked who is interested in {asked} products")
    if equal < 40 or not total or not compared or not client.refused_credits or asked < 20 or not beyond or not again:
        fails.append("something was not checked, or not equal")
    if log.count("kill") != 3 or log.count("wipe") != 1:
        fails.append("not every planned kill happened")
    for fail in fails:
        say(f"FAIL {fail}")
    say("RED" if fails else "GREEN")
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

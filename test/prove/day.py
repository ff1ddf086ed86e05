"""prove day: a day of shoppers, suppliers and an operator, over HTTP alone; every total is derived again from raw topics.

Shoppers (--size) look around, see lists and choose from them, fill carts and order from them; some cancel, some send back, some look
at what became of it. Suppliers set prices, count, accept, ship, deliver and reject; an operator settles what no rule does. Payments are
declined, confirmed and delayed. Nobody is killed: the day's numbers are the point. Then, from raw topics alone:

  - what each order came to, line by line, as its customer reads it; that the cart has none of it left;
  - what each supplier is owed, entry by entry, as their statement says it; the ledger sums to 0; the provider's books are ours;
  - what there is of each product, as the page, the search and the supplier's list say it;
  - who saw, chose, carted and bought what, by supplier and day, as their exposure says it;
  - the shop's day: orders, income, fees, refunds.
"""
import argparse
import asyncio
import collections
import json
import random
import sys
import time
import urllib.parse
import uuid

from checker.buyers import Attempt, Buyers, Suppliers
from checker.exposure import Recount, added_up, answered, same
from checker.http import Connection
from checker.orders import Orders, Payments, hold_commission_to, hold_payments_to, hold_provider_to, hold_stock_to
from checker.provider import Provider
from checker.shelf import Shelves
from checker.stand import Stand
from checker.supply import supply
from checker.topics import Topics

JSON = ("Content-Type", "application/json")
SUPPLIERS = ("day-a", "day-b", "day-c")
METHODS = ("pm_card_visa",) * 10 + ("pm_card_chargeDeclined", "pm_card_threeDSecure2Required")
NOUNS = ("kettle", "lamp", "blanket", "notebook", "bowl", "basket", "candle", "apron", "teapot", "shelf")


def say(text):
    print(text, flush=True)


class Shopper:
    """One visitor from the first look to the parcel."""

    def __init__(self, day, number):
        self.day, self.number, self.rng = day, number, random.Random(day.options.seed * 1000003 + number)
        self.connection = Connection("127.0.0.1", day.stand.port)
        self.session, self.n = f"{self.rng.getrandbits(128):032x}", 0
        self.cookie, self.attempts = None, []

    async def ask(self, method, path, body=None, headers=()):
        data = b"" if body is None else json.dumps(body).encode()
        own = ([JSON] if body is not None else []) + ([self.cookie] if self.cookie else []) + list(headers)
        return await self.day.buyers.ask(self.connection, method, path, own, data)

    async def did(self, **what):
        answer = await self.ask("POST", "/v1/activity", {"session": self.session, "n": self.n, **what})
        self.n += 1
        if answer.status != 202:
            self.day.fail(f"POST /v1/activity {list(what)}: {answer.status} {answer.body[:200]}")
        elif self.cookie is None:
            self.cookie = ("Cookie", answer.headers["set-cookie"].split(";")[0])
        return answer

    async def look(self):
        """A search, a page or two, and what the shop says they may like."""
        rng = self.rng
        found = await self.ask("GET", "/v1/search?" + urllib.parse.urlencode({"q": rng.choice(NOUNS), "limit": 10, "in_stock": 1}))
        skus = [item["sku"] for item in found.json().get("items", found.json().get("products", []))] if found.status == 200 else []
        if found.status != 200:
            self.day.fail(f"GET /v1/search: {found.status} {found.body[:200]}")
        self.day.counts["searches"] += 1
        self.day.counts["found"] += len(skus)
        for sku in rng.sample(skus, min(len(skus), 2)) + [rng.choice(self.day.skus)]:
            page = await self.ask("GET", f"/v1/products/{sku}")
            if page.status != 200:
                self.day.fail(f"GET /v1/products/{sku}: {page.status}")
            position = (await self.did(item_viewed={"sku": sku})).headers.get("fy-position")
        answer = await self.ask("GET", "/v1/recommendations?limit=12", headers=[("Fy-After", position), ("Prefer", "wait=5")])
        if answer.status != 200:
            self.day.fail(f"GET /v1/recommendations: {answer.status} {answer.body[:200]}")
            return
        told = answer.json()
        items = [item for item in told["items"] if item.get("kind", "item") == "item"]
        if not items:
            return
        shown = {"list_id": told["list_id"], "skus": [item["sku"] for item in items]}
        if all("credit" in item for item in items):
            shown["credits"] = [item["credit"] for item in items]
        await self.did(recommendation_shown=shown)
        if rng.random() < .4:
            place = rng.randrange(len(items))
            clicked = {"list_id": told["list_id"], "sku": items[place]["sku"], "rank": place + 1}
            if "credit" in items[place]:
                clicked["credit"] = items[place]["credit"]
            await self.did(recommendation_clicked=clicked)
            await self.did(item_viewed={"sku": items[place]["sku"]})

    async def buy(self):
        """From the cart, at the prices the cart shows."""
        rng, position = self.rng, None
        for sku in rng.sample(self.day.skus, rng.randint(1, 3)):
            units = rng.randint(1, 2)
            answer = await self.ask("PUT", f"/v1/cart/items/{sku}", {"units": units})
            if answer.status != 202:
                self.day.fail(f"PUT /v1/cart/items/{sku}: {answer.status} {answer.body[:200]}")
            position = answer.headers.get("fy-position")
            await self.did(cart_item_set={"sku": sku, "units": units})
        cart = await self.ask("GET", "/v1/cart", headers=[("Fy-After", position), ("Prefer", "wait=5")] if position else [])
        lines = [(line["sku"], line["units"], line["price"]["minor"]) for line in cart.json()["lines"]
                 if line.get("price") and line["available_units"] >= line["units"]]
        if not lines:
            return
        attempt = Attempt(self.number, [(sku, units) for sku, units, _ in lines], sum(units * price for _, units, price in lines),
                          rng.choice(METHODS))
        await self.day.buyers.place(self.connection, self.cookie, attempt)
        self.attempts.append(attempt)
        if attempt.verdicts == ["confirmed"] and rng.random() < .12:
            answer = await self.ask("POST", f"/v1/orders/{attempt.order}/cancel", {"reason": "mistake"},
                                    [("Idempotency-Key", str(uuid.uuid4())), ("Prefer", "wait=5")])
            self.day.counts["cancels taken" if answer.status in (200, 202) else "cancels refused"] += 1

    async def send_back(self):
        for attempt in self.attempts:
            if attempt.verdicts != ["confirmed"] or self.rng.random() > .25:
                continue
            answer = await self.ask("POST", f"/v1/orders/{attempt.order}/return", {"reason": "not_as_shown"},
                                    [("Idempotency-Key", str(uuid.uuid4())), ("Prefer", "wait=5")])
            self.day.counts["returns taken" if answer.status in (200, 202) else "returns refused"] += 1

    async def shop(self):
        for _ in range(self.rng.randint(1, 3)):
            await self.look()
        if self.rng.random() < .7:
            await self.buy()

    async def own_orders(self):
        """As they read them, all pages."""
        orders, after = {}, None
        while True:
            answer = await self.ask("GET", "/v1/orders?limit=2" + (f"&after={after}" if after else ""))
            if answer.status != 200:
                self.day.fail(f"GET /v1/orders: {answer.status} {answer.body[:200]}")
                return orders
            told = answer.json()
            orders.update((order["order"], order) for order in told["orders"])
            after = told["next_after"]
            if after is None:
                return orders


class Day:
    def __init__(self, options):
        self.options, self.rng, self.fails = options, random.Random(options.seed), []
        self.stand = Stand(options.root, options.home, options.port)
        self.topics = Topics(self.stand.brokers, self.stand.base + "/registry")
        self.provider = Provider(self.stand)
        self.counts, self.prices = collections.Counter(), {}
        self.buyers = Buyers(self.stand, self.rng, self.fails, self.prices)
        self.skus = [f"day-{number}" for number in range(options.skus)]
        self.gone = set(self.skus[::15])  # Nobody has any, all day.

    def fail(self, text):
        if len(self.fails) < 40:
            self.fails.append(text)

    # --- The day -----------------------------------------------------------------------------------

    def open(self):
        rng, facts, counted = self.rng, collections.defaultdict(list), collections.defaultdict(list)
        for number, sku in enumerate(self.skus):
            self.prices[sku] = rng.randint(200, 9000)
            for rank, supplier in enumerate(rng.sample(SUPPLIERS, rng.randint(1, 2))):
                facts[supplier].append({"sku": sku, "product_listed": {
                    "title": f"{NOUNS[number % len(NOUNS)]} number {number}",
                    "price": {"minor": self.prices[sku] + 50 * rank, "currency": "EUR"}}})
                counted[supplier].append({"sku": sku, "stock_counted": {"units": 0 if sku in self.gone else rng.randint(3, 30)}})
        self.callers = {name: self.stand.caller(supplier=name) for name in SUPPLIERS}
        self.operator = self.stand.caller("operator", "day-operator")
        for supplier in SUPPLIERS:
            supply(self.stand, self.callers[supplier], facts[supplier])
            supply(self.stand, self.callers[supplier], counted[supplier])
        deadline = time.monotonic() + 120
        while len(self.topics.latest("stock-levels")) < len(self.skus) and time.monotonic() < deadline:
            time.sleep(.5)

    async def operate(self, done):
        """An operator looks at what needs one, and settles it."""
        connection = Connection("127.0.0.1", self.stand.port)
        while not done.is_set():
            answer = await self.buyers.ask(connection, "GET", "/v1/operator/orders?limit=20", [self.operator])
            if answer.status != 200:
                self.fail(f"GET /v1/operator/orders: {answer.status} {answer.body[:200]}")
                return
            for order in answer.json()["orders"]:
                if not order.get("needs_operator"):
                    continue
                self.counts["settled by an operator"] += 1
                await self.buyers.ask(connection, "POST", f"/v1/orders/{order['order']}/resolve",
                                      [JSON, self.operator, ("Idempotency-Key", str(uuid.uuid4())), ("Prefer", "wait=5")],
                                      b'{"action":"REFUND_REST","note":"end_of_day"}')
            await asyncio.sleep(1)
        connection.close()

    async def trade(self):
        """Suppliers change prices and counts through the day."""
        rng, connection = random.Random(self.options.seed + 7), Connection("127.0.0.1", self.stand.port)
        levels = self.topics.latest("stock-levels")
        while not self.closing.is_set():
            sku = rng.choice(self.skus)
            offer = rng.choice(levels[sku]["offers"])
            caller = self.callers[offer["supplier"]]
            if rng.random() < .5 and sku not in self.gone:
                path, body = f"/v1/products/{sku}/receive", {"units": rng.randint(1, 5)}
                method = "POST"
            else:
                method, path = "PUT", f"/v1/products/{sku}/price"
                body = {"price": {"minor": rng.randint(200, 9000), "currency": "EUR"}}
            answer = await self.buyers.ask(connection, method, path, [JSON, caller, ("Idempotency-Key", str(uuid.uuid4()))],
                                           json.dumps(body).encode())
            if answer.status != 202:
                self.fail(f"{method} {path}: {answer.status} {answer.body[:200]}")
            self.counts["facts of suppliers"] += 1
            await asyncio.sleep(.1)
        connection.close()

    async def run(self):
        self.provider.hostile(self.options.seed)
        self.closing, settled = asyncio.Event(), asyncio.Event()
        suppliers = Suppliers(self.buyers, self.callers, random.Random(self.options.seed + 3))
        at_work = [asyncio.ensure_future(one) for one in (suppliers.run(), self.operate(settled), self.trade())]
        self.shoppers = [Shopper(self, number) for number in range(self.options.size)]
        queue = iter(self.shoppers)

        async def door():
            for shopper in queue:
                await shopper.shop()
        began = time.monotonic()
        await asyncio.gather(*(door() for _ in range(self.options.width)))
        say(f"the doors close after {time.monotonic() - began:.0f} s: "
            + ", ".join(f"{word} {count:,}" for word, count in sorted(self.buyers.words.items(), key=str)))
        self.closing.set()
        self.provider.calm()
        suppliers.enough.set()
        await at_work[0]
        for shopper in self.shoppers:
            await shopper.send_back()
        await self.ended()
        settled.set()
        await asyncio.gather(*at_work)
        say("suppliers: " + ", ".join(f"{word} {count:,}" for word, count in sorted(suppliers.counts.items()))
            + "; " + ", ".join(f"{word} {count:,}" for word, count in sorted(self.counts.items())))
        say("HTTP: " + ", ".join(f"{status} {count:,}" for status, count in sorted(self.buyers.statuses.items(), key=str)))
        await self.check()

    async def ended(self):
        deadline = time.monotonic() + self.options.patience
        while time.monotonic() < deadline:
            self.statuses = self.topics.latest("order-status")
            if not any(status["pending"] or status["owed_minor"] for status in self.statuses.values()):
                return
            await asyncio.sleep(1)
        self.fail(f"{sum(status['pending'] for status in self.statuses.values())} orders are still on their way "
                  f"after {self.options.patience} s")

    # --- The books ---------------------------------------------------------------------------------

    async def check(self):
        orders, payments, shelves = Orders(self.fails), Payments(self.fails), Shelves(self.fails)
        for topic, books in (("orders", orders), ("payment-reports", payments), ("stock", shelves)):
            for partition, offset, _, _, value in self.topics.read(topic):
                books.feed(partition, offset, value)
        orders.finish()
        shelves.finish()
        hold_payments_to(orders, payments, self.fails)
        books = self.provider.books()
        say(f"holds looked up in stock {hold_stock_to(orders, shelves, self.fails):,}; payments held against the provider's books "
            f"{hold_provider_to(payments, dict(books.intents), self.fails):,}")
        self.check_money(orders, payments, books)
        await self.check_customers(orders, payments)
        await self.check_suppliers(orders, shelves)
        await self.check_shop(shelves)
        await self.check_exposure()
        if self.buyers.statuses[500]:
            self.fail(f"{self.buyers.statuses[500]} answers were a 500")

    def check_money(self, orders, payments, books):
        taken = sum(standing["captured_minor"] for standing in payments.standing.values())
        given = sum(standing["refunded_minor"] for standing in payments.standing.values())
        fees = sum(standing["fee_minor"] for standing in payments.standing.values())
        have = orders.ledger["PROVIDER", "EUR"]
        if have != taken - given - fees or have != books.balance["EUR"]:
            self.fail(f"at the provider: ledger {have}, reports {taken - given - fees}, its own books {books.balance['EUR']}")
        if orders.ledger["FEES", "EUR"] != fees or orders.ledger["CUSTOMER", "EUR"]:
            self.fail(f"fees {orders.ledger['FEES', 'EUR']} of {fees}; owed to customers {orders.ledger['CUSTOMER', 'EUR']}")
        parts = hold_commission_to(orders, payments, self.fails)
        say(f"the day: {orders.counts['order_placed']:,} orders, {orders.counts['order_confirmed']:,} confirmed, taken {taken:,}, given back {given:,}, "
            f"fees {fees:,}, earned {-orders.ledger['COMMISSION', 'EUR']:,}, owed to suppliers "
            f"{-sum(orders.statement.values()):,} (minor units); {orders.postings:,} postings, sum 0; commission of {parts:,} orders recounted")
        for what, count in (("orders", orders.counts["order_confirmed"]), ("refunds", given), ("shipments", orders.counts["items_shipped"]),
                            ("commission", parts), ("cancels", self.counts["cancels taken"]), ("returns", self.counts["returns taken"])):
            if not count:
                self.fail(f"nothing was checked: no {what}")

    def compare_money(self, name, books, told, paid):
        """What one order came to: each line's supplier and price as stock held them, what was taken and given back as payments say."""
        if (told["paid"]["minor"], told["refunded"]["minor"]) != paid:
            self.fail(f"order {name}: paid and given back are {paid}, and read as {told['paid']} and {told['refunded']}")
        for number, line in enumerate(told["lines"]):
            if line["state"] not in ("SHIPPED", "DELIVERED"):
                continue
            _, supplier, price, _ = books.holds[books.sold[number]]
            if (line["supplier"], line["price"]["minor"]) != (supplier, price):
                self.fail(f"order {name}: line {number} is {supplier}'s for {price}, and read as {line}")

    async def check_customers(self, orders, payments):
        """What each reads of their orders is what the events say; none of it is in their cart."""
        compared = 0
        paid = {payments.order_of[payment]: (standing["captured_minor"], standing["refunded_minor"])
                for payment, standing in payments.standing.items()}
        for shopper in self.shoppers:
            if not shopper.attempts:
                continue
            own = await shopper.own_orders()
            mine = {attempt.order for attempt in shopper.attempts if attempt.acked}
            if set(own) != mine:
                self.fail(f"shopper {shopper.number} ordered {sorted(mine)} and reads {sorted(own)}")
            for name, told in own.items():
                books = orders.orders[name]
                compared += 1
                if told["state"] != books.state:
                    self.fail(f"order {name} is {books.state}, and is read as {told['state']}")
                if [(line["sku"], line["units"]) for line in told["lines"]] != books.lines:
                    self.fail(f"order {name} has other lines than were ordered")
                self.compare_money(name, books, told, paid.get(name, (0, 0)))
                one = await shopper.ask("GET", f"/v1/orders/{name}/timeline")
                if one.status != 200:
                    self.fail(f"GET /v1/orders/{name}/timeline: {one.status}")
            placed = {sku for name in own for sku, _ in orders.orders[name].lines if orders.orders[name].state not in ("REFUSED",)
                      and "order_confirmed" in orders.orders[name].history}
            left = {line["sku"] for line in (await shopper.ask("GET", "/v1/cart")).json()["lines"]}
            if left & placed:
                self.fail(f"shopper {shopper.number} has {left & placed} in the cart, and has ordered it")
            stranger = self.shoppers[shopper.number - 1]
            if own and stranger is not shopper and stranger.cookie:
                answer = await stranger.ask("GET", f"/v1/orders/{next(iter(own))}")
                if answer.status != 404:
                    self.fail(f"a stranger asked for an order and heard {answer.status}")
        say(f"orders read by their customers, as the events have them: {compared:,}")
        if not compared:
            self.fail("nothing was checked: no order was read")

    async def check_suppliers(self, orders, shelves):
        connection, entries, products = Connection("127.0.0.1", self.stand.port), 0, 0
        for supplier in SUPPLIERS:
            caller, after, total = self.callers[supplier], None, collections.Counter()
            while True:
                answer = await self.buyers.ask(connection, "GET", f"/v1/suppliers/{supplier}/statement?limit=50"
                                               + (f"&after={after}" if after else ""), [caller])
                told = answer.json()
                for entry in told["entries"]:
                    entries += 1
                    for amount in entry["amounts"]:
                        total[amount["currency"]] += amount["minor"]
                after = told["next_after"]
                if after is None:
                    break
            owed = {one["currency"]: one["minor"] for one in told["owed"]}
            books = -orders.statement[supplier, "EUR"]
            if total["EUR"] != books or owed.get("EUR", 0) != books:
                self.fail(f"{supplier} is owed {books}; their statement says {owed}, its entries sum to {total['EUR']}")
            after = None
            while True:
                answer = await self.buyers.ask(connection, "GET", f"/v1/suppliers/{supplier}/products?limit=100"
                                               + (f"&after={after}" if after else ""), [caller])
                told = answer.json()
                for product in told["products"]:
                    products += 1
                    offer, have = product, shelves.offers[product["sku"], supplier]
                    if (offer["on_hand_units"], offer["held_units"], offer["committed_units"]) != (have.on_hand, have.held, have.committed):
                        self.fail(f"{product['sku']} of {supplier}: {offer}; the books have {have.on_hand} {have.held} {have.committed}")
                after = told.get("next_after")
                if after is None:
                    break
            other = SUPPLIERS[SUPPLIERS.index(supplier) - 1]
            answer = await self.buyers.ask(connection, "GET", f"/v1/suppliers/{supplier}/statement", [self.callers[other]])
            if answer.status != 404:
                self.fail(f"{other} asked for the statement of {supplier} and heard {answer.status}")
        connection.close()
        say(f"entries of statements read {entries:,}, offers read {products:,}, as the books have them")
        if not entries or not products:
            self.fail("nothing was checked: no statement")

    async def check_shop(self, shelves):
        """What there is of each product, as its page and the search have it, is what the books have; a search for what there is finds that."""
        connection, have, compared = Connection("127.0.0.1", self.stand.port), collections.Counter(), 0
        for (sku, _), offer in shelves.offers.items():
            have[sku] += 0 if offer.withdrawn else max(0, offer.on_hand - offer.held - offer.committed)
        for sku in self.skus:
            page = (await self.buyers.ask(connection, "GET", f"/v1/products/{sku}", [])).json()
            if page["available_units"] != have[sku]:
                self.fail(f"the page of {sku} has {page['available_units']}, the books {have[sku]}")
        for place, noun in enumerate(NOUNS):
            own = {sku for number, sku in enumerate(self.skus) if number % len(NOUNS) == place}
            for only in (0, 1):
                found = {}
                after = ""
                while True:
                    answer = (await self.buyers.ask(connection, "GET", f"/v1/search?q={noun}&limit=20"
                                                    + ("&in_stock=1" if only else "") + after, [])).json()
                    found.update((hit["sku"], hit["available_units"]) for hit in answer["products"])
                    if answer["next_after"] is None:
                        break
                    after = "&after=" + urllib.parse.quote(str(answer["next_after"]))
                want = {sku: have[sku] for sku in own if have[sku] or not only}
                compared += len(want)
                if found != want:
                    self.fail(f"a search for {noun}{' in stock' if only else ''} differs from the books by {set(found.items()) ^ set(want.items())}"[:400])
        connection.close()
        gone = sum(not have[sku] for sku in self.skus)
        say(f"pages read {len(self.skus):,}, {gone:,} of them of what is sold out; found in searches {compared:,}, as the books have them")
        if not gone:
            self.fail("nothing was checked: nothing is sold out")

    async def check_exposure(self):
        """What each supplier reached, bought and earned by day and product is a recount of raw `activity` and `orders`."""
        recount = Recount()
        for partition, _, append_ms, visitor, event in self.topics.read("activity"):
            recount.activity(partition, append_ms, visitor, event)
        for partition, _, append_ms, order, event in self.topics.read("orders"):
            recount.order(partition, append_ms, order, event)
        deadline = time.monotonic() + 60
        while True:
            latest = added_up(self.topics.latest("exposure"))
            wrong = [key for key in set(recount.counts) | set(latest) if not same(recount.counts.get(key, {}), latest.get(key, {}))]
            if not wrong or time.monotonic() > deadline:
                break
            await asyncio.sleep(1)
        if wrong:
            self.fail(f"{len(wrong)} counts of exposure are others than raw topics give, as {wrong[0]}: {latest.get(wrong[0])} and not "
                      f"{recount.counts.get(wrong[0])}")
        connection, days = Connection("127.0.0.1", self.stand.port), 0
        for supplier in SUPPLIERS:
            answer = await self.buyers.ask(connection, "GET", f"/v1/suppliers/{supplier}/exposure", [self.callers[supplier]])
            told = answer.json()
            if answer.status != 200:
                self.fail(f"GET /v1/suppliers/{supplier}/exposure: {answer.status} {answer.body[:200]}")
                continue
            all_days = collections.Counter()
            for (who, _, sku), counter in recount.counts.items():
                if who == supplier and sku is None:
                    all_days += counter
                    days += 1
            total = answered(told["total"])
            for field in ("impressions", "impressions_explored", "impressions_minimum", "clicks", "views", "carts", "orders", "units", "paid EUR"):
                if total[field] != all_days[field]:
                    self.fail(f"exposure of {supplier}: {field} {total[field]}, the recount has {all_days[field]}")
        connection.close()
        sums = sum((counter for (_, _, sku), counter in recount.counts.items() if sku is None), collections.Counter())
        say(f"exposure: {len(recount.counts):,} keys recounted, {days} days of suppliers read: "
            + ", ".join(f"{name} {count:,}" for name, count in sorted(sums.items())))
        for what in ("impressions", "clicks", "carts", "orders"):
            if not sums[what]:
                self.fail(f"nothing was checked: no {what}")


def main():
    parser = argparse.ArgumentParser(prog="./fy prove day", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300, help="shoppers, 50 or more")
    parser.add_argument("--width", type=int, default=24, help="of them in the shop at once")
    parser.add_argument("--skus", type=int, default=200)
    parser.add_argument("--patience", type=int, default=300, help="seconds in which all must end, once the doors are closed")
    parser.add_argument("--data", help=argparse.SUPPRESS)
    for name in ("--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 50:
        parser.error("--size must be at least 50: less proves nothing")
    day = Day(options)
    day.open()
    asyncio.run(day.run())
    for fail in day.fails:
        say(f"FAIL {fail}")
    say("RED" if day.fails else "GREEN")
    return 1 if day.fails else 0


if __name__ == "__main__":
    sys.exit(main())

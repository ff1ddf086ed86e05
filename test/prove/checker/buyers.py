"""Buyers and suppliers over HTTP: they order until they are answered, retry whatever fails under the same key, and write down each answer.

A buyer is a guest: a cookie of the shop's, a name and an address that only they have. Whoever is not answered asks again; whoever
was is asked to ask once more and must hear the same.
"""
import asyncio
import collections
import json
import random
import time
import urllib.parse
import uuid

from checker.http import Connection

JSON = ("Content-Type", "application/json")
AGAIN = (429, 502, 503, 504)
ENDED = ("REFUSED", "CANCELLED", "CLOSED", "CONFIRMED")
PATIENCE_S = 600


class Attempt:
    """One order somebody wants, and what they were told of it."""

    def __init__(self, buyer, lines, total, method):
        self.buyer, self.lines, self.total, self.method = buyer, lines, total, method
        self.key, self.began, self.ended = str(uuid.uuid4()), time.monotonic(), None
        self.order, self.verdicts = None, []
        self.acked = False      # somebody said that it is written down
        self.told = None        # what the order itself said, where no answer to the POST did


REASONS = {"sold-out": ("sold_out", "unknown_sku", "withdrawn", "too_many_holds"), "total-differs": ("total_differs",),
           "payment-declined": ("payment_declined", "payment_expired", "payment_failed")}


def word_of(state, reason):
    """What an order came to, as a POST would say it."""
    if state in ("CONFIRMED", "CLOSED"):
        return "confirmed"
    for word, reasons in REASONS.items():
        if reason in reasons:
            return word
    return "cancelled" if state == "CANCELLED" else "order-refused"


def verdict(status, body):
    """What an answer decides, in a word; None: nothing yet."""
    if status in (402, 409):
        return json.loads(body)["type"].rsplit("/", 1)[-1]
    told = json.loads(body) if status == 201 else {}
    if told.get("state") in ENDED:
        return word_of(told["state"], told.get("reason"))
    return "action-required" if told.get("state") == "ACTION_REQUIRED" else None


class Buyers:
    def __init__(self, stand, rng, fails, prices, patience_s=PATIENCE_S):
        self.stand, self.rng, self.fails, self.prices = stand, rng, fails, prices
        self.attempts, self.statuses, self.words = [], collections.Counter(), collections.Counter()
        self.sold_out_without_left, self.patience_s = 0, patience_s

    def fail(self, text):
        if len(self.fails) < 30:
            self.fails.append(text)

    async def ask(self, connection, method, path, headers, body=b""):
        """An answer that is no apology: what is away comes back."""
        deadline, wait = time.monotonic() + self.patience_s, .05
        while True:
            try:
                answer = await connection.request(method, path, headers, body, timeout=30)
                self.statuses[answer.status] += 1
                if answer.status not in AGAIN:
                    return answer
            except ConnectionError:
                self.statuses["hung up"] += 1
            if time.monotonic() > deadline:
                raise RuntimeError(f"{method} {path}: no answer in {self.patience_s} s")
            await asyncio.sleep(wait * self.rng.uniform(.5, 1.5))
            wait = min(wait * 2, 2)

    async def cookie(self, connection, sku):
        answer = await self.ask(connection, "POST", "/v1/activity", [JSON], json.dumps({"item_viewed": {"sku": sku}}).encode())
        if answer.status != 202 or "set-cookie" not in answer.headers:
            raise RuntimeError(f"no cookie: {answer.status} {answer.body[:200]}")
        return ("Cookie", answer.headers["set-cookie"].split(";")[0])

    def body(self, attempt):
        number = attempt.buyer
        return json.dumps({
            "lines": [{"sku": sku, "units": units} for sku, units in attempt.lines],
            "expected_total": {"minor": attempt.total, "currency": "EUR"}, "payment_method": attempt.method,
            "email": f"buyer{number}@prove.example",
            "address": {"full_name": f"Planted Name {number}", "lines": [f"Planted Street {number}"], "postcode": "12345",
                        "city": "Town", "country": "DE"}}).encode()

    async def place(self, connection, cookie, attempt):
        """Until it is decided; the answer that decided it is kept."""
        self.attempts.append(attempt)
        headers = [JSON, cookie, ("Idempotency-Key", attempt.key), ("Prefer", "wait=5")]
        answer = await self.ask(connection, "POST", "/v1/orders", headers, self.body(attempt))
        if answer.status not in (201, 202, 402, 409):
            self.fail(f"POST /v1/orders: {answer.status} {answer.body[:300]}")
            return None
        attempt.acked = True
        attempt.order = answer.headers.get("location", "").rsplit("/", 1)[-1]
        decided = verdict(answer.status, answer.body)
        if decided in (None, "action-required"):
            decided = await self.follow(connection, cookie, attempt, answer)
        if decided == "sold-out" and b'"left_units"' not in (attempt.told or answer.body):
            self.sold_out_without_left += 1
        attempt.verdicts.append(decided)
        attempt.ended = time.monotonic()
        self.words[decided] += 1
        return decided

    async def follow(self, connection, cookie, attempt, answer):
        """It is written down and not decided, or wants a confirmation: look at the order until it ends."""
        deadline, wait, confirmed = time.monotonic() + self.patience_s, .1, False
        while time.monotonic() < deadline:
            status = await self.ask(connection, "GET", f"/v1/orders/{attempt.order}", [cookie])
            if status.status == 200:
                told = json.loads(status.body)
                if told["state"] == "ACTION_REQUIRED" and not confirmed and told.get("action_url"):
                    confirmed = await self.confirm(told["action_url"])
                if told["state"] in ENDED:
                    attempt.told = status.body
                    return word_of(told["state"], told.get("reason"))
            elif status.status != 404:
                self.fail(f"GET /v1/orders/{attempt.order}: {status.status} {status.body[:200]}")
                return "broken"
            await asyncio.sleep(wait)
            wait = min(wait * 1.5, 1)
        self.fail(f"order {attempt.order} had no end in {self.patience_s} s")
        return "no end"

    async def confirm(self, url):
        """3-D Secure: the customer says yes at the provider, or no, one in five."""
        parts = urllib.parse.urlsplit(url)
        connection = Connection(parts.hostname, parts.port)
        decision = "deny" if self.rng.random() < .2 else "approve"
        try:
            answer = await connection.request("POST", f"{parts.path}/{decision}" + (f"?{parts.query}" if parts.query else ""), [], b"",
                                              timeout=20)
            return answer.status < 400
        except ConnectionError:
            return False
        finally:
            connection.close()

    async def repeat(self, connection, cookie, attempt):
        """The same again: the same order and the same verdict, and nothing new is written."""
        headers = [JSON, cookie, ("Idempotency-Key", attempt.key), ("Prefer", "wait=5")]
        answer = await self.ask(connection, "POST", "/v1/orders", headers, self.body(attempt))
        order = answer.headers.get("location", "").rsplit("/", 1)[-1]
        if order and attempt.order and order != attempt.order:
            self.fail(f"the same key made {attempt.order} and then {order}")
        told, first = verdict(answer.status, answer.body), attempt.verdicts[0]
        same = told == first or (first == "confirmed" and told == "cancelled")  # all its suppliers would not ship it since
        if not same:
            self.fail(f"order {attempt.order} was answered {first}, and then {answer.status} {told}: {answer.body[:200]}")
        return same

    def pick(self, hot):
        """What somebody wants, and what they think it costs: now and then they think wrong."""
        rng = self.rng
        if hot is not None:
            lines = [(hot, rng.randint(1, 2))]
        else:
            lines = [(sku, rng.randint(1, 3)) for sku in rng.sample(list(self.prices), rng.randint(1, 3))]
        total = sum(self.prices[sku] * units for sku, units in lines)
        return lines, total + (100 if rng.random() < .02 else 0)

    async def buyer(self, number, orders, hot, methods, over_s):
        began = time.monotonic()
        connection = Connection("127.0.0.1", self.stand.port)
        cookie = await self.cookie(connection, hot)
        for turn in range(orders):
            if turn > 0:
                await asyncio.sleep(began + over_s * (turn + self.rng.random()) / orders - time.monotonic())
            lines, total = self.pick(hot if turn == 0 else None)
            attempt = Attempt(number, lines, total, self.rng.choice(methods))
            await self.place(connection, cookie, attempt)
            if attempt.verdicts and self.rng.random() < .5:
                await self.repeat(connection, cookie, attempt)
        connection.close()

    async def run(self, width, orders, hot, methods, over_s=0):
        """All want the hot one at once; their further orders are spread over `over_s` seconds, if they are answered that soon."""
        await asyncio.gather(*(self.buyer(number, orders, hot, methods, over_s) for number in range(width)))


class Suppliers:
    """They look at their open sub-orders, accept, ship, in parts now and then, and reject a few."""

    def __init__(self, buyers, callers, rng):
        self.buyers, self.callers, self.rng = buyers, callers, rng
        self.counts, self.enough = collections.Counter(), asyncio.Event()

    async def one(self, supplier, caller):
        connection, wait = Connection("127.0.0.1", self.buyers.stand.port), .2
        base = f"/v1/suppliers/{supplier}/orders?open=1&limit=100"
        while True:
            was_enough = self.enough.is_set()
            answer = await self.buyers.ask(connection, "GET", base, [caller])
            if answer.status != 200:
                self.buyers.fail(f"GET {base}: {answer.status} {answer.body[:200]}")
                return
            done = 0
            for order in json.loads(answer.body)["orders"]:
                done += await self.work(connection, supplier, caller, order, was_enough)
            if was_enough and not done:
                break
            await asyncio.sleep(wait if done else .5)
        connection.close()

    async def work(self, connection, supplier, caller, order, finishing):
        state = order["state"]
        path = f"/v1/orders/{order['order']}/suppliers/{supplier}/"
        if state == "WAITING":
            word, body = ("reject", {"reason": "out_of_stock"}) if not finishing and self.rng.random() < .05 else ("accept", {})
        elif state in ("ACCEPTED", "PARTLY_SHIPPED"):
            word, body = "ship", {"carrier": "post", "tracking": f"T{self.rng.randrange(10**9)}"}
        elif state == "SHIPPED":
            word, body = "deliver", {}
        else:
            return 0
        answer = await self.buyers.ask(connection, "POST", path + word, [JSON, caller, ("Idempotency-Key", str(uuid.uuid4())), ("Prefer", "wait=2")],
                                       json.dumps(body).encode())
        self.counts[word] += answer.status in (200, 201, 202)
        if answer.status not in (200, 201, 202, 409):
            self.buyers.fail(f"POST {path}{word}: {answer.status} {answer.body[:200]}")
        return 1

    async def run(self):
        await asyncio.gather(*(self.one(supplier, caller) for supplier, caller in self.callers.items()))

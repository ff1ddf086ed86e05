"""prove orders: hundreds of buyers at once, a hostile payment provider, every program killed: nothing is sold twice, no cent is lost.

512 buyers (--width) want a SKU of 100 units first, then whatever there is of 10,000 others, as guests; a provider declines, delays,
drops, repeats and lies; suppliers accept, ship and reject; a program, or the broker, or the provider, is killed with -9 every 5 s. Whoever
is not answered asks again under the same key. Then the provider is calm, nobody is killed, suppliers ship what is open, and every
order must end. Checked from HTTP, raw topics and the provider's books alone:

  - never sold beyond stock, at every prefix of `stock`; what an order believes of its holds is what stock says;
  - in the calm 99 of 100 are answered within --answered; the slowest have their story told from the raw topics;
  - no money taken without all lines sold; captured <= authorised <= agreed; the provider's books are ours, intent by intent;
  - the ledger sums to 0 in each posting and in all, and has at the provider what the provider says;
  - every acknowledged order is in `orders` once, and has ended; every buyer who asks again hears the same;
  - sold out is a 409 that says what is left; no 500 is ever said;
  - `orders` is away for longer than stock is held (--outage): what is paid meanwhile is paid in time, and not cancelled.
"""
import argparse
import asyncio
import collections
import random
import sys
import time

from checker.buyers import PATIENCE_S, Buyers, Suppliers
from checker.kills import Storm
from checker.orders import ENDED, LINE_DONE, Orders, Payments, hold_payments_to, hold_provider_to, hold_stock_to
from checker.provider import Provider
from checker.shelf import Shelves
from checker.stand import Stand
from checker.supply import supply
from checker.topics import Topics, millis
from checker.waits import Waits

SUPPLIERS = ("prove-a", "prove-b", "prove-c")
PROGRAMS = ("orders", "payments", "stock", "producers", "api", "orders", "payments", "pspsim", "kafka")
HOT, HOT_UNITS = "prove-hot", 100
OUTAGE, OUTAGE_BUYERS = "prove-outage", 24
METHODS = ("pm_card_visa",) * 12 + ("pm_card_chargeDeclined", "pm_card_chargeDeclinedInsufficientFunds", "pm_card_threeDSecure2Required")


def say(text):
    print(text, flush=True)


class Proof:
    def __init__(self, options):
        self.options, self.rng, self.fails = options, random.Random(options.seed), []
        self.stand = Stand(options.root, options.home, options.port)
        self.topics = Topics(self.stand.brokers, self.stand.base + "/registry")
        self.provider = Provider(self.stand)
        self.prices = {}

    # --- The load ----------------------------------------------------------------------------------

    def catalogue(self):
        """SKUs of one to three suppliers, few of each; the first has 100 in all."""
        rng, facts = self.rng, collections.defaultdict(list)
        counts = {}
        for number in range(self.options.skus):
            sku, price = f"prove-{number}", rng.randint(100, 5000)
            self.prices[sku] = price
            for rank, supplier in enumerate(rng.sample(SUPPLIERS, rng.randint(1, 3))):
                facts[supplier].append({"sku": sku, "product_listed": {
                    "title": sku, "price": {"minor": price + 10 * rank, "currency": "EUR"}}})
                counts[sku, supplier] = rng.randint(1, 40)
        facts["prove-a"].append({"sku": HOT, "product_listed": {"title": HOT, "price": {"minor": 700, "currency": "EUR"}}})
        counts[HOT, "prove-a"] = HOT_UNITS
        facts["prove-a"].append({"sku": OUTAGE, "product_listed": {"title": OUTAGE, "price": {"minor": 900, "currency": "EUR"}}})
        counts[OUTAGE, "prove-a"] = 100 * OUTAGE_BUYERS
        self.callers = {name: self.stand.caller(supplier=name) for name in SUPPLIERS}
        for supplier in SUPPLIERS:
            supply(self.stand, self.callers[supplier], facts[supplier])
        for supplier in SUPPLIERS:
            supply(self.stand, self.callers[supplier],
                   [{"sku": sku, "stock_counted": {"units": units}} for (sku, who), units in counts.items() if who == supplier])
        self.units = sum(counts.values())
        self.wait_sold(len(counts))
        say(f"seed {self.options.seed}: {self.options.skus:,} SKUs of {len(SUPPLIERS)} suppliers, {self.units:,} units, "
            f"{HOT_UNITS} of one that all want")

    def wait_sold(self, offers, seconds=300):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            levels = self.topics.latest("stock-levels").values()
            if sum(offer["on_hand_units"] for level in levels for offer in level["offers"]) >= self.units:
                return
            time.sleep(1)
        raise RuntimeError(f"the catalogue of {offers} offers is not there in {seconds} s")

    async def load(self):
        options = self.options
        self.buyers = Buyers(self.stand, self.rng, self.fails, {**self.prices, HOT: 700, OUTAGE: 900},
                             self.options.outage + PATIENCE_S)
        suppliers = Suppliers(self.buyers, self.callers, random.Random(options.seed + 3))
        self.provider.hostile(options.seed)
        storm = Storm(self.stand, random.Random(options.seed + 1), options.every, PROGRAMS, first=("payments", "orders"))
        at_work = asyncio.ensure_future(suppliers.run())
        began = time.monotonic()
        buying = asyncio.ensure_future(self.buyers.run(options.width, max(1, options.size // options.width), HOT, METHODS,
                                                         options.storm))
        self.calm_at, manners = began, 0  # manners: of how many lives of the provider we have seen to
        try:
            while not buying.done():
                await asyncio.sleep(1)
                if int(time.monotonic() - began) % 30 == 0:
                    say(f"  {time.monotonic() - began:.0f} s: {sum(one.ended is not None for one in self.buyers.attempts)} answered, "
                        f"{sum(storm.killed.values())} kills")
                if storm.enough.is_set():
                    continue
                if time.monotonic() - began > options.storm or storm.error is not None:
                    await asyncio.to_thread(storm.over)
                    await asyncio.to_thread(self.provider.calm)
                    self.calm_at = time.monotonic()
                    say(f"  the storm is over: {sum(one.ended is None for one in self.buyers.attempts)} wait for an answer still")
                elif storm.killed["pspsim"] != manners:  # it begins again with good ones
                    manners = storm.killed["pspsim"]
                    await asyncio.to_thread(self.provider.hostile, options.seed)
            await buying
        finally:
            storm.over()
        self.killed = storm.killed
        last = max(one.ended or 0 for one in self.buyers.attempts)
        say(f"orders {len(self.buyers.attempts):,} in {last - began:.0f} s until the last was answered: "
            + ", ".join(f"{word} {count:,}" for word, count in sorted(self.buyers.words.items(), key=str)))
        say(f"kill -9: {sum(self.killed.values())} ({', '.join(f'{name} {count}' for name, count in sorted(self.killed.items()))})")
        say("HTTP: " + ", ".join(f"{status} {count:,}" for status, count in sorted(self.buyers.statuses.items(), key=str)))
        self.waits = Waits(self.buyers.attempts, self.calm_at)
        await self.calm(suppliers, at_work)

    async def calm(self, suppliers, at_work):
        """The provider behaves, nobody is killed, suppliers ship what is open; then all is asked once more."""
        self.provider.calm()
        self.stand.wait_ready(300)
        await self.outage()
        began = time.monotonic()
        while time.monotonic() < began + self.options.patience and self.unended():
            await asyncio.sleep(2)
        suppliers.enough.set()
        await at_work
        while time.monotonic() < began + self.options.patience and self.unended(shipped=True):
            await asyncio.sleep(2)
        say(f"calm: {time.monotonic() - began:.0f} s until all had ended; suppliers: "
            + ", ".join(f"{word} {count:,}" for word, count in sorted(suppliers.counts.items())))

    async def outage(self):
        """
        `orders` is away for longer than stock is held: those whose money was promised meanwhile have paid in time, however late we
        hear of it.
        """
        self.paid, meanwhile = set(), 0
        if not self.options.outage:
            return
        self.stand.set_conf("orders", pay_s=max(2, self.options.outage // 3))
        self.stand.wait_ready(300)
        before = len(self.buyers.attempts)
        # payments is away until orders is: whatever is promised is promised while nobody of ours hears of it.
        self.stand.supervisor("stop", "payments")
        placing = asyncio.ensure_future(self.buyers.run(OUTAGE_BUYERS, 1, OUTAGE, ("pm_card_visa",)))
        deadline = time.monotonic() + 60
        while len(self.asked()) < OUTAGE_BUYERS // 3 and time.monotonic() < deadline:
            await asyncio.sleep(.05)
        self.stand.supervisor("stop", "orders")
        stopped_ms = time.time() * 1000
        self.stand.supervisor("start", "payments")
        await asyncio.sleep(self.options.outage)
        started_ms = time.time() * 1000
        self.stand.supervisor("start", "orders")
        await placing
        placed = {one.order for one in self.buyers.attempts[before:]}
        until = {order: millis(event["decided_ms"]) + event["order_placed"]["terms"]["pay_for_ms"]
                 for _, _, _, order, event in self.topics.read("orders") if event["order_placed"] is not None}
        for _, _, append_ms, order, report in self.topics.read("payment-reports"):
            if order in placed and append_ms < min(started_ms, until[order]) and report["payment_authorised"] is not None:
                self.paid.add(order)
                meanwhile += append_ms > stopped_ms
        words = collections.Counter(one.verdicts[0] for one in self.buyers.attempts[before:] if one.verdicts)
        say(f"orders away for {self.options.outage} s, stock held for {max(2, self.options.outage // 3)} s: {len(placed)} ordered, "
            f"{len(self.paid)} paid in time, {meanwhile} of them while it was away; {dict(words)}")
        if not meanwhile:
            self.fails.append("nothing was checked: nobody paid while orders was away")

    def asked(self):
        """Payments that were asked for and have no answer yet."""
        asked = {request["payment"] for *_, request in self.topics.read("payment-requests") if request["authorise_payment"] is not None}
        told = {report["payment"] for *_, report in self.topics.read("payment-reports") if report["attempt_begun"] is None}
        return asked - told

    def unended(self, shipped=False):
        """Orders that will still move by themselves, or (shipped) are not with the customer."""
        left = 0
        for status in self.topics.latest("order-status").values():
            state, done = status["standing"]["state"], status["standing"]["needs_operator"] is None
            if state in ENDED:
                left += bool(status["owed_minor"]) and done
            elif state != "CONFIRMED" or status["pending"]:
                left += 1
            elif shipped and any(line["state"] not in LINE_DONE for line in status["lines"]):
                left += 1
        return left

    # --- The books ---------------------------------------------------------------------------------

    def check(self):
        fails = self.fails
        orders, payments, shelves = Orders(fails), Payments(fails), Shelves(fails)
        for topic, books in (("orders", orders), ("payment-reports", payments), ("stock", shelves)):
            for partition, offset, _, _, value in self.topics.read(topic):
                if isinstance(value, Exception):
                    fails.append(f"{topic} {partition}@{offset} cannot be decoded: {value}")
                else:
                    books.feed(partition, offset, value)
        orders.finish()
        shelves.finish()
        say("events: " + ", ".join(f"{name} {count:,}" for name, count in sorted(orders.counts.items())))
        say("reports: " + ", ".join(f"{name} {count:,}" for name, count in sorted(payments.counts.items()))
            + f"; {payments.not_obeyed} came second and were not obeyed")
        states = hold_payments_to(orders, payments, fails)
        say("payments: " + ", ".join(f"{name} {count:,}" for name, count in sorted(states.items())))
        say(f"holds that orders believe in, looked up in stock: {hold_stock_to(orders, shelves, fails):,}")
        books = self.provider.books()
        say(f"payments, ours held against the provider's {books.count:,} intents: {hold_provider_to(payments, dict(books.intents), fails):,}; "
            f"its totals: {books.totals}")
        self.check_money(orders, books)
        self.check_waits()
        self.check_answers(orders)
        self.check_stock(shelves)
        for what, count in (("orders placed", orders.counts["order_placed"]), ("captured", payments.counts["payment_captured"]),
                            ("declined", payments.counts["payment_declined"]), ("sold out", orders.counts["line_refused"]),
                            ("kills of orders", self.killed["orders"]), ("kills of payments", self.killed["payments"]),
                            ("postings", orders.postings), ("shipped", orders.counts["items_shipped"])):
            if not count:
                fails.append(f"nothing was checked: no {what}")

    def check_waits(self):
        """Every buyer gets an answer, even after a crash: seconds after it is calm, not minutes."""
        say(self.waits.say())
        if self.waits.share(.99) > self.options.answered:
            self.fails.append(f"of those answered in the calm 1 in 100 waited {self.waits.share(.99):.0f} s, more than {self.options.answered}")
        for line in self.waits.traces(self.topics, self.options.answered):
            say(line)

    def check_money(self, orders, books):
        have = {currency: amount for (account, currency), amount in orders.ledger.items() if account == "PROVIDER"}
        if {k: v for k, v in have.items() if v} != {k: v for k, v in books.balance.items() if v}:
            self.fails.append(f"the ledger has {have} at the provider, the provider says {books.balance}")
        owed = sum(status["owed_minor"] for status in self.topics.latest("order-status").values())
        say(f"ledger: {orders.postings:,} postings, sum 0; at the provider {have}; owed to customers {owed}; to suppliers "
            f"{dict((name, -amount) for (name, _), amount in sorted(orders.statement.items()))}")

    def check_answers(self, orders):
        """Who was told that it is written down finds it; and what they were told is so."""
        missing = wrong = 0
        for one in self.buyers.attempts:
            if not one.acked:
                continue
            order = orders.orders.get(one.order)
            if order is None or not order.placed:
                missing += 1
                continue
            if one.verdicts and one.verdicts[0] == "confirmed" and "order_confirmed" not in order.history:
                wrong += 1
        statuses = self.topics.latest("order-status")
        unended = [name for name, status in statuses.items()
                   if status["standing"]["state"] not in ENDED + ("CONFIRMED",) or status["pending"]
                   or (status["standing"]["state"] == "CONFIRMED" and any(line["state"] not in LINE_DONE for line in status["lines"]))]
        stuck = collections.Counter(status["standing"]["needs_operator"] for status in statuses.values() if status["standing"]["needs_operator"])
        say(f"acknowledged orders found {sum(one.acked for one in self.buyers.attempts) - missing:,}, missing {missing}; "
            f"ended {len(statuses) - len(unended):,} of {len(statuses):,}; with an operator {dict(stuck)}")
        if missing:
            self.fails.append(f"{missing} acknowledged orders are not in `orders`")
        if wrong:
            self.fails.append(f"{wrong} orders were answered as confirmed and are not")
        if unended:
            self.fails.append(f"{len(unended)} orders have no end, as {unended[:3]}")
        if self.buyers.sold_out_without_left:
            self.fails.append(f"{self.buyers.sold_out_without_left} were told sold out and not what is left")
        if self.buyers.statuses[500]:
            self.fails.append(f"{self.buyers.statuses[500]} answers were a 500")
        voided = [name for name in self.paid if orders.orders[name].state == "CANCELLED"
                  and orders.orders[name].reason in ("not_paid", "payment_expired")]
        if voided:
            self.fails.append(f"{len(voided)} orders were paid in time and cancelled by an outage, as {voided[:3]}")

    def check_stock(self, shelves):
        sold = sum(hold.shipped for name, hold in shelves.holds.items())
        hot = shelves.offers[HOT, "prove-a"]
        say(f"stock: granted {shelves.counts['hold_granted']:,}, refused {shelves.counts['hold_refused']:,}, units shipped {sold:,}; of the one all "
            f"wanted {HOT_UNITS - hot.on_hand} of {HOT_UNITS} left the house, {hot.held} held, {hot.committed} to ship")
        if hot.on_hand < 0 or hot.held:
            self.fails.append(f"the SKU that all wanted: {hot.on_hand} on hand, {hot.held} held")


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove orders", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=2048, help="orders, 100 or more")
    parser.add_argument("--width", type=int, default=512, help="buyers at once")
    parser.add_argument("--skus", type=int, default=10000)
    parser.add_argument("--every", type=float, default=5, help="seconds between two kills, about")
    parser.add_argument("--storm", type=int, default=240, help="seconds of kills and bad manners, at most")
    parser.add_argument("--outage", type=int, default=60, help="seconds that orders is away while people pay, three times as long as stock is held; 0: never")
    parser.add_argument("--patience", type=int, default=600, help="seconds in which all must end, once it is calm")
    parser.add_argument("--answered", type=int, default=30, help="seconds of calm within which 99 of 100 must be answered")
    parser.add_argument("--data", help=argparse.SUPPRESS)
    for name in ("--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 100:
        parser.error("--size must be at least 100: less proves nothing")
    return options


def main():
    proof = Proof(arguments())
    proof.catalogue()
    asyncio.run(proof.load())
    proof.check()
    for fail in proof.fails:
        say(f"FAIL {fail}")
    say("RED" if proof.fails else "GREEN")
    return 1 if proof.fails else 0


if __name__ == "__main__":
    sys.exit(main())

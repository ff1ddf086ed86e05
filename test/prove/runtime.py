"""prove runtime: tasks on a real broker, killed, stopped, wiped, doubled and aged, and every record recounted from outside.

Two topologies work all the while: the shop's (HTTP -> activity -> history, HTTP -> supply -> stock) and the probe's (facts ->
relay -> count, with timers). Every round does one thing to them, and most do two at once:

  kill      kill -9 of one to three programs, sometimes again while they restore     crash    a program kills itself inside a handler
  wipe      kill -9, and its rows are gone                                           broker   restarted, or killed -9
  stop      SIGSTOP past the session, a second process takes over, timers fall due, SIGCONT
  deadly    a fact that ends relay whenever it is handled: after three deaths it is parked, and relay lives on
  join      a second process comes, with an empty disk, works, and leaves or is killed
  age       the second process comes back with the disk it had rounds ago

Then, from raw topics, /v1/history and /v1/products alone: histories and stock levels are the recount of activity and supply, as topic
and as API; every hop, step, total and row of the probe is the fold of its facts; writers number without gap and repeat;
repeats written on purpose are dropped; what killed three times is parked, and nothing else is; timers fire once, not before their time, and not before what was in time is read;
./fy rebuild and ./fy digest agree. Kills that hit an open transaction are known by the aborted records they left, and counted.
"""
import argparse
import asyncio
import collections
import json
import os
import random
import subprocess
import sys
import time

from checker import probe
from checker.histories import Recount
from checker.http import Connection
from checker.programs import Own, Supervised
from checker.stand import Stand
from checker.topics import Topics
from first_click import JSON, Client, compare_histories, list_products, say

KINDS = ["kill", "kill", "crash", "deadly", "wipe", "stop", "join", "age", "broker"]
SKUS = [f"run-{i}" for i in range(40)]
WRITES = {"relay": ["probe-hops", "probe-asks", "relay-changelog"], "count": ["probe-steps", "probe-totals", "count-changelog"],
          "history": ["histories", "history-changelog"], "stock": ["stock", "products", "stock-levels", "stock-changelog"]}
SESSION_S = 6
BURST = 4000


class Shoppers:
    """Clicks and counts over HTTP, a few a second, until told to stop."""

    def __init__(self, stand, seed):
        self.stand, self.rng, self.client = stand, random.Random(seed), Client(stand, seed, tries=600)
        self.posted, self.going, self.caller = 0, True, stand.caller()
        self.places = {}  # SKU -> Fy-Position of its newest fact

    async def clicks(self):
        connection = Connection("127.0.0.1", self.stand.port)
        while self.going:
            visitors, rng = list(self.client.cookies), self.rng
            visitor = rng.choice(visitors) if visitors and rng.random() < .7 else None
            await self.client.shop(connection, [rng.choice(SKUS) for _ in range(rng.randint(1, 6))], (), visitor=visitor)
            await asyncio.sleep(0.15)
        connection.close()

    async def supplies(self):
        connection, n = Connection("127.0.0.1", self.stand.port), 0
        while self.going:
            sku, n = self.rng.choice(SKUS), n + 1
            what = self.rng.choice([{"stock_counted": {"units": self.rng.randint(0, 500)}}, {"stock_received": {"units": self.rng.randint(1, 9)}},
                                    {"stock_adjusted": {"units": self.rng.randint(1, 3), "reason": "found"}}])
            body = json.dumps({"sku": sku, **what}).encode()
            await self.post(connection, sku, body, f"run-{n}")
            await asyncio.sleep(0.1)
        connection.close()

    async def post(self, connection, sku, body, key):
        """Until it is acknowledged, under one key."""
        for _ in range(600):
            try:
                answer = await connection.request("POST", "/v1/supply", [JSON, self.caller, ("Idempotency-Key", key)], body)
            except ConnectionError:
                await asyncio.sleep(0.2)
                continue
            if answer.status == 202:
                self.posted += 1
                self.places[sku] = answer.headers["fy-position"]
                return
            if answer.status not in (502, 503):
                raise RuntimeError(f"POST /v1/supply: {answer.status} {answer.body[:300]}")
            await asyncio.sleep(0.2)
        raise RuntimeError("POST /v1/supply: not acknowledged in 600 tries")


class Rounds:
    """Seeded trouble. Runs in a thread of its own, beside the traffic."""

    def __init__(self, stand, facts, rng, rounds):
        self.stand, self.facts, self.rng, self.rounds = stand, facts, rng, rounds
        base = stand.port + 40
        self.relay, self.count = Own(stand, "probe-relay", "relay", 1, base), Own(stand, "probe-count", "count", 1, base + 1)
        self.history, self.stock = Supervised(stand, "history"), Supervised(stand, "stock")
        self.firsts = [self.relay, self.count, self.history, self.stock]
        self.seconds = {"relay": Own(stand, "probe-relay", "relay", 2, base + 2), "count": Own(stand, "probe-count", "count", 2, base + 3),
                        "history": Own(stand, "fy-history", "history", 2, base + 4), "stock": Own(stand, "fy-stock", "stock", 2, base + 5)}
        self.kills = []                       # (when, ms; program; where it was hit)
        self.did = collections.Counter()
        self.restoring, self.words = 0, []

    def start(self):
        self.relay.start()
        self.count.start()
        self.settle()

    def settle(self):
        """Every program that should run is ready."""
        deadline = time.monotonic() + 240
        running = self.firsts + [one for one in self.seconds.values() if one.process is not None]
        for one in running:
            while not one.ready():
                if isinstance(one, Own):
                    one.revive()
                if time.monotonic() > deadline:
                    raise RuntimeError(f"{one.name} is not ready within 240 s{one.last_words()}")
                time.sleep(0.05)

    def hit(self, program, where, **how):
        self.kills.append((program.kill(**how), program.program, where))
        self.words.append(f"{program.name} killed{' and wiped' if how.get('wipe') else ''}")

    # --- What a round does -----------------------------------------------------------------------

    def kill(self):
        for one in self.rng.sample(self.firsts, self.rng.randint(1, 3)):
            time.sleep(self.rng.uniform(0, .4))
            self.hit(one, "working")
            if self.rng.random() < .4:
                time.sleep(self.rng.uniform(.05, .6))
                if not one.ready():
                    self.restoring += 1
                self.hit(one, "starting")

    def crash(self):
        """relay ends itself between a row and what it tells of it, at a fact that is chosen before it is sent: so no other does it."""
        number = self.facts.n + 2 * self.facts.per_second
        self.relay.kill(FY_PROBE_CRASH=str(number))
        self.facts.crashes.add(number)
        self.wait_dead()
        self.words.append("relay-1 died in a handler")
        self.relay.start()

    def wait_dead(self):
        try:
            self.relay.process.wait(120)
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"relay did not reach the fact it was to die at{self.relay.last_words()}") from error
        self.kills.append((time.time() * 1000, "relay", "in a handler"))

    def deadly(self):
        """Three ends, and no fourth. The fact is chosen before it is sent, so that relay knows it."""
        number = self.facts.n + 2 * self.facts.per_second
        self.relay.kill(FY_PROBE_CRASH=str(number))
        self.facts.deadly.add(number)
        for _ in range(3):
            self.wait_dead()
            self.relay.start(FY_PROBE_CRASH=str(number))
        deadline = time.monotonic() + 60
        while self.relay.metric("fy_task_crashed_total") < 1:
            if not self.relay.runs() or time.monotonic() > deadline:
                raise RuntimeError(f"relay has not parked the fact it died of three times{self.relay.last_words()}")
            time.sleep(0.05)
        self.words.append("relay-1 died of one fact three times, and parked it")
        self.relay.kill()

    def wipe(self):
        self.hit(self.rng.choice(self.firsts), "working", wipe=True)

    def second(self, program):
        one = self.seconds[program]
        self.words.append(f"{one.name} comes{' with its old disk' if os.listdir(one.data) else ''}")
        one.start()
        one.wait_ready()
        return one

    def leave(self, one):
        if self.rng.random() < .5:
            self.words.append(f"{one.name} leaves")
            one.stop()
        else:
            self.hit(one, "second process", again=False)

    def stop(self):
        """The first is stopped for longer than its session. Who wakes up must change nothing any more."""
        program = self.rng.choice(["count", "count", "count", "relay", "history", "stock"])
        first = next(one for one in self.firsts if one.program == program)
        second = self.second(program)
        self.facts.extra += BURST  # So that it is stopped with records in hand, and wakes up to go on with them.
        time.sleep(self.rng.uniform(.05, .5))
        first.pause()
        self.words.append(f"{first.name} stopped for {SESSION_S} s and more")
        time.sleep(SESSION_S + self.rng.uniform(1.5, 3))
        first.go_on()
        first.wait_ready()
        time.sleep(self.rng.uniform(.5, 1.5))
        self.leave(second)

    def join(self):
        one = self.seconds[self.rng.choice(list(self.seconds))]
        if os.listdir(one.data):
            one.wipe()
        self.second(one.program)
        time.sleep(self.rng.uniform(1, 3))
        self.leave(one)

    def age(self):
        kept = [one for one in self.seconds.values() if os.listdir(one.data)]
        if not kept:
            return self.join()
        one = self.rng.choice(kept)
        self.second(one.program)
        time.sleep(self.rng.uniform(1, 3))
        self.leave(one)

    def broker(self):
        if self.rng.random() < .5:
            self.words.append("broker killed")
            self.stand.kill("kafka")
        else:
            self.words.append("broker restarted")
            self.stand.supervisor("restart", "kafka")
        deadline = time.monotonic() + 120
        while not self.stand.listens(1):
            if time.monotonic() > deadline:
                raise RuntimeError("the broker does not answer")
            time.sleep(0.1)

    def run(self):
        self.start()
        plan = (KINDS * (self.rounds // len(KINDS) + 1))[:self.rounds]
        self.rng.shuffle(plan)
        for number, kind in enumerate(plan, 1):
            began = time.monotonic()
            self.facts.refusing = number > self.rounds // 3  # From then on some senders are parked, whatever happens.
            kinds = [kind] + (["kill"] if kind != "kill" and self.rng.random() < .5 else [])
            for one in kinds:
                getattr(self, one)()
                self.did[one] += 1
            self.settle()
            time.sleep(self.rng.uniform(.2, 1))
            say(f"  round {number}: {' and '.join(kinds)}, {time.monotonic() - began:.1f} s: {', '.join(self.words)}")
            self.words.clear()
        for one in self.seconds.values():
            one.stop()
        self.settle()

    def end(self):
        for one in (*self.seconds.values(), self.relay, self.count):
            one.stop()


# --- What must hold -------------------------------------------------------------------------------


class Checks:
    def __init__(self, stand, rounds, facts, shoppers):
        self.stand, self.rounds, self.facts, self.shoppers, self.fails = stand, rounds, facts, shoppers, []
        self.topics = Topics(stand.brokers, stand.base + "/registry")

    def probe(self):
        """Again, while timers are still to fire: the newest row falls due 3 s behind its last hop."""
        deadline = time.monotonic() + 120
        while True:
            fails = []
            recount = probe.Recount(self.facts.topics, self.facts.forged, fails)
            count = recount.run()
            if not recount.unfired and not fails or time.monotonic() > deadline:
                break
            time.sleep(2)
        say("probe: " + ", ".join(f"{name} {value:,}" for name, value in count.items()) + f"; not fired {recount.unfired}")
        if recount.unfired:
            fails.append(f"{recount.unfired} timers never fired")
        if not all(count[name] for name in ("facts", "hops", "steps", "quiets", "on_time", "letters")) or self.rounds.rounds >= 10 and not count["forged"]:
            fails.append("the probe did not do all that was to be checked")
        if count["crashed"] != len(self.facts.deadly):
            fails.append(f"{count['crashed']} facts were parked for crashing, {len(self.facts.deadly)} were deadly")
        self.fails += fails

    async def history(self):
        recount, sent = Recount(), 0
        acked = dict(self.shoppers.client.acked)
        for _, _, _, key, value in self.topics.read("activity"):
            acked.pop(str(value["envelope"]["event_id"]), None)
            recount.feed(key, value)
            sent += 1
        if acked:
            self.fails.append(f"{len(acked)} acknowledged events are not in activity")
        compared, differences = await compare_histories(self.shoppers.client, recount, 16)
        states = self.topics.latest("histories")
        wrong = [visitor for visitor in recount.visitors
                 if visitor not in states or recount.differs(visitor, states[visitor]) is not None]
        say(f"history: {sent:,} activities of {len(recount.visitors):,} visitors; API compared {compared:,}, "
            f"differ {len(differences)}; topic histories {len(states):,}, differ {len(wrong)}")
        self.fails += differences[:5] + [f"histories of {visitor} is not the recount" for visitor in wrong[:5]]
        if set(states) - set(recount.visitors):
            self.fails.append("histories has visitors who did nothing")
        if not compared or not states:
            self.fails.append("no history was checked")

    async def stock(self):
        levels, seen, facts = {}, set(), 0
        for _, _, _, sku, fact in self.topics.read("supply"):
            event_id = str(fact["envelope"]["event_id"])
            if event_id in seen:
                continue
            seen.add(event_id)
            facts += 1
            if fact["stock_counted"] is not None:
                levels[sku] = fact["stock_counted"]["units"]
            for name in ("stock_received", "stock_adjusted"):
                if fact[name] is not None:
                    levels[sku] = levels.get(sku, 0) + fact[name]["units"]
        seqs, events = {}, 0
        for partition, offset, _, _, event in self.topics.read("stock"):
            name, events = (partition, event["envelope"]["writer"]), events + 1
            if event["envelope"]["seq"] != seqs.get(name, 0) + 1:
                self.fails.append(f"stock {partition}@{offset}: {name[1]} goes from {seqs.get(name, 0)} to {event['envelope']['seq']}")
            seqs[name] = event["envelope"]["seq"]
        states = self.topics.latest("stock-levels")
        wrong = [sku for sku, units in levels.items() if states.get(sku, {}).get("on_hand_units") != units]
        connection, by_api = Connection("127.0.0.1", self.stand.port), 0
        for sku, units in levels.items():
            after = [("Fy-After", self.shoppers.places[sku])] if sku in self.shoppers.places else []  # Listed, and waited for, before.
            answer = await connection.request("GET", f"/v1/products/{sku}", [*after, ("Prefer", "wait=5")])
            by_api += answer.status == 200 and answer.json()["available_units"] == units
        connection.close()
        say(f"stock: {facts:,} facts, {events:,} events; levels of {len(levels)} SKUs, topic differs {len(wrong)}, API {len(levels) - by_api}")
        if wrong or by_api != len(levels) or not levels or not events:
            self.fails.append(f"stock levels: {len(wrong)} of the topic and {len(levels) - by_api} of the API are not the recount of supply")

    def operators(self):
        """What an operator is told: rows made anew, the changelog, and the disk."""
        for words in (["rebuild", "history"], ["rebuild", "stock"], ["digest", "history", "--store"], ["digest", "stock", "--store"]):
            self.operator(" ".join(words), lambda words=words: self.stand.fy(*words))
        for one in (self.rounds.relay, self.rounds.count):
            one.stop()
            self.operator(f"{one.program} digest --store", lambda one=one: subprocess.run(
                [one.binary, "digest", "--conf", one.conf, "--store"], check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout)

    def operator(self, words, ask):
        try:
            said = ask().strip().split("\n")
            say(f"{words}: {said[-1].strip()}")
        except (RuntimeError, subprocess.CalledProcessError) as error:
            self.fails.append(f"{words}: {error} {getattr(error, 'stdout', '') or ''}"[:3000])

    def mid_turn(self):
        """Aborted records, by their append times: what a kill found open."""
        hit, sites = 0, collections.Counter()
        aborted = {program: sorted(self.aborted(names)) for program, names in WRITES.items()}
        for at_ms, program, where in self.rounds.kills:
            open_turn = any(at_ms - 2000 <= append_ms <= at_ms + 500 for append_ms in aborted[program])
            hit += open_turn
            sites[f"{program} {where}{', in a turn' if open_turn else ''}"] += 1
        records = {program: len(times) for program, times in aborted.items()}
        say(f"kills {len(self.rounds.kills)}, {hit} of them in an open transaction, {self.rounds.restoring} while not ready; "
            f"aborted records {', '.join(f'{program} {many:,}' for program, many in records.items())}")
        ended = [f"{one.name} with {one.ended}" for one in (self.rounds.relay, self.rounds.count, *self.rounds.seconds.values()) if one.ended]
        say("ended by themselves, and started again: " + (", ".join(ended) or "none"))
        say("crash sites: " + "; ".join(f"{site} {many}" for site, many in sorted(sites.items())))
        if not hit:
            self.fails.append("no kill hit an open transaction")

    def aborted(self, names):
        for name in names:
            topics = self.facts.topics if name.startswith(("probe-", "relay-", "count-")) else self.topics
            kept = {record[:2] for record in topics.raw(name)}
            for partition, offset, append_ms, _, _ in topics.raw(name, "read_uncommitted"):
                if (partition, offset) not in kept:
                    yield append_ms


def arguments():
    parser = argparse.ArgumentParser(prog="./fy prove runtime", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides rounds, facts and clicks")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--rate", type=int, default=200, help="facts of the probe a second")
    parser.add_argument("--data", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--home", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.rounds < 1 or options.rate < 10:
        parser.error("--rounds must be at least 1 and --rate 10: checking nothing proves nothing")
    return options


async def main():
    options = arguments()
    stand = Stand(options.root, options.home, options.port)
    subprocess.run([os.path.join(options.root, "build/release/bin/probe-topics"), "--brokers", stand.brokers, "--partitions", "6"],
                   check=True, stdout=subprocess.DEVNULL)
    facts = probe.Facts(probe.ProbeTopics(stand.brokers, options.root), options.seed, options.rate)
    shoppers, rounds = Shoppers(stand, options.seed), Rounds(stand, facts, random.Random(options.seed), options.rounds)
    checks = Checks(stand, rounds, facts, shoppers)
    say(f"seed {options.seed}: {options.rounds} rounds, {options.rate} facts a second beside shoppers and suppliers")
    await list_products(shoppers.client, SKUS)
    traffic = [asyncio.ensure_future(work) for work in (shoppers.clicks(), shoppers.supplies())]
    facts.start()
    broken, began = None, time.monotonic()
    try:
        await asyncio.get_running_loop().run_in_executor(None, rounds.run)
    except RuntimeError as error:
        broken = error
        checks.fails.append(f"rounds: {error}")
    shoppers.going = False
    try:
        facts.finish()
        await asyncio.wait_for(asyncio.gather(*traffic), 300)
        say(f"{sum(rounds.did.values())} things done in {options.rounds} rounds, {time.monotonic() - began:.0f} s: "
            + ", ".join(f"{name} {many}" for name, many in sorted(rounds.did.items())) + f"; supply facts {shoppers.posted:,}")
        checks.probe()
        await checks.history()
        await checks.stock()
        checks.mid_turn()
        checks.operators()
    except RuntimeError as error:
        checks.fails.append(f"{'after the rounds had broken, ' if broken else ''}the check itself: {error}")
    finally:
        rounds.end()
    if not rounds.kills or not shoppers.client.acked:
        checks.fails.append("nothing was killed, or nobody came: nothing was proven")
    for fail in checks.fails[:20]:
        say(f"FAIL {fail}")
    say(f"RED, {len(checks.fails)} failures" if checks.fails else "GREEN")
    return 1 if checks.fails else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

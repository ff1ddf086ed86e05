"""The probe (test/probe) recounted from raw topics: what relay and count must have written, given the facts.

Slow and plain on purpose, and nothing here is shared with the programs. `Facts` writes what the outside asks and now and then
repeats a hop that relay has written already, byte for byte: its reader must drop it.
"""
import bisect
import glob
import io
import json
import random
import struct
import threading
import time

import fastavro
from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

from checker.topics import Topics, millis

QUIET_MS, PRIME = 3000, 1000000007
TRANSACTION_MS = 12000  # after which nothing of it is open
HOPS = {"probe-hops": False, "probe-asks": True}
SENDERS, RECEIVERS, REFUSED = 60, 400, 4
FOLD = ("count", "sum", "hash", "quiets")


class ProbeTopics(Topics):
    """Schemas are files beside the probe's build; no registry knows them."""

    def __init__(self, brokers, root):
        super().__init__(brokers, None)
        self.versions = f"{root}/build/release/probe/schemas/versions"

    def schema(self, schema_id):
        if schema_id not in self.schemas:
            path, = glob.glob(f"{self.versions}/{schema_id}-*.avsc")
            with open(path, encoding="utf-8") as text:
                self.schemas[schema_id] = fastavro.parse_schema(json.load(text))
        return self.schemas[schema_id]

    def id_of(self, name):
        return max(int(path.rsplit("/", 1)[1].split("-")[0]) for path in glob.glob(f"{self.versions}/*-{name}.avsc"))


class Facts(threading.Thread):
    """Asks of the outside, so many a second, until it is told to stop. Acknowledged or known as not."""

    def __init__(self, topics, seed, per_second):
        super().__init__(daemon=True)
        self.topics, self.rng, self.per_second = topics, random.Random(seed), per_second
        self.producer = Producer({"bootstrap.servers": topics.brokers, "log_level": 0, "enable.idempotence": True, "linger.ms": 5,
                                  "delivery.timeout.ms": 600000, "partitioner": "murmur2_random"})
        self.schema_id = topics.id_of("probe_fact")
        self.n, self.acked, self.failed, self.refusing, self.extra = 0, 0, [], False, 0
        self.crashes = set()  # numbers of the facts that end one process
        self.deadly = set()  # numbers of the facts that end every process that handles them
        self.forged = {}  # (topic, partition) -> offsets of our repeats
        self.forger = Consumer({"bootstrap.servers": topics.brokers, "log_level": 0, "group.id": "prove-forger", "enable.auto.commit": False,
                                "isolation.level": "read_committed", "auto.offset.reset": "error"})
        self.stopping, self.error = threading.Event(), None

    def fact(self):
        rng, self.n = self.rng, self.n + 1
        act, sender = "ADD", f"s-{rng.randrange(SENDERS)}"
        dice = rng.random()
        if self.n in self.deadly or self.n - 7 in self.deadly:  # And one of the same sender behind it.
            act, sender = ("CRASH", f"deadly-{self.n}") if self.n in self.deadly else ("ADD", f"deadly-{self.n - 7}")
        elif self.n in self.crashes:
            act = "CRASH"
        elif dice < .02:
            act = "FORGET"
        elif dice < .03:
            act = "FORGET_SENDER"
        elif dice < .06:
            act = "NOTHING"
        elif dice < .07:
            sender = f"refused-{rng.randrange(REFUSED)}"
            act = "REFUSE" if self.refusing and dice < .062 else "ADD"
        # Few receivers hear often, most so seldom that they fall quiet between two.
        receiver = f"r-{int(RECEIVERS * rng.random() ** 4)}"
        envelope = {"event_id": f"00000000-0000-7000-8000-{self.n:012x}", "cause_id": None, "root": sender, "actor": "service:prove",
                    "event_ms": int(time.time() * 1000), "writer": None, "seq": None}
        return sender, {"envelope": envelope, "n": self.n, "act": act, "receiver": receiver, "units": rng.randint(-99, 99),
                        "ask": rng.random() < .3}

    def on_delivered(self, error, message):
        if error is not None:
            self.failed.append(str(error))
        else:
            self.acked += 1

    def on_forged(self, error, message):
        if error is None:
            self.forged.setdefault((message.topic(), message.partition()), set()).add(message.offset())

    def forge(self):
        """A hop that is there already, once more."""
        topic, partition = self.rng.choice(list(HOPS)), self.rng.randrange(6)
        try:
            low, high = self.forger.get_watermark_offsets(TopicPartition(topic, partition), timeout=30)
        except KafkaException:  # The broker is away.
            return
        if high - low < 10:
            return
        self.forger.assign([TopicPartition(topic, partition, self.rng.randrange(low, high - 5))])
        message = self.forger.poll(5)
        self.forger.unassign()
        if message is not None and message.error() is None:
            self.producer.produce(topic, message.value(), message.key(), message.partition(), on_delivery=self.on_forged)

    def run(self):
        began = time.monotonic()
        forge_at, sent = began + 5, 0
        try:
            while not self.stopping.is_set():
                while sent < (time.monotonic() - began) * self.per_second + self.extra:
                    sender, fact = self.fact()
                    out = io.BytesIO()
                    out.write(struct.pack(">bI", 0, self.schema_id))
                    fastavro.schemaless_writer(out, self.topics.schema(self.schema_id), fact)
                    self.producer.produce("probe-facts", out.getvalue(), sender, on_delivery=self.on_delivered)
                    sent += 1
                self.producer.poll(0.02)
                if time.monotonic() > forge_at:
                    forge_at = time.monotonic() + 5
                    self.forge()
        except Exception as error:
            self.error = error

    def finish(self):
        self.stopping.set()
        self.join()
        left = self.producer.flush(300)
        if self.error is not None:
            raise self.error
        if left or self.failed or self.acked != self.n:
            raise RuntimeError(f"{self.n} facts sent, {self.acked} acknowledged, {left} open: {self.failed[:2]}")


class Recount:
    """Read once, when all is quiet. `fails` gets a sentence for each thing that is wrong."""

    def __init__(self, topics, forged, fails):
        self.topics, self.forged, self.fails = topics, forged, fails
        self.count = dict(facts=0, hops=0, steps=0, quiets=0, on_time=0, parked=0, forged=sum(map(len, forged.values())), letters=0, crashed=0)
        self.hops = {}    # (topic, partition, offset) -> (append_ms, key, value)
        self.rows = {}    # receiver -> its row, as the steps left it
        self.unfired = 0
        self.deadly = set()  # places of facts that must have been parked because they crash
        self.turns = {}   # relay task -> append times of its turns' ends
        self.aborted = {}  # (topic, partition) -> [(offset, append_ms)] of records that never were

    def fail(self, text):
        self.fails.append(text)

    def run(self):
        self.learn_turns()
        expected, letters = self.relay()
        self.check_letters(letters)
        self.read_hops(expected)
        self.check_steps()
        self.check_totals()
        return self.count

    def learn_turns(self):
        """When the turns of relay ended, and what of its topics was aborted."""
        for partition, _, append_ms, key, _ in self.topics.raw("relay-changelog"):
            if key == "@position":
                self.turns.setdefault(partition, []).append(append_ms)
        for topic in HOPS:
            kept = {record[:2] for record in self.topics.raw(topic)}
            for partition, offset, append_ms, _, _ in self.topics.raw(topic, "read_uncommitted"):
                if (partition, offset) not in kept:
                    self.aborted.setdefault((topic, partition), []).append((offset, append_ms))

    def there_by(self, cause, append_ms, hop):
        """When a reader could have this hop at the latest, or None when we cannot tell.

        Its turn had been committed when the next one of its task ended: the second position row behind it. Behind an
        aborted record nothing can be read until that is settled.
        """
        topic, partition, offset = cause
        if any(before < offset and at > append_ms - TRANSACTION_MS for before, at in self.aborted.get((topic, partition), ())):
            return None
        ends = self.turns.get(int(hop["envelope"]["writer"].split("-")[1]), [])
        at = bisect.bisect_left(ends, append_ms) + 1
        return ends[at] if at < len(ends) else None

    # --- relay -----------------------------------------------------------------------------------

    def relay(self):
        """(topic, input partition) -> hops it must have made, in order; and what must lie in the dead letters."""
        expected, letters, senders, parked = {}, set(), {}, set()
        numbers = set()
        for partition, offset, _, sender, fact in self.topics.read("probe-facts"):
            self.count["facts"] += 1
            numbers.add(fact["n"])
            deadly = fact["act"] == "CRASH" and sender.startswith("deadly-")
            if sender in parked or fact["act"] == "REFUSE" or deadly:
                parked.add(sender)
                letters.add((partition, offset))
                if deadly:
                    self.deadly.add((partition, offset))
                continue
            if fact["act"] == "NOTHING":
                continue
            sent = senders[sender] = senders.get(sender, 0) + 1
            if fact["act"] == "FORGET_SENDER":
                del senders[sender]
            hop = (fact["receiver"], fact["n"], sender, sent, fact["act"] == "FORGET", fact["units"])
            expected.setdefault(("probe-asks" if fact["ask"] else "probe-hops", partition), []).append(hop)
        self.count["parked"] = len(letters)
        if len(numbers) != self.count["facts"]:
            self.fail(f"{self.count['facts']} facts of {len(numbers)} numbers: the client wrote one twice")
        return expected, letters

    def check_letters(self, letters):
        found = []
        for _, _, _, _, letter in self.topics.read("relay-dead-letters"):
            found.append((letter["partition"], letter["offset"]))
            crashed = letter["reason"].startswith("crashed")
            self.count["crashed"] += crashed
            if crashed != (found[-1] in self.deadly):
                self.fail(f"the dead letter of probe-facts {found[-1]} says \"{letter['reason']}\"")
        self.count["letters"] = len(found)
        if sorted(found) != sorted(letters):
            self.fail(f"relay-dead-letters has {len(found)} of {len(letters)}; {len(set(found) - letters)} that should not be there, "
                      f"{len(found) - len(set(found))} twice")

    def read_hops(self, expected):
        seqs, found, place_of = {}, {}, {}
        for topic in HOPS:
            for partition, offset, append_ms, key, hop in self.topics.read(topic):
                if offset in self.forged.get((topic, partition), ()):
                    continue
                self.count["hops"] += 1
                writer, seq = hop["envelope"]["writer"], hop["envelope"]["seq"]
                self.dense(seqs, (topic, partition, writer), seq, offset)
                if place_of.setdefault(key, partition) != partition:
                    self.fail(f"receiver {key} is in two partitions of {topic}")
                self.hops[topic, partition, offset] = append_ms, key, hop
                found.setdefault((topic, int(writer.split("-")[1]), partition), []).append(
                    (key, hop["n"], hop["sender"], hop["sent"], hop["forget"], hop["units"]))
        wanted = {}
        for (topic, source), hops in expected.items():
            for hop in hops:
                if hop[0] not in place_of:
                    self.fail(f"fact {hop[1]}: its receiver {hop[0]} never got a hop")
                    continue
                wanted.setdefault((topic, source, place_of[hop[0]]), []).append(hop)
        for name in sorted(set(wanted) | set(found)):
            want, got = wanted.get(name, []), found.get(name, [])
            if want != got:
                at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
                self.fail(f"{name[0]} from relay-{name[1]} to {name[2]}: {len(got)} hops, {len(want)} wanted; "
                          f"number {at} is {got[at:at + 1]}, wanted {want[at:at + 1]}")

    def dense(self, seqs, name, seq, offset):
        want = seqs.get(name, 0) + 1
        if seq != want:
            self.fail(f"{name[0]} partition {name[1]} at {offset}: {name[2]} says seq {seq}, wanted {want}: "
                      f"{'a gap' if seq > want else 'a repeat'}")
        seqs[name] = seq

    # --- count -----------------------------------------------------------------------------------

    def check_steps(self):
        seqs, used, newest = {}, set(), {}
        for partition, offset, append_ms, key, step in self.topics.read("probe-steps"):
            self.count["steps"] += 1
            where = f"probe-steps {partition}@{offset} ({key})"
            self.dense(seqs, ("probe-steps", partition, step["envelope"]["writer"]), step["envelope"]["seq"], offset)
            row = self.rows.setdefault(key, dict(count=0, sum=0, hash=0, quiets=0, due=0, n=0, fired=0))
            if step["kind"] == "QUIET":
                self.quiet(where, append_ms, row, step)
            else:
                cause = (step["cause"]["topic"], step["cause"]["partition"], step["cause"]["offset"])
                if cause in used:
                    self.fail(f"{where}: {cause} was counted twice")
                used.add(cause)
                if cause[2] <= newest.get(cause[:2], -1):
                    self.fail(f"{where}: {cause} is counted behind {newest[cause[:2]]}")
                newest[cause[:2]] = cause[2]
                if cause not in self.hops:
                    self.fail(f"{where}: {cause} is no hop, or a repeat of one")
                    continue
                self.added(where, row, step, cause, *self.hops[cause])
            if {name: row[name] for name in FOLD} != step["total"]:
                self.fail(f"{where}: says {step['total']}, the fold is { {name: row[name] for name in FOLD} }")
                row.update(step["total"])  # One failure for one mistake.
        left = set(self.hops) - used
        if left:
            self.fail(f"{len(left)} hops were never counted, as {sorted(left)[:3]}")
        self.unfired = sum(1 for row in self.rows.values() if row["due"])

    def added(self, where, row, step, cause, append_ms, key, hop):
        there_ms = self.there_by(cause, append_ms, hop) if row["fired"] else None
        if there_ms is not None:
            # Its inputs' ends are asked for 500 ms behind a due time; what a reader could have by then is read first.
            self.count["on_time"] += 1
            if append_ms < row["fired"] and there_ms < row["fired"] + 500:
                self.fail(f"{where}: fell quiet at {row['fired']}, but this hop had been written at {append_ms} and committed by {there_ms}: "
                          "fired before all was read")
        row["fired"], row["n"] = 0, hop["n"]
        if hop["forget"]:
            row.update(count=0, sum=0, hash=0, quiets=0, due=0)
        else:
            row.update(count=row["count"] + 1, sum=row["sum"] + hop["units"], hash=(row["hash"] * 31 + hop["n"]) % PRIME,
                       due=append_ms + QUIET_MS)
        if step["n"] != hop["n"] or (step["kind"] == "FORGOTTEN") != hop["forget"]:
            self.fail(f"{where}: {step['kind']} of fact {step['n']}, the hop is {hop}")

    def quiet(self, where, append_ms, row, step):
        self.count["quiets"] += 1
        due = millis(step["due_ms"])
        if row["due"] == 0 or due != row["due"]:
            self.fail(f"{where}: fell quiet at {due}, which was {'due at ' + str(row['due']) if row['due'] else 'not due: fired twice'}")
        if append_ms < due:
            self.fail(f"{where}: fell quiet {due - append_ms} ms too soon")
        row.update(quiets=row["quiets"] + 1, due=0, fired=due)

    def check_totals(self):
        """The state topic and the rows of the changelog against the fold."""
        totals = self.topics.latest("probe-totals")
        rows = {key: value["receiver"] for key, value in self.topics.latest("count-changelog").items() if not key.startswith("@")}
        forgotten = {key for key, row in self.rows.items() if row["count"] == 0}
        want = {key: {name: row[name] for name in FOLD} for key, row in self.rows.items() if key not in forgotten}
        if {key: value["total"] for key, value in totals.items()} != want:
            self.fail(f"probe-totals are not the fold: {sum(totals.get(key, {}).get('total') != value for key, value in want.items())} of "
                      f"{len(want)} differ, {len(set(totals) - set(want))} more")
        if {key: value["total"] for key, value in rows.items()} != want:
            self.fail(f"the rows of count are not the fold: {sum(rows.get(key, {}).get('total') != value for key, value in want.items())} of "
                      f"{len(want)} differ, {len(set(rows) - set(want))} more")

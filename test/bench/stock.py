"""bench stock: reservations per CPU-second, uniform over many SKUs, and how long one takes through Kafka.

Writes the offers and the holds into the topics itself, as `producers` and `orders` would. stock is away while they are written, and is
judged by the CPU time of its process (all threads, librdkafka's and RocksDB's too) from its start until it has committed the last,
less what a start with nothing to do costs. Every hold must have its reply, and all of them are granted: there is enough.
"""
import argparse
import io
import json
import struct
import sys
import time
import urllib.request

import fastavro
from confluent_kafka import Consumer, Producer, TopicPartition

from checker.stand import Stand
from process import cpu_s, memory_mb

LATE_S = 900


def say(name, text):
    print(f"figure: {name:<33} {text}", flush=True)


class Writer:
    def __init__(self, stand, topic, linger_ms=20):
        with urllib.request.urlopen(f"{stand.base}/registry/subjects/{topic}-value/versions/latest") as answer:
            found = json.load(answer)
        self.topic, self.head = topic, struct.pack(">bI", 0, found["id"])
        self.schema = fastavro.parse_schema(json.loads(found["schema"]))
        self.kinds = {field["name"]: None for field in json.loads(found["schema"])["fields"]
                      if isinstance(field["type"], list) and isinstance(field["type"][-1], dict)}
        self.failed, self.partitions = 0, {}
        self.producer = Producer({"bootstrap.servers": stand.brokers, "partitioner": "murmur2_random", "linger.ms": linger_ms,
                                  "queue.buffering.max.messages": 500000, "compression.type": "lz4", "acks": "all"})

    def delivered(self, error, message):
        self.failed += error is not None
        if error is None and self.topic == "supply":
            self.partitions[message.key().decode()] = message.partition()

    def send(self, key, value, partition=-1):
        out = io.BytesIO(self.head)
        out.seek(0, io.SEEK_END)
        fastavro.schemaless_writer(out, self.schema, {**self.kinds, **value})
        while True:
            try:
                self.producer.produce(self.topic, out.getvalue(), key, partition, self.delivered)
                break
            except BufferError:
                self.producer.poll(0.1)
        self.producer.poll(0)

    def flush(self):
        if self.producer.flush(300) or self.failed:
            raise RuntimeError(f"{self.topic}: not all was written")


def envelope(number, **more):
    return {"event_id": f"00000000-0000-8000-8000-{number:012d}", "cause_id": None, "root": "bench", "actor": "service:bench",
            "event_ms": int(time.time() * 1000), "writer": None, "seq": None, **more}


def behind(stand, topic):
    """Records that the group has not committed. Markers count, so it ends within one of each partition."""
    consumer = Consumer({"bootstrap.servers": stand.brokers, "group.id": "stock", "enable.auto.commit": False})
    try:
        partitions = [TopicPartition(topic, number) for number in consumer.list_topics(topic, 10).topics[topic].partitions]
        left = 0
        for place in consumer.committed(partitions, 10):
            low, high = consumer.get_watermark_offsets(TopicPartition(topic, place.partition), 10)
            left += high - (place.offset if place.offset >= 0 else low)
        return left
    finally:
        consumer.close()


def caught_up(stand, topic):
    deadline = time.monotonic() + LATE_S
    while behind(stand, topic) > 0:
        if time.monotonic() > deadline:
            raise RuntimeError(f"stock has not read {topic} in {LATE_S} s")
        time.sleep(0.3)


def start(stand):
    stand.supervisor("start", "stock")
    return stand.wait_pid("stock")


def ready_cpu(stand):
    """What a start with nothing to do costs."""
    stand.supervisor("stop", "stock")
    pid = start(stand)
    while not stand.ready(stand.OFFSETS["stock"]):
        time.sleep(0.1)
    time.sleep(1)
    return cpu_s(pid)


def hold(requests, seqs, partition, sku, number, prefix):
    seqs[partition] = seqs.get(partition, 0) + 1
    name = f"{prefix}{number}"
    requests.send(sku, {"envelope": envelope(number, writer=f"orders-{partition}", seq=seqs[partition]), "sku": sku, "order": name,
                        "hold": name + "/1",
                        "hold_stock": {"units": 1, "currency": "EUR", "excluded": [], "preferred": None}}, partition)


def throughput(options, stand, supply, requests, seqs):
    skus = list(supply.partitions)
    idle_s = ready_cpu(stand)
    stand.supervisor("stop", "stock")
    for number in range(options.holds):
        sku = skus[number * 7919 % len(skus)]
        hold(requests, seqs, supply.partitions[sku], sku, number, "b")
    requests.flush()
    began = time.monotonic()
    pid = start(stand)
    caught_up(stand, "stock-requests")
    spent_s, took_s = cpu_s(pid) - idle_s, time.monotonic() - began
    if stand.pid("stock") != pid:
        raise RuntimeError("stock did not live through it")
    say("reservations, uniform", f"{options.holds / spent_s:,.0f} per CPU-second of stock, {options.holds / took_s:,.0f} a second "
                                 f"({options.holds:,} holds over {len(skus):,} SKUs, {spent_s * 1e6 / options.holds:.1f} us each)")
    say("memory of stock", f"{memory_mb(pid)[0]:.0f} MB")


def replies(stand, seconds):
    """Each as it comes: (hold, state). From the end of the topic now."""
    import checker.topics
    topics = checker.topics.Topics(stand.brokers, stand.base + "/registry")
    consumer = Consumer({"bootstrap.servers": stand.brokers, "group.id": "bench", "enable.auto.commit": False,
                         "isolation.level": "read_committed", "fetch.wait.max.ms": 5})
    numbers = consumer.list_topics("stock-replies", 10).topics["stock-replies"].partitions
    consumer.assign([TopicPartition("stock-replies", number, consumer.get_watermark_offsets(
        TopicPartition("stock-replies", number), 10)[1]) for number in numbers])
    consumer.poll(2)
    deadline = time.monotonic() + seconds
    yield None, None  # It stands at the end.
    while time.monotonic() < deadline:
        message = consumer.poll(1)
        if message is not None and message.error() is None:
            value = topics.decode(message.value())
            yield value["hold"], value["standing"]["state"]
    consumer.close()


def latency(options, stand, supply, seqs):
    skus, took = list(supply.partitions), []
    requests = Writer(stand, "stock-requests", 0)
    answers = replies(stand, 300)
    next(answers)
    for number in range(options.paced):
        sku = skus[number * 104729 % len(skus)]
        began = time.monotonic()
        requests.producer.flush(10)
        hold(requests, seqs, supply.partitions[sku], sku, number, "p")
        requests.producer.flush(10)
        for name, state in answers:
            if name == f"p{number}/1":
                if state != "HELD":
                    raise RuntimeError(f"{name} is {state}")
                break
        took.append(time.monotonic() - began)
    took.sort()
    say("a hold through Kafka", f"p50 {took[len(took) // 2] * 1000:.1f} ms, p99 {took[len(took) * 99 // 100] * 1000:.1f} ms "
                                f"({len(took)}, one at a time, from before it is written to its reply)")


def main():
    parser = argparse.ArgumentParser(prog="./fy bench stock", description=__doc__)
    parser.add_argument("--skus", type=int, default=1000000)
    parser.add_argument("--holds", type=int, default=500000)
    parser.add_argument("--paced", type=int, default=300)
    for name in ("--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    stand = Stand(options.root, options.home, options.port)
    stand.supervisor("stop", "stock", "history", "recommend", "accounts", "orders", "exposure", "pictures")
    supply, requests, seqs = Writer(stand, "supply"), Writer(stand, "stock-requests"), {}
    for number in range(options.skus):
        sku = f"bench-{number}"
        supply.send(sku, {"envelope": envelope(number), "sku": sku, "supplier": "bench", "session": None, "n": None,
                          "offer_stated": {"title": "Mug", "description": None, "brand": None, "gtins": [],
                                           "price": {"minor": 500, "currency": "EUR"}, "units": 1000, "threshold_units": None}})
    supply.flush()
    start(stand)
    caught_up(stand, "supply")
    throughput(options, stand, supply, requests, seqs)
    latency(options, stand, supply, seqs)
    stand.supervisor("start", "history", "recommend", "accounts", "exposure", "pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())

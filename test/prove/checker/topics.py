"""Raw topics, read with the stock Python client and decoded by fastavro from the registry's texts."""
import io
import json
import struct
import time
import urllib.request

import fastavro
from confluent_kafka import Consumer, TopicPartition

NOTHING_S = 60  # a broker that is read from says something before that


def millis(value):
    """fastavro makes times of timestamp-millis."""
    return value if isinstance(value, int) else round(value.timestamp() * 1000)


class Topics:
    def __init__(self, brokers, registry_url):
        self.brokers, self.registry_url = brokers, registry_url
        self.schemas = {}

    def schema(self, schema_id):
        if schema_id not in self.schemas:
            with urllib.request.urlopen(f"{self.registry_url}/schemas/ids/{schema_id}") as answer:
                self.schemas[schema_id] = fastavro.parse_schema(json.loads(json.load(answer)["schema"]))
        return self.schemas[schema_id]

    def decode(self, value):
        magic, schema_id = struct.unpack(">bI", value[:5])
        if magic != 0:
            raise ValueError(f"magic byte {magic}")
        rest = io.BytesIO(value[5:])
        decoded = fastavro.schemaless_reader(rest, self.schema(schema_id), None)
        if rest.read(1):
            raise ValueError("bytes left after the value")
        return decoded

    def read(self, topic):
        """Every committed record of a topic up to its end now: (partition, offset, append_ms, key, value).

        `value` is decoded, None for a tombstone, and an Exception where it cannot be decoded.
        """
        for partition, offset, append_ms, key, value in self.raw(topic):
            if value is not None:
                try:
                    value = self.decode(value)
                except Exception as error:  # the caller decides what an undecodable record means
                    value = error
            yield partition, offset, append_ms, key, value

    def latest(self, topic):
        """The newest value of every key, decoded; what was deleted is not there."""
        values = {}
        for _, _, _, key, value in self.raw(topic):
            values[key] = value
        return {key: self.decode(value) for key, value in values.items() if value is not None}

    def raw(self, topic, isolation="read_committed"):
        """As read, with values as they are."""
        consumer = Consumer({
            "bootstrap.servers": self.brokers, "group.id": "prove", "enable.auto.commit": False,
            "isolation.level": isolation, "auto.offset.reset": "error",
            "enable.partition.eof": True, "fetch.wait.max.ms": 10,
        })
        partitions = consumer.list_topics(topic, 10).topics[topic].partitions
        if not partitions:
            raise RuntimeError(f"topic {topic} has no partitions")
        consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
        open_partitions = set(partitions)
        deadline = time.monotonic() + NOTHING_S
        while open_partitions:
            messages = consumer.consume(5000, timeout=0.5)  # waits for all 5,000
            if messages:
                deadline = time.monotonic() + NOTHING_S
            elif time.monotonic() > deadline:
                raise RuntimeError(f"topic {topic}: nothing for {NOTHING_S} s with {len(open_partitions)} partitions open")
            for message in messages:
                if message.error() is not None:
                    if message.error().name() == "_PARTITION_EOF":
                        open_partitions.discard(message.partition())
                        continue
                    raise RuntimeError(str(message.error()))
                kind, append_ms = message.timestamp()
                if kind != 2:
                    raise RuntimeError(f"topic {topic} has no log append time")
                key = message.key()
                yield message.partition(), message.offset(), append_ms, key.decode() if key else None, message.value()
        consumer.close()

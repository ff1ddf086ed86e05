"""write_topic.py BROKERS REGISTRY TOPIC: lines {"key", "value"} into records; says how many."""
import json
import sys

from confluent_kafka import Producer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

brokers, registry, topic = sys.argv[1:4]
encode = AvroSerializer(SchemaRegistryClient({"url": registry}),
                        conf={"auto.register.schemas": False, "use.latest.version": True})
# The partitioner of Java and of this shop: a key's records stay together, whoever writes them.
producer = Producer({"bootstrap.servers": brokers, "partitioner": "murmur2_random", "enable.idempotence": True})
written = 0


def delivered(error, _):
    global written
    if error is not None:
        sys.exit(f"not written: {error}")
    written += 1


for line in sys.stdin:
    record = json.loads(line)
    producer.produce(topic, key=record["key"], on_delivery=delivered,
                     value=encode(record["value"], SerializationContext(topic, MessageField.VALUE)))
producer.flush(30)
print(written)

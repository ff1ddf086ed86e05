"""read_topic.py BROKERS REGISTRY TOPIC: every record there is now, a line of JSON each."""
import json
import sys

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext


def records(brokers, registry, topic):
    """(partition, offset, key, value) of all that is committed; a value of None is a tombstone."""
    decode = AvroDeserializer(SchemaRegistryClient({"url": registry}))
    consumer = Consumer({"bootstrap.servers": brokers, "group.id": "reader", "enable.auto.commit": False,
                         "isolation.level": "read_committed", "enable.partition.eof": True})
    partitions = set(consumer.list_topics(topic, 10).topics[topic].partitions)
    consumer.assign([TopicPartition(topic, partition, 0) for partition in partitions])
    while partitions:
        message = consumer.poll(10)
        if message is None:
            raise RuntimeError(f"no record and no end of {topic} within 10 s")
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise KafkaException(message.error())
            partitions.discard(message.partition())
            continue
        yield (message.partition(), message.offset(), message.key().decode(),
               decode(message.value(), SerializationContext(topic, MessageField.VALUE)))
    consumer.close()


def plain(value):
    """Times come as datetime and ids as UUID: back to what the bytes say."""
    if hasattr(value, "timestamp"):
        return round(value.timestamp() * 1000)
    return str(value)


if __name__ == "__main__":
    for partition, offset, key, value in records(*sys.argv[1:4]):
        print(json.dumps({"partition": partition, "offset": offset, "key": key, "value": value}, default=plain))

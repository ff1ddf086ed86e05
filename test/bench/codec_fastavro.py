"""What the activity of bench.codec costs fastavro, a stock Avro library for Python: argv[1] is schemas/versions/<id>-activity.avsc."""
import io
import json
import sys
import time

import fastavro

schema = fastavro.parse_schema(json.load(open(sys.argv[1], encoding="utf-8")))
visitor = "00112233445566778899aabbccddeeff"
value = {
    "envelope": {"event_id": "019b76da-a800-8000-8000-0123456789ab", "cause_id": None, "root": visitor,
                 "actor": "visitor:" + visitor, "event_ms": 1767225600123, "writer": None, "seq": None},
    "visitor": visitor, "learn": True, "session": "0123456789abcdef0123456789abcdef", "n": 17,
    "client_ms": 1767225600000, "item_viewed": {"sku": "mug-blue-0.3l"},
}
out = io.BytesIO()
fastavro.schemaless_writer(out, schema, value)
data = out.getvalue()


def best(work, rounds=5, values=20000):
    spent = []
    for _ in range(rounds):
        began = time.thread_time_ns()
        for _ in range(values):
            work()
        spent.append(time.thread_time_ns() - began)
    return min(spent) / values


print(f"{'encode, fastavro':<40} {best(lambda: fastavro.schemaless_writer(io.BytesIO(), schema, value)):7.1f} ns")
print(f"{'decode, fastavro':<40} {best(lambda: fastavro.schemaless_reader(io.BytesIO(data), schema, None)):7.1f} ns")

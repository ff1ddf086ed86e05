"""What the events of bench.codec cost fastavro, a stock Avro library for Python: argv[1] is the folder of its --bytes."""
import io
import json
import pathlib
import sys
import time

import fastavro


def best(work, rounds=5, values=20000):
    spent = []
    for _ in range(rounds):
        began = time.thread_time_ns()
        for _ in range(values):
            work()
        spent.append(time.thread_time_ns() - began)
    return min(spent) / values


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.avsc")):
    schema = fastavro.parse_schema(json.loads(path.read_text(encoding="utf-8")))
    data = path.with_suffix(".avro").read_bytes()
    value = fastavro.schemaless_reader(io.BytesIO(data), schema, None)
    out = io.BytesIO()
    fastavro.schemaless_writer(out, schema, value)
    assert out.getvalue() == data, f"fastavro writes another {path.stem}"
    print(f"{path.stem:<6} {'encode, fastavro':<40} {best(lambda: fastavro.schemaless_writer(io.BytesIO(), schema, value)):7.1f} ns")
    print(f"{path.stem:<6} {'decode, fastavro':<40} {best(lambda: fastavro.schemaless_reader(io.BytesIO(data), schema, None)):7.1f} ns")

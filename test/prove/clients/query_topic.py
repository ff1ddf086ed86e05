"""query_topic.py BROKERS REGISTRY TOPIC SQL: a question in SQL, put to the table `records` of a topic.

Columns: partition, "offset", key, value (a struct, as the schema has it; NULL for a tombstone).
"""
import json
import sys
import tempfile

import duckdb
from read_topic import plain, records

brokers, registry, topic, question = sys.argv[1:5]
with tempfile.NamedTemporaryFile("w", suffix=".json") as lines:
    for partition, offset, key, value in records(brokers, registry, topic):
        lines.write(json.dumps({"partition": partition, "offset": offset, "key": key, "value": value}, default=plain) + "\n")
    lines.flush()
    database = duckdb.connect()
    database.execute("create table records as select * from read_json(?, format='newline_delimited')", [lines.name])
for row in database.execute(question).fetchall():
    print(json.dumps(row, default=str))

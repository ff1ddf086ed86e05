"""python3 -m checker.flood PORT WIDTH SECONDS: logins, as many at once as WIDTH, of e-mails that nobody has."""
import asyncio
import collections
import json
import os
import random
import sys
import time

from checker.http import Connection


async def main(port, width, seconds):
    answers, until = collections.Counter(), time.monotonic() + seconds

    async def one(number):
        rng, connection = random.Random(number), Connection("127.0.0.1", port)
        while time.monotonic() < until:
            body = json.dumps({"email": f"flood{rng.getrandbits(60)}@people.example", "password": "wrong"}).encode()
            headers = [("Content-Type", "application/json"), ("X-Real-IP", f"10.9.{number}.{rng.randrange(250)}")]
            try:
                answer = await connection.request("POST", "/v1/login", headers, body, timeout=20)
                answers[answer.status] += 1
                if answer.status == 503:
                    await asyncio.sleep(float(answer.headers.get("retry-after", "1")) * rng.random())
            except ConnectionError:
                answers["none"] += 1
        connection.close()
    await asyncio.gather(*(one(number) for number in range(width)))
    print(json.dumps({"tried": sum(answers.values()), "answers": dict(answers)}))


os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))  # the client is not what is measured
asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))

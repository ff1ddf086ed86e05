"""bench orders: what an order costs and how long it takes, ours and a mainstream commerce server's (Vendure on PostgreSQL), one line a figure.

Both are driven by the same client over HTTP: guests with an empty cart, one SKU, an address, a payment that is taken. Ours goes through
nginx, Kafka, stock, payments and a provider in a process of its own; Vendure settles with its own dummy, calls nobody, and keeps jobs in
memory. An order of ours counts once it is confirmed: stock sold, money taken. CPU is of all processes of each side, from /proc: ours
without the provider, whose is told beside, and with the broker told apart; Vendure's with PostgreSQL. The client runs on the same cores.
"""
import argparse
import asyncio
import json
import os
import pwd
import random
import shutil
import subprocess
import sys
import time
import uuid

from checker.http import Connection
from checker.stand import Stand
from checker.supply import supply
from checker.topics import Topics, millis
from process import cpu_s

HERE = os.path.dirname(os.path.abspath(__file__))
JSON = ("Content-Type", "application/json")
SKUS = 200
UNITS = 1000000


def say(name, text):
    print(f"figure: {name:<33} {text}", flush=True)


def cpu_ms(pids):
    """PostgreSQL's processes come and go."""
    return 1000 * sum(cpu_s(pid) for pid in pids if os.path.exists(f"/proc/{pid}"))


def private_mb(pids):
    """What they have that nobody else has: PostgreSQL's processes share most of theirs."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1024


def children(pid):
    found, left = [pid], [pid]
    while left:
        done = subprocess.run(["pgrep", "-P", str(left.pop())], stdout=subprocess.PIPE, text=True)
        more = [int(word) for word in done.stdout.split()]
        found += more
        left += more
    return found


def of(values, share):
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Ours:
    name = "ours"

    def __init__(self, options):
        self.stand = Stand(options.root, options.home, options.port)
        self.port = options.port

    def up(self):
        caller = self.stand.caller(supplier="bench")
        supply(self.stand, caller, [{"sku": f"sku-{number}", "product_listed": {
            "title": f"Item {number}", "price": {"minor": 500, "currency": "EUR"}}} for number in range(SKUS)])
        supply(self.stand, caller, [{"sku": f"sku-{number}", "stock_counted": {"units": UNITS}} for number in range(SKUS)])
        self.stand.wait_ready(300)
        time.sleep(2)

    def held(self):
        """From the edge's clock to the broker's, when all was held and when all was paid, of every order there is."""
        placed, held, confirmed = {}, [], []
        for _, _, append_ms, key, event in Topics(self.stand.brokers, self.stand.base + "/registry").read("orders"):
            if event["order_placed"] is not None:
                placed[key] = millis(event["envelope"]["event_ms"])
            elif event["payment_asked"] is not None:
                held.append(append_ms - placed[key])
            elif event["order_confirmed"] is not None:
                confirmed.append(append_ms - placed[key])
        say("ours, from placed to held", f"p50 {of(held, .5)} ms, p99 {of(held, .99)} ms; to confirmed p50 {of(confirmed, .5)} ms, "
            f"p99 {of(confirmed, .99)} ms, by the topic, of {len(confirmed):,} orders")

    def groups(self):
        programs = [name for name in ("producers", "api", "stock", "orders", "payments", "history", "recommend", "accounts", "exposure",
                                      "nginx") if self.stand.pid(name)]
        return {"programs": [pid for name in programs for pid in children(self.stand.pid(name))],
                "broker": [self.stand.pid("kafka")], "provider": [self.stand.pid("pspsim")]}

    async def order(self, connection, number):
        """Round trips it took. The cookie is the shop's first word to anybody; the order is one request."""
        answer = await connection.request("POST", "/v1/activity", [JSON], b'{"item_viewed":{"sku":"sku-0"}}')
        cookie = ("Cookie", answer.headers["set-cookie"].split(";")[0])
        body = json.dumps({"lines": [{"sku": f"sku-{number % SKUS}", "units": 1}], "expected_total": {"minor": 500, "currency": "EUR"},
                           "payment_method": "pm_card_visa", "email": f"b{number}@bench.example",
                           "address": {"full_name": "A B", "lines": ["Street 1"], "postcode": "12345", "city": "Town", "country": "DE"}})
        headers = [JSON, cookie, ("Idempotency-Key", str(uuid.uuid4())), ("Prefer", "wait=30")]
        began = time.monotonic()
        answer = await connection.request("POST", "/v1/orders", headers, body.encode())
        if answer.status != 201:
            raise RuntimeError(f"POST /v1/orders: {answer.status} {answer.body[:300]}")
        return 2, (time.monotonic() - began) * 1000

    def stop(self):
        pass


ADD = "mutation($id:ID!){addItemToOrder(productVariantId:$id,quantity:1){__typename}}"
STEPS = (
    ('mutation{setCustomerForOrder(input:{firstName:"A",lastName:"B",emailAddress:"%s"}){__typename}}', "Order"),
    ('mutation{setOrderShippingAddress(input:{fullName:"A B",streetLine1:"Street 1",city:"Town",postalCode:"12345",countryCode:"DE"})'
     "{__typename}}", "Order"),
    ("mutation{setOrderShippingMethod(shippingMethodId:[1]){__typename}}", "Order"),
    ('mutation{transitionOrderToState(state:"ArrangingPayment"){__typename}}', "Order"),
    ('mutation{addPaymentToOrder(input:{method:"dummy",metadata:{}}){__typename ... on Order{state}}}', "Order"),
)


class Vendure:
    name = "Vendure"

    def __init__(self, options):
        self.folder = os.path.join(options.home, "peers", "vendure")
        self.port, self.database = options.port + 51, options.port + 52
        self.server = None

    def postgres(self, *words):
        """As its own user: it refuses root."""
        tools = sorted(os.listdir("/usr/lib/postgresql"))[-1]
        command = [os.path.join("/usr/lib/postgresql", tools, "bin", words[0]), *words[1:]]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/")

    def up(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        for file in ("package.json", "package-lock.json", "server.js"):
            shutil.copy(os.path.join(HERE, "peers", "vendure", file), self.folder)
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--omit=optional"], cwd=self.folder, check=True)
        self.data = f"/tmp/fy-bench-postgres-{self.database}"
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data, 0o700)
        if os.geteuid() == 0:
            os.chown(self.data, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
        self.postgres("initdb", "-D", self.data, "-A", "trust", "-U", "bench")
        self.postgres("pg_ctl", "-D", self.data, "-w", "-l", f"{self.data}/log", "-o",
                      f"-p {self.database} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=256MB", "start")
        self.postgres("createdb", "-h", "127.0.0.1", "-p", str(self.database), "-U", "bench", "vendure")
        self.server = subprocess.Popen(["node", "server.js", str(self.port), f"postgres://bench@127.0.0.1:{self.database}/vendure",
                                        str(SKUS), str(UNITS)], cwd=self.folder, env=dict(os.environ, NODE_ENV="production"),
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if "ready" not in iter(self.server.stdout.readline, "").__next__():
            raise RuntimeError("Vendure did not start")

    def groups(self):
        with open(f"{self.data}/postmaster.pid", encoding="ascii") as file:
            postmaster = int(file.readline())
        return {"programs": [self.server.pid] + children(postmaster)}

    async def query(self, connection, token, query, variables=None):
        headers = [JSON] + ([("Authorization", f"Bearer {token}")] if token else [])
        answer = await connection.request("POST", "/shop-api", headers, json.dumps({"query": query, "variables": variables or {}}).encode())
        told = answer.json()
        if answer.status != 200 or "errors" in told:
            raise RuntimeError(f"Vendure: {answer.status} {answer.body[:300]}")
        return next(iter(told["data"].values())), answer.headers.get("vendure-auth-token", token)

    async def order(self, connection, number):
        began = time.monotonic()
        told, token = await self.query(connection, None, ADD, {"id": str(number % SKUS + 1)})
        for query, want in STEPS:
            told, token = await self.query(connection, token, query.replace("%s", f"b{number}@bench.example"))
            if told["__typename"] != want:
                raise RuntimeError(f"Vendure: {told}")
        if told["state"] != "PaymentSettled":
            raise RuntimeError(f"Vendure: {told}")
        return 1 + len(STEPS), (time.monotonic() - began) * 1000

    def stop(self):
        if self.server is not None:
            self.server.terminate()
            self.server.wait(20)
            self.postgres("pg_ctl", "-D", self.data, "-m", "fast", "stop")
            shutil.rmtree(self.data, ignore_errors=True)


async def drive(side, width, count):
    """`count` orders, `width` at a time: milliseconds each, round trips each."""
    took, trips = [], 0
    numbers = iter(range(random.randrange(1000000), 10**9))

    async def one():
        nonlocal trips
        connection = Connection("127.0.0.1", side.port)
        while len(took) < count:
            more, ms = await side.order(connection, next(numbers))
            trips += more
            took.append(ms)
        connection.close()
    await asyncio.gather(*(one() for _ in range(width)))
    return took, trips / len(took)


def judge(side, options):
    side.up()
    asyncio.run(drive(side, 8, options.warm))
    for width in options.widths:
        groups = side.groups()
        before = {name: cpu_ms(pids) for name, pids in groups.items()}
        began = time.monotonic()
        took, trips = asyncio.run(drive(side, width, options.count))
        seconds = time.monotonic() - began
        spent = {name: (cpu_ms(pids) - before[name]) / len(took) for name, pids in groups.items()}
        say(f"{side.name}, {width} at a time", f"{len(took) / seconds:.0f} orders a second, confirmed p50 {of(took, .5):.1f} ms, "
            f"p99 {of(took, .99):.1f} ms, {trips:.0f} round trips each")
        say("  CPU per order", ", ".join(f"{name} {ms:.2f} ms" for name, ms in spent.items())
            + f": {1000 / max(spent['programs'], 1e-9):.0f} orders per CPU-second of its programs")
    if isinstance(side, Ours):
        side.held()
    say(f"{side.name}, memory", ", ".join(f"{name} {private_mb(pids):.0f} MB" for name, pids in side.groups().items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", required=True)
    parser.add_argument("--home", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--warm", type=int, default=300)
    parser.add_argument("--widths", type=int, nargs="+", default=[1, 16, 64])
    parser.add_argument("--only", choices=("ours", "vendure"))
    options = parser.parse_args()
    for kind in (Ours, Vendure):
        if options.only not in (None, kind.name.lower()):
            continue
        side = kind(options)
        try:
            judge(side, options)
        finally:
            side.stop()


if __name__ == "__main__":
    sys.exit(main())

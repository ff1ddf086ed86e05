"""Hostile requests as raw bytes, in families. None may be accepted, and none may carry a second one past us.

Every request wants to write an activity under a client session of its own. Those that hide a second request hide it
under another session. `run` says what was answered; whoever reads the topic says what was written.
"""
import asyncio
import collections
import re
import zlib

LATE_SECONDS = 30  # the deadlines of head and body are 10 s

Case = collections.namedtuple("Case", "family name data sessions slow")


class Maker:
    def __init__(self, rng, sku):
        self.rng, self.sku, self.cases, self.used = rng, sku, [], []

    def session(self):
        self.used.append(f"{self.rng.getrandbits(128):032x}")
        return self.used[-1]

    def body(self):
        return (f'{{"session":"{self.session()}","n":0,"item_viewed":{{"sku":"{self.sku}"}}}}').encode()

    def whole(self):
        """A request that would be taken: what hides behind the hostile one."""
        body = self.body()
        return (b"POST /v1/activity HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + str(len(body)).encode() + b"\r\n\r\n" + body)

    def add(self, family, name, data, slow=()):
        self.cases.append(Case(family, name, data, list(self.used), slow))
        self.used = []

    def head(self, lines, line=b"POST /v1/activity HTTP/1.1", host=b"Host: a\r\n", end=b"\r\n"):
        return line + b"\r\n" + host + b"Content-Type: application/json\r\n" + lines + end

    def plain(self, family, name, extra=b"", line=b"POST /v1/activity HTTP/1.1", host=b"Host: a\r\n", tail=False):
        """A request that is well-formed but for what is said. `tail`: its end is in doubt, and a whole one is behind it."""
        body = self.body()
        lines = extra + b"Content-Length: " + str(len(body)).encode() + b"\r\n"
        self.add(family, name, self.head(lines, line, host) + body + (self.whole() if tail else b""))


def chunked(body):
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def two_lengths(make):
    values = [b"chunked", b"Chunked", b"CHUNKED", b"identity", b"chunked, identity", b"gzip, chunked", b"x", b"chunked ",
              b"\tchunked", b'"chunked"']
    for value in values:
        for first in (True, False):
            body = make.body()
            both = [b"Transfer-Encoding: " + value + b"\r\n", b"Content-Length: %d\r\n" % len(chunked(body))]
            lines = b"".join(both if first else reversed(both))
            make.add("length and coding", f"{value!r} {'before' if first else 'behind'}",
                     make.head(lines) + chunked(body) + make.whole())
    body = make.body()
    make.add("length and coding", "length 0, chunks behind", make.head(
        b"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n") + chunked(body) + make.whole())
    body = make.body()
    make.add("length and coding", "length ends in the chunk", make.head(
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + chunked(body) + make.whole())


def codings(make):
    values = [b"xchunked", b"chunkedx", b"chunked, chunked", b"gzip, chunked", b"chunked, gzip", b"chunked;q=1", b"identity",
              b"\x0bchunked", b"chunked\x0b", b"\x0cchunked", b"chu nked", b"'chunked'", b"chunked,", b",chunked", b"chunk",
              b"deflate", b"compress", b"\xc4\x8bhunked", b"chunked\x00", b"chunked\x00x", b"none", b"0", b"chunked chunked"]
    for value in values:
        body = make.body()
        make.add("codings", repr(value), make.head(b"Transfer-Encoding: " + value + b"\r\n") + chunked(body) + make.whole())
    for name in (b"Transfer-Encoding ", b"Transfer-Encoding\t", b"Transfer Encoding", b" Transfer-Encoding", b"\x00Transfer-Encoding"):
        body = make.body()
        make.add("codings", f"name {name!r}", make.head(
            name + b": chunked\r\nContent-Length: %d\r\n" % len(body)) + body + make.whole())


def lengths(make):
    for value in (b"+%d", b"-%d", b"0x%x", b"%d,%d", b"%d, %d", b"%d %d", b"%d;", b"%d.0", b"%de0", b"'%d'", b"\"%d\"", b"%d\x00",
                  b"\x0b%d", b"%d\x0b", b"1%d99999999999999999999", b"%dx", b"_%d", b"%d_0", b"", b" ", b"\xef\xbc\x95", b"NaN",
                  b"-0", b"+0", b"18446744073709551616", b"9223372036854775808"):
        body = make.body()
        count = value.count(b"%")
        text = value % ((len(body),) * count) if count else value
        make.add("lengths", repr(text), make.head(b"Content-Length: " + text + b"\r\n") + body + make.whole())


def repeated(make):
    for name, first, second in (
            (b"Content-Length", b"%d", b"%d"), (b"Content-Length", b"%d", b"0"), (b"Content-Length", b"0", b"%d"),
            (b"content-length", b"%d", b"%d"), (b"Content-length", b"1", b"%d")):
        body = make.body()
        size = str(len(body)).encode()
        lines = b"Content-Length: " + first.replace(b"%d", size) + b"\r\n" + name + b": " + second.replace(b"%d", size) + b"\r\n"
        make.add("repeated", f"{name!r} {first!r} {second!r}", make.head(lines) + body + make.whole())
    for pair in ((b"chunked", b"chunked"), (b"chunked", b"identity"), (b"identity", b"chunked"), (b"", b"chunked")):
        body = make.body()
        lines = b"".join(b"Transfer-Encoding: " + value + b"\r\n" for value in pair)
        make.add("repeated", f"codings {pair!r}", make.head(lines) + chunked(body) + make.whole())
    for pair in ((b"a", b"a"), (b"a", b"b"), (b"a", b"")):
        make.plain("repeated", f"hosts {pair!r}", host=b"".join(b"Host: " + value + b"\r\n" for value in pair), tail=True)
    make.plain("repeated", "media types", b"Content-Type: text/plain\r\n")
    make.plain("repeated", "same media type", b"Content-Type: application/json\r\n")
    make.plain("repeated", "keys", b"Idempotency-Key: a\r\nIdempotency-Key: b\r\n")


def hosts(make):
    for value in (b"a b", b"a/b", b"a@b", b"a,b", b"a\x01b", b"a\x00b", b"a\x7f", b"a?b", b"a#b", b"a\\b", b"a\tb", b"http://a",
                  b"a;b", b"<a>", b"a'b", b"a%00b", b"\xffa"):
        make.plain("hosts", repr(value), host=b"Host: " + value + b"\r\n")
    make.plain("hosts", "none", host=b"")
    make.plain("hosts", "before a blank", host=b"Host : a\r\n")
    make.plain("hosts", "behind a blank", host=b" Host: a\r\n")


def controls(make):
    for code in list(range(0, 9)) + [0x0b, 0x0c] + list(range(0x0e, 0x20)) + [0x7f]:
        make.plain("control characters", f"value {code:#04x}", b"X-A: a" + bytes([code]) + b"b\r\n")
    for code in (0x00, 0x01, 0x08, 0x0b, 0x1b, 0x7f, 0x20, 0x09, 0x28, 0x2c, 0x2f, 0x3b, 0x40, 0x80, 0xff):
        make.plain("control characters", f"name {code:#04x}", b"X" + bytes([code]) + b"A: b\r\n")


def line_ends(make):
    for name, lines in (("bare CR in a value", b"X-A: b\rc\r\n"), ("bare CR before a field", b"X-A: b\rX-B: c\r\n"),
                        ("CR CR LF", b"X-A: b\r\r\n"), ("fold with blank", b"X-A: b\r\n c\r\n"), ("fold with tab", b"X-A: b\r\n\tc\r\n"),
                        ("fold with a length", b"X-A: b\r\n Content-Length: 9999\r\n"), ("no colon", b"X-A\r\n"),
                        ("no name", b": b\r\n"), ("blank line", b" \r\n"), ("LF CR", b"X-A: b\n\rc: d\r\n"),
                        ("fold of two", b"X-A:\r\n b\r\n c\r\n"), ("CR at the start", b"\rX-A: b\r\n"), ("fold first", b" x\r\n")):
        make.plain("line ends", name, lines, tail=True)
    body = make.body()
    make.add("line ends", "folded coding", make.head(
        b"Content-Length: %d\r\nTransfer-Encoding:\r\n chunked\r\n" % len(body)) + body + make.whole())
    body = make.body()
    make.add("line ends", "CR alone ends all", make.head(b"Content-Length: %d\r\n" % len(body)).replace(b"\r\n", b"\r") + body)
    make.plain("line ends", "CR in the request line", line=b"POST /v1/activity HTTP/1.1\rX: y")
    make.plain("line ends", "fold behind the request line", host=b" Host: a\r\nHost: a\r\n")


def targets(make):
    for target in (b"http://a/v1/activity", b"HTTP://a/v1/activity", b"https://a/v1/activity", b"//a/v1/activity", b"a:80", b"*", b"v1/activity",
                   b"/v1/activity%00", b"/v1/activity%00.html", b"/v1%2factivity", b"/v1%2Factivity", b"/v1/activity%2f", b"/v1%5cactivity",
                   b"/v1\\activity", b"/v1/./activity", b"/v1/x/../activity", b"/v1/%2e%2e/v1/activity", b"/v1/..%2fv1/activity", b"/v1//activity",
                   b"//v1/activity", b"/v1/activity/", b"/V1/activity", b"/v1/activity#x", b"/v1/activity?a=%00", b"/v1/activity?a=%", b"/v1/activity?a=%zz",
                   b"/v1/activity%", b"/v1/activity%c0%af", b"/v1/%c0%ae%c0%ae/activity", b"/v1/activity%0d%0aX:%20y", b"/v1/activity%20", b"/v1/activity;x=y",
                   b"/v1/activity?a=1&a=2", b"/v1/\x00activity", b"/v1/activity\x01", b"/v1/activity\x7f", b"/v1/activity?\xff", b"/v1/activity%u002f",
                   b"/v1/activity?a=%0d%0a", b"/v1/activity ?x", b"ftp://a/v1/activity", b"/healthz/../v1/activity", b"/v1/activity%ff"):
        make.plain("targets", repr(target), line=b"POST " + target + b" HTTP/1.1")


def request_lines(make):
    for line in (b"POST  /v1/activity HTTP/1.1", b"POST\t/v1/activity HTTP/1.1", b"POST /v1/activity  HTTP/1.1", b"POST /v1/activity\tHTTP/1.1",
                 b" POST /v1/activity HTTP/1.1", b"POST /v1/activity HTTP/1.1 ", b"POST /v1/activity HTTP/1.1 x", b"POST /v1/activity HTTP/2.0",
                 b"POST /v1/activity HTTP/0.9", b"POST /v1/activity HTTP/1.2x", b"POST /v1/activity HTTP/1,1", b"POST /v1/activity HTTP/11",
                 b"POST /v1/activity http/1.1", b"POST /v1/activity HTTP/1", b"POST /v1/activity", b"post /v1/activity HTTP/1.1",
                 b"P\x00ST /v1/activity HTTP/1.1", b"PO(ST /v1/activity HTTP/1.1", b"TRACE /v1/activity HTTP/1.1", b"CONNECT /v1/activity HTTP/1.1",
                 b"PUT /v1/activity HTTP/1.1", b"PATCH /v1/activity HTTP/1.1", b"DELETE /v1/activity HTTP/1.1", b"\xefPOST /v1/activity HTTP/1.1",
                 b"PRI * HTTP/2.0", b"/v1/activity HTTP/1.1", b"POST HTTP/1.1", b"POST /v1/activity XTTP/1.1", b"POST /v1/activity HTTP/1.1\x00",
                 b"POST /v1/activity HTTP/-1.1", b"POST /v1/activity HTTP/1.10"):
        make.plain("request lines", repr(line), line=line)


def chunks(make):
    for name, before, after in (
            ("size is no number", b"zz\r\n", b"\r\n0\r\n\r\n"), ("size is negative", b"-%x\r\n", b"\r\n0\r\n\r\n"),
            ("size has a sign", b"+%x\r\n", b"\r\n0\r\n\r\n"), ("size has 0x", b"0x%x\r\n", b"\r\n0\r\n\r\n"),
            ("size overflows", b"1%016x\r\n", b"\r\n0\r\n\r\n"), ("size overflows far", b"ffffffffffffffffffff%x\r\n", b"\r\n0\r\n\r\n"),
            ("size is most of 64 bits", b"fffffffffffffffe\r\n", b"\r\n0\r\n\r\n"), ("size is empty", b"\r\n", b"\r\n0\r\n\r\n"),
            ("size has a blank before", b" %x\r\n", b"\r\n0\r\n\r\n"), ("no line end behind data", b"%x\r\n", b"0\r\n\r\n"),
            ("data is longer", b"5\r\n", b"\r\n0\r\n\r\n"), ("data is followed by x", b"%x\r\n", b"xx0\r\n\r\n"),
            ("size line ends in CR", b"%x\r", b"\r\n0\r\n\r\n"), ("size is a comma list", b"%x,1\r\n", b"\r\n0\r\n\r\n"),
            ("size has a NUL", b"%x\x00\r\n", b"\r\n0\r\n\r\n"), ("last is no number", b"%x\r\n", b"\r\ng\r\n\r\n"),
            ("size has an underscore", b"1_%x\r\n", b"\r\n0\r\n\r\n"), ("size is quoted", b'"%x"\r\n', b"\r\n0\r\n\r\n"),
            ("size has a point", b"%x.0\r\n", b"\r\n0\r\n\r\n"), ("size in full-width digits", b"\xef\xbc\x95\r\n", b"\r\n0\r\n\r\n")):
        body = make.body()
        size = before % len(body) if b"%" in before else before
        make.add("chunks", name, make.head(b"Transfer-Encoding: chunked\r\n") + size + body + after + make.whole())
    body = make.body()
    make.add("chunks", "in HTTP/1.0", make.head(b"Transfer-Encoding: chunked\r\n", b"POST /v1/activity HTTP/1.0") + chunked(body) + make.whole())


def bodies(make):
    """A request inside the body of another: it is bytes of that body and nothing else."""
    for method, path in ((b"POST", b"/v1/activity"), (b"POST", b"/v1/nothing"), (b"GET", b"/v1/history"), (b"HEAD", b"/v1/history"),
                         (b"DELETE", b"/v1/activity"), (b"PUT", b"/v1/supply")):
        inner = make.whole()
        make.add("requests in bodies", f"{method.decode()} {path.decode()} with a length", make.head(
            b"Content-Length: %d\r\n" % len(inner), method + b" " + path + b" HTTP/1.1") + inner)
        inner = make.whole()
        make.add("requests in bodies", f"{method.decode()} {path.decode()} in a chunk", make.head(
            b"Transfer-Encoding: chunked\r\n", method + b" " + path + b" HTTP/1.1") + chunked(inner))
    for coding in (b"gzip", b"deflate", b"br", b"gzip, gzip"):
        body = zlib.compress(make.body())
        make.add("requests in bodies", f"content coding {coding.decode()}", make.head(
            b"Content-Encoding: " + coding + b"\r\nContent-Length: %d\r\n" % len(body)) + body)


def sizes(make):
    make.plain("sizes", "field of 70 KB", b"X-A: " + b"a" * 70000 + b"\r\n")
    make.plain("sizes", "field of 17 KB", b"X-A: " + b"a" * 17000 + b"\r\n")
    make.plain("sizes", "two fields of 9 KB", (b"X-A: " + b"a" * 9000 + b"\r\n") * 2)
    make.plain("sizes", "1,000 fields", b"".join(b"X-%d: a\r\n" % i for i in range(1000)))
    make.plain("sizes", "80 fields", b"".join(b"X-%d: a\r\n" % i for i in range(80)))
    make.plain("sizes", "name of 20 KB", b"X" * 20000 + b": a\r\n")
    make.plain("sizes", "target of 5 KB", line=b"POST /v1/activity?" + b"a" * 5000 + b" HTTP/1.1")
    make.plain("sizes", "target of 40 KB", line=b"POST /v1/activity?" + b"a" * 40000 + b" HTTP/1.1")
    make.plain("sizes", "method of 9 KB", line=b"A" * 9000 + b" /v1/activity HTTP/1.1")
    make.plain("sizes", "100 segments", line=b"POST /v1/activity" + b"/a" * 100 + b" HTTP/1.1")
    make.plain("sizes", "key of 1 KB", b"Idempotency-Key: " + b"k" * 1000 + b"\r\n")
    for name, size in (("body one over", 65537), ("body of 1 MB", 1 << 20), ("body of 2 MB", 2 << 20)):
        body = make.body()
        make.add("sizes", name, make.head(b"Content-Length: %d\r\n" % size) + body + b" " * (size - len(body)))
    body = make.body()
    make.add("sizes", "chunked body over", make.head(b"Transfer-Encoding: chunked\r\n") + chunked(body + b" " * 70000))
    make.add("sizes", "exabytes", make.head(b"Content-Length: 1000000000000000000\r\n") + make.body())


def slow_ones(make):
    """Never whole: hung up on at the deadline, whether a byte trickles in now and then or not."""
    full = make.head(b"Content-Length: 400\r\n") + make.body()
    for name, part, trickle in (
            ("nothing", b"", b""), ("a letter", b"P", b""), ("half a line", full[:12], b""), ("half a head", full[:60], b""),
            ("trickled head", full[:60], b"x"), ("half a body", full, b""), ("trickled body", full, b" "), ("no last chunk", make.head(
                b"Transfer-Encoding: chunked\r\n") + chunked(make.body())[:-5], b""), ("no chunk", make.head(b"Transfer-Encoding: chunked\r\n"), b"")):
        make.add("slow", name, part, slow=(trickle,))


# Line ends that nginx reads as one and writes anew, so that nobody behind it sees them: sent to the instances alone.
MENDED = {"CR CR LF", "no colon"}

# Where a request ends is nginx's to decide: none of these may reach a program behind it. The others are for whoever sees them.
FRAMING = {"length and coding", "codings", "lengths", "line ends", "chunks"}


def make_all(rng, sku, through_nginx):
    make = Maker(rng, sku)
    for family in (two_lengths, codings, lengths, repeated, hosts, controls, line_ends, targets, request_lines, chunks,
                   bodies, sizes, slow_ones):
        family(make)
    return [case for case in make.cases if not through_nginx or case.name not in MENDED]


async def ask(port, case):
    """All bytes that come back until the other side hangs up, or is silent though it has all of ours."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    heard = b""
    try:
        writer.write(case.data)
        quiet = 1.5 if not case.slow else LATE_SECONDS
        spent = 0.0
        while True:
            try:
                got = await asyncio.wait_for(reader.read(65536), 1.0 if case.slow else quiet)
            except asyncio.TimeoutError:
                spent += 1.0 if case.slow else quiet
                if spent >= quiet:
                    return heard, False
                if case.slow[0]:
                    writer.write(case.slow[0])
                continue
            if not got:
                return heard, True
            heard += got
    except OSError:
        return heard, True
    finally:
        writer.close()


def statuses(heard):
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] ([0-9]{3})[ \r]", heard)]


async def run(port, cases, width=32):
    """[(case, statuses, hung up)] in order."""
    found = [None] * len(cases)
    left = iter(enumerate(cases))

    async def worker():
        for number, case in left:
            heard, hung_up = await ask(port, case)
            found[number] = (case, statuses(heard), hung_up)
    await asyncio.gather(*[worker() for _ in range(width)])
    return found


def judge(found):
    """Words for each case that was accepted, or was kept waiting beyond the deadlines."""
    fails = []
    for case, answers, hung_up in found:
        if any(status < 400 and status != 100 for status in answers):
            fails.append(f"{case.family}: {case.name}: accepted, answers {answers}")
        if case.slow and not hung_up:
            fails.append(f"{case.family}: {case.name}: not hung up on within {LATE_SECONDS} s")
    return fails

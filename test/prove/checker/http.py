"""A small HTTP/1.1 client: many keep-alive connections, one request each at a time.

Ready-made clients cost several times the CPU of what they measure, on a machine with two cores.
Whatever is not a well-formed answer is an error, never a silent retry.
"""
import asyncio
import json


class Answer:
    __slots__ = ("status", "headers", "body")

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Connection:
    def __init__(self, host, port):
        self.host, self.port = host, port
        self.reader = self.writer = None

    async def request(self, method, path, headers=(), body=b"", timeout=60):
        """One answer. A connection that was closed under us raises ConnectionError: fate unknown."""
        try:
            return await asyncio.wait_for(self._request(method, path, headers, body), timeout)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
            self.close()
            raise ConnectionError(f"{method} {path}: {error!r}") from error

    async def _request(self, method, path, headers, body):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in headers]
        if body or method in ("POST", "PUT"):
            lines.append(f"Content-Length: {len(body)}")
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
        head = await self.reader.readuntil(b"\r\n\r\n")
        first, *rest = head[:-4].decode("latin-1").split("\r\n")
        status = int(first.split(" ", 2)[1])
        answer_headers = {}
        for line in rest:
            name, value = line.split(":", 1)
            answer_headers.setdefault(name.strip().lower(), value.strip())
        if answer_headers.get("transfer-encoding", "").lower() == "chunked":
            content = await self._chunks()
        else:
            length = int(answer_headers.get("content-length", "0"))
            content = await self.reader.readexactly(length) if length and method != "HEAD" else b""
        if answer_headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, answer_headers, content)

    async def _chunks(self):
        parts = []
        while True:
            size = int((await self.reader.readuntil(b"\r\n")).split(b";")[0], 16)
            part = await self.reader.readexactly(size + 2)
            if size == 0:
                return b"".join(parts)
            parts.append(part[:-2])

    def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


async def each(host, port, jobs, work, width, progress=None):
    """Run work(connection, job) for every job, in order of start, `width` at a time."""
    iterator = iter(jobs)
    done = 0

    async def worker():
        nonlocal done
        connection = Connection(host, port)
        for job in iterator:
            await work(connection, job)
            done += 1
            if progress is not None and done % 2000 == 0:
                progress(done)
        connection.close()

    workers = [asyncio.ensure_future(worker()) for _ in range(width)]
    try:
        await asyncio.gather(*workers)
    finally:
        for one in workers:
            one.cancel()
    return done

"""A registry that refuses what Confluent's would refuse of an import, and remembers every request.

It stands in for a real one, which no package index of ours has: its rules are those of Confluent's documentation.
A subject takes ids and versions of the client's only in mode IMPORT; it enters that mode when it is empty or when
forced; an id means one text for ever; outside of IMPORT a new version must be compatible, which this one does not judge.
"""
import http.server
import json
import threading

TYPE = "application/vnd.schemaregistry.v1+json"
LEVELS = {"NONE", "BACKWARD", "BACKWARD_TRANSITIVE", "FORWARD", "FORWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE"}


class Refused(Exception):
    def __init__(self, code, words):
        super().__init__(words)
        self.code, self.words = code, words


class FakeRegistry:
    def __init__(self):
        self.subjects, self.ids, self.modes, self.levels = {}, {}, {}, {}
        self.requests, self.breaches = [], []
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length) if length else b""
                registry.requests.append((self.command, self.path))
                try:
                    if body and self.headers.get("Content-Type") != TYPE:
                        raise Refused(415, "Content-Type")
                    status, said = 200, registry.answer(self.command, self.path, json.loads(body) if body else None)
                except Refused as refused:
                    status = refused.code // 100 if refused.code >= 1000 else refused.code
                    said = {"error_code": refused.code, "message": refused.words}
                    if status != 404:
                        registry.breaches.append((self.command, self.path, refused.words))
                text = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", TYPE)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method, path, body):
        path, _, query = path.partition("?")
        words = path.strip("/").split("/")
        if (method, words) == ("GET", ["subjects"]):
            return list(self.subjects)
        if words[0] == "mode" and len(words) == 2:
            return self.mode(method, words[1], query, body)
        if words[0] == "config" and len(words) == 2 and method == "PUT":
            if body["compatibility"] not in LEVELS:
                raise Refused(42203, "Invalid compatibility level")
            self.levels[words[1]] = body["compatibility"]
            return body
        if words[0] == "subjects" and len(words) == 4 and method == "GET":
            return self.version(words[1], int(words[3]))
        if words[0] == "subjects" and len(words) == 2 and method == "POST":
            return self.look_up(words[1], body)
        if words[0] == "subjects" and len(words) == 3 and method == "POST":
            return self.register(words[1], body)
        if words[:2] == ["schemas", "ids"] and method == "GET":
            if int(words[2]) not in self.ids:
                raise Refused(40403, "Schema not found")
            return {"schema": self.ids[int(words[2])]}
        raise Refused(405, "no such route")

    def mode(self, method, subject, query, body):
        if method == "DELETE":
            if subject not in self.modes:
                raise Refused(40409, "no mode of its own")
            return {"mode": self.modes.pop(subject)}
        if body["mode"] == "IMPORT" and self.subjects.get(subject) and query != "force=true":
            raise Refused(42205, "Cannot import since found existing subjects")
        self.modes[subject] = body["mode"]
        return body

    def version(self, subject, number):
        if subject not in self.subjects:
            raise Refused(40401, f"Subject '{subject}' not found.")
        if number not in self.subjects[subject]:
            raise Refused(40402, f"Version {number} not found.")
        found = self.subjects[subject][number]
        return {"subject": subject, "version": number, "id": found, "schema": self.ids[found]}

    def look_up(self, subject, body):
        if subject not in self.subjects:
            raise Refused(40401, f"Subject '{subject}' not found.")
        for number, found in self.subjects[subject].items():
            if self.ids[found] == body["schema"]:
                return self.version(subject, number)
        raise Refused(40403, "Schema not found")

    def register(self, subject, body):
        json.loads(body["schema"])
        if "id" not in body and "version" not in body:
            raise Refused(42205, "this test imports only")
        if self.modes.get(subject) != "IMPORT":
            raise Refused(42205, f"Subject {subject} is not in import mode")
        if self.ids.get(body["id"], body["schema"]) != body["schema"]:
            raise Refused(42206, f"Overwrite new schema with id {body['id']} is not permitted.")
        versions = self.subjects.setdefault(subject, {})
        if body["version"] != len(versions) + 1:
            raise Refused(42202, "versions out of order")
        self.ids[body["id"]] = body["schema"]
        versions[body["version"]] = body["id"]
        return {"id": body["id"]}

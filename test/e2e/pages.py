#!/usr/bin/env python3
"""pages.py - a person with a browser, at a stand's pages. FY_HOME and FY_PORT say which stand.

Drives a headless Chromium over its debugging pipe: searches, registers, opens the letter's link, signs in, fills
in a profile, loses the short token, signs out another session, takes the export, forgets her password,
is forgotten; then somebody buys something as a guest. On each page: nothing wider than a phone, a label for
every field, no complaint of the browser, which its content security policy would be.
"""
import contextlib
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BASE = f"http://127.0.0.1:{os.environ['FY_PORT']}"
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
WAIT_S = 60
looked_at = 0


def check(holds, words):
    global looked_at
    looked_at += 1
    if not holds:
        sys.exit(f"FAILED: {words}")


class Browser:
    """Chromium, and its one page. Commands and answers are JSON that end with a zero byte."""

    def __init__(self, folder):
        self.folder = folder
        to_read, self.writes = os.pipe()
        self.reads, to_write = os.pipe()
        # Chromium wants them as 3 and 4, and both may be in the other's way: the shell moves them.
        command = (f"exec 8<&{to_read} 9>&{to_write} && exec 3<&8 4>&9 8<&- 9>&- && exec chromium "
                   "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run "
                   f"--disable-background-networking --remote-debugging-pipe --user-data-dir={folder}/profile")
        self.process = subprocess.Popen(["bash", "-c", command], pass_fds=(to_read, to_write),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=open(f"{folder}/stderr", "wb"),
                                        env={**os.environ, "HOME": folder})
        os.close(to_read)
        os.close(to_write)
        self.buffer, self.number, self.session = b"", 0, None
        self.asked, self.complaints = [], []
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")
        self.do("Emulation.setDeviceMetricsOverride", **PHONE)

    def do(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writes, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next_message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def next_message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.reads, 1 << 16)
            if not piece:
                sys.exit("chromium went away")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        params = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.asked.append((params["request"]["method"], params["request"]["url"].removeprefix(BASE)))
        elif message.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(params["exceptionDetails"])[:500])
        elif message.get("method") == "Log.entryAdded" and params["entry"]["source"] != "network":
            self.complaints.append(params["entry"]["text"])
        return message

    def value(self, script):
        result = self.do("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit(f"{script}: {json.dumps(result['exceptionDetails'])[:500]}")
        return result["result"].get("value")

    def wait(self, script, words):
        """Until `script` is true; its value."""
        end = time.monotonic() + WAIT_S
        while not (value := self.value(script)):
            if time.monotonic() > end:
                sys.exit(f"FAILED: {words}; the page says: {self.value('document.body.innerText')[:1500]}")
            self.value("new Promise(requestAnimationFrame)")
        check(True, words)
        return value

    def open(self, path):
        self.do("Page.navigate", url="about:blank")  # Else a change behind # loads nothing.
        self.do("Page.navigate", url=BASE + path)
        self.wait(f"document.readyState === 'complete' && location.href.startsWith('{BASE}')", path)

    def title_is(self, title):
        self.wait(f"document.querySelector('#people-title')?.textContent === {json.dumps(title)}", title)
        self.fits(title)

    def fits(self, where):
        width = self.value("document.documentElement.scrollWidth")
        check(width <= PHONE["width"], f"{where}: as wide as a phone, not {width}")
        bare = self.value("[...document.querySelectorAll('#people input[name], #people textarea')]"
                          ".filter((one) => !one.labels.length).map((one) => one.name).join()")
        check(bare == "", f"{where}: every field has a label, not {bare}")

    def fill(self, form, **fields):
        """Type into the fields of a form, as the keyboard would."""
        for name, text in fields.items():
            self.fill_one(form, name, text)

    def fill_one(self, form, name, text):
        found = f"document.querySelector({json.dumps(f'{form} [name=')} + CSS.escape({json.dumps(name)}) + ']')"
        self.wait(f"{found} !== null", f"{form} has {name}")
        self.value(f"{found}.focus(), {found}.select()")
        self.do("Input.insertText", text=text)

    def enter(self):
        for kind in ("keyDown", "keyUp"):
            self.do("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter",
                    windowsVirtualKeyCode=13, text="\r")

    def click(self, selector):
        self.wait(f"document.querySelector({json.dumps(selector)}) !== null", selector)
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def error_is(self, form, name, words):
        """The refusal stands at its field, which has the focus and names it."""
        script = (f"(() => {{ const at = document.querySelector({json.dumps(form)})"
                  f".elements[{json.dumps(name)}]; return at.getAttribute('aria-invalid') === 'true' && "
                  "document.activeElement === at && at.getAttribute('aria-describedby').split(' ')"
                  ".map((id) => document.getElementById(id)?.textContent || '').join(' ') })()")
        said = self.wait(script, f"an error at {name}")
        check(words in said, f"at {name}: {words}, not {said}")

    def end(self):
        self.process.terminate()
        self.process.wait(10)


@contextlib.contextmanager
def browsing(whose):
    """A browser, and a folder of its own, while somebody walks; in the end it has complained of nothing."""
    with tempfile.TemporaryDirectory(prefix="fy-pages-", ignore_cleanup_errors=True) as folder:
        browser = Browser(folder)
        try:
            yield browser
            check(not browser.complaints, f"the browser complains: {browser.complaints}")
        finally:
            browser.end()
    print(f"{whose} at {BASE}: {looked_at} things looked at, all as they should be")


def letter(email, kind):
    """The token of the newest letter of a kind, once it is there."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        done = subprocess.run([f"{ROOT}/fy", "letters", email, kind], capture_output=True, text=True)
        if done.stdout.strip():
            return done.stdout.strip()
    sys.exit(f"FAILED: a letter ({kind}) to {email}: {done.stderr}")


def post(path, body=None, token=None, method="POST"):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(BASE + path, data, headers, method=method)) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, None


def lists(sku, title, owner, **more):
    """A product of 9 euros; there once a page that is opened would show it."""
    offer = {"title": title, "price": {"minor": 900, "currency": "EUR"}, "units": 20, **more}
    status, _ = post(f"/v1/products/{sku}", offer, owner, "PATCH")
    check(status == 202, f"listed, not {status}")
    end = time.monotonic() + WAIT_S
    while post(f"/v1/products/{sku}", method="GET")[0] != 200:
        check(time.monotonic() < end, f"{sku} is there")
        time.sleep(.02)
    return sku


def joins(browser, email, password):
    browser.open("/#/register")
    browser.title_is("Make an account")
    browser.fill("#people form", email="nobody", password=password)
    browser.enter()
    browser.error_is("#people form", "email", "@")
    browser.fill("#people form", email=email, password="short")
    browser.enter()
    browser.error_is("#people form", "password", "At least 8")
    browser.fill("#people form", password=password)
    browser.enter()
    browser.title_is("Is this e-mail yours?")

    token = letter(email, "verify")
    browser.open(f"/#/verify/{token}")
    browser.title_is("Is this e-mail yours?")
    check(browser.value("location.hash") == "#/verify", "the token is taken out of the address")
    check(not any(token in path for _, path in browser.asked), "the token is in no address that is asked")
    browser.click("#people form [type=submit]")
    browser.title_is("Sign in")


def signs_in(browser, email, password):
    browser.fill("#people form", email=email, password="not this one")
    browser.enter()
    browser.wait("document.querySelector('.form-error:not([hidden])')?.textContent.includes('wrong')",
                 "a wrong password is said")
    browser.fill("#people form", password=password)
    browser.enter()
    browser.wait("document.querySelector('#account-link').textContent === 'My data'", "signed in")
    check(browser.value("document.cookie") == "", "no script sees a token")


def says_who_she_is(browser):
    browser.click("#account-link")
    browser.title_is("My data")
    browser.click(".addresses > button")
    form = "#people form:has(.addresses)"
    browser.fill(form, full_name="Ada Lovelace", phone="+44 20 7946 0000")
    at = {"lines": "12 St James's Square\nSecond door", "postcode": "SW1Y", "city": "London", "country": "England"}
    for name, text in at.items():
        browser.fill_one(form, f"addresses[0].{name}", text)
    browser.fits("an address")
    browser.enter()
    browser.error_is(form, "addresses[0].country", "at most 2")
    browser.fill_one(form, "addresses[0].country", "gb")
    browser.enter()
    browser.wait("document.querySelector('#toast').textContent === 'Kept.'", "kept")


def stays_signed_in(browser):
    """Without the short token the long one is asked, once, and nobody sees it."""
    browser.do("Network.deleteCookies", name="fy_token", url=BASE)
    browser.asked.clear()
    browser.open("/#/me")
    browser.title_is("My data")
    browser.wait("document.querySelector('[name=full_name]')?.value === 'Ada Lovelace'", "her name again")
    check(browser.value("document.querySelector('.addresses textarea').value") ==
          "12 St James's Square\nSecond door", "her address again")
    check(browser.asked.count(("POST", "/v1/refresh")) == 1, f"one refresh of {browser.asked}")


def ends_another(browser, email, password):
    status, tokens = post("/v1/login", {"email": email, "password": password})
    check(status == 200, "she signs in elsewhere")
    browser.open("/#/me")
    there = "[...document.querySelectorAll('.sessions li')].filter((one) => one.querySelector('button'))"
    browser.wait(f"{there}.length === 1", "one other session")
    browser.click(".sessions button")
    browser.wait(f"{there}.length === 0", "it is gone")
    end = time.monotonic() + WAIT_S
    while (status := post("/v1/me", token=tokens["access_token"], method="GET")[0]) != 401:
        check(time.monotonic() < end, f"its token counts no more, not {status}")


def takes_it_all(browser):
    browser.do("Browser.setDownloadBehavior", behavior="allow", downloadPath=browser.folder)
    browser.click("[aria-labelledby=export-title] [type=submit]")
    path, end = f"{browser.folder}/my-data.ndjson", time.monotonic() + WAIT_S
    while not os.path.exists(path):
        said = browser.value("document.querySelector('[aria-labelledby=export-title]').innerText")
        check(time.monotonic() < end, f"a file of all that is known; the page says: {said}")
        browser.value("new Promise(requestAnimationFrame)")
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    check(len(lines) >= 8, f"{len(lines)} events about her")
    check("Ada Lovelace" in json.dumps(lines), "her name among them, unsealed")


def sets_another_password(browser, email, password):
    browser.click("[aria-labelledby=who-title] [type=submit]")
    browser.wait("document.querySelector('#account-link').textContent === 'Sign in'", "signed out")
    browser.open("/#/me")
    browser.title_is("Sign in")
    browser.click("[href='#/forgot']")
    browser.title_is("Forgot your password?")
    browser.fill("#people form", email=email)
    browser.enter()
    browser.title_is("Set another password")
    browser.fill("#people form", token="not this one", password=password)
    browser.enter()
    browser.error_is("#people form", "token", "another letter")
    browser.fill("#people form", token=letter(email, "reset"))
    browser.enter()
    browser.title_is("Sign in")
    browser.fill("#people form", email=email, password=password)
    browser.enter()
    browser.wait("document.querySelector('#account-link').textContent === 'My data'", "signed in")
    browser.click("#account-link")
    browser.title_is("My data")


def a_guest_buys_something(browser):
    """From the shelf to an order that is confirmed, without an account."""
    browser.open("/")
    found = ("[...document.querySelectorAll('#catalogue-list a')]"
             ".find((one) => one.textContent.includes('In stock'))")
    browser.wait(f"{found} !== undefined", "something is in stock")
    browser.value(f"{found}.click()")
    browser.click("#detail .main-action")
    browser.wait("document.querySelector('#cart-count').hidden === false", "it is in the cart")
    browser.click("#cart-open")
    browser.click("#cart-checkout")
    browser.title_is("Check out")
    at = {"email": "guest@e2e.example", "address.lines": "A Guest\n1 Some Street", "address.postcode": "10115",
          "address.city": "Berlin", "address.country": "Germany"}
    browser.fill("#people form", **at)
    browser.enter()
    browser.error_is("#people form", "address.country", "at most 2")
    browser.fill("#people form", **{"address.country": "de"})
    browser.enter()
    browser.title_is("Your order")
    browser.wait("document.querySelector('.order-state')?.dataset.state === 'CONFIRMED'", "it is confirmed")
    browser.wait("document.querySelector('.timeline')?.textContent.includes('Confirmed and paid')", "and says so")
    check(browser.value("document.querySelector('address').textContent").endswith("DE"), "where it goes")
    browser.wait("document.querySelector('#cart-count').hidden", "the cart is empty")
    browser.open("/#/orders")
    browser.title_is("My orders")
    browser.wait("document.querySelectorAll('#ours .line').length === 1", "it is among their orders")


def is_forgotten(browser, email, password):
    form = "[aria-labelledby=forget-title] form"
    browser.fill(form, password="not this one")
    browser.enter()
    browser.error_is(form, "password", "wrong")
    browser.fill(form, password=password)
    browser.enter()
    browser.wait("document.querySelector('#account-link').textContent === 'Sign in'", "signed out")
    check(post("/v1/login", {"email": email, "password": password})[0] == 401, "nobody of that e-mail")


def searches(browser):
    """As one types, with a slip; then by a facet, and back."""
    browser.open("/")
    browser.fill("#search", q="steel flsk")
    browser.wait("document.querySelectorAll('#search-list [role=option]').length > 0", "suggestions")
    check("flask" in browser.value("document.querySelector('#search-list').innerText"), "flasks among them")
    browser.enter()
    browser.wait("document.querySelector('#catalogue-title').textContent.includes('steel flsk')", "results")
    browser.wait("document.querySelectorAll('#catalogue-list .card').length > 0", "products")
    check("here is “flask”" in browser.value("document.querySelector('#search-facets').innerText"), "what was corrected")
    browser.fits("results")
    found = browser.value("document.querySelectorAll('#catalogue-list .card').length")
    browser.click("#search-facets [aria-label=Price] a")
    browser.wait("document.querySelector('#search-facets [aria-label=Price] [aria-current]') !== null", "a range is chosen")
    counted = browser.value("document.querySelector('#search-facets [aria-label=Price] [aria-current] .soft').innerText")
    browser.wait(f"document.querySelectorAll('#catalogue-list .card').length === {int(counted)}", "as many as were counted")
    browser.value("history.back()")
    browser.wait(f"document.querySelectorAll('#catalogue-list .card').length === {found}", "all of them again")
    browser.value("document.querySelector('.brand').click()")
    browser.wait("document.querySelector('#search-q').value === ''", "the box says what the page shows")
    browser.value("history.back()")
    browser.wait("document.querySelector('#search-q').value === 'steel flsk'", "again, with what was searched for")
    browser.fill("#search", q="<b>qqqq</b>")
    browser.enter()
    browser.wait("document.querySelector('#catalogue-state').innerText.includes('Nothing was found')", "nothing, in words")


def main():
    email, password = f"ada-{secrets.token_hex(6)}@e2e.example", secrets.token_urlsafe(12)
    with browsing("a person") as browser:
        searches(browser)
        joins(browser, email, password)
        signs_in(browser, email, password)
        says_who_she_is(browser)
        stays_signed_in(browser)
        ends_another(browser, email, password)
        takes_it_all(browser)
        password = secrets.token_urlsafe(12)
        sets_another_password(browser, email, password)
        is_forgotten(browser, email, password)
        a_guest_buys_something(browser)


if __name__ == "__main__":
    main()

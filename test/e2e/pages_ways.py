#!/usr/bin/env python3
"""pages_ways.py - somebody who loses their way, at a stand's pages. FY_HOME and FY_PORT say which stand.

From a product to its collections and back; a click, a cart and an order that are refused because the product is new; pages
and orders that there are not; signing in on the way to something, and being signed out elsewhere; an order of what has just been sold.
"""
import json
import secrets
import time

from pages import BASE, PHONE, WAIT_S, browsing, check, letter, lists, post
from pages_shelf import token_of

ADDRESS = {"email": "ways@e2e.example", "address.lines": "Somebody", "address.postcode": "1", "address.city": "Somewhere",
           "address.country": "DE"}

# The first that is said of a new product is refused, as by a process that has not read of it yet.
REFUSES_ONE = """
  const real = window.fetch;
  window.said = { click: [], cart: [], order: [] };
  window.fetch = (path, options) => {
    const kind = path === "/v1/activity" ? "click" : path.startsWith("/v1/cart/items/") ? "cart"
      : path === "/v1/orders" && options.method === "POST" ? "order" : null;
    if (!kind) return real(path, options);
    window.said[kind].push(options.body);
    return window.said[kind].length > 1 ? real(path, options)
      : Promise.resolve(new Response('{"type":"/problems/unknown-sku"}', { status: 422 }));
  };
"""


# The page's own first look at the cart comes while what was put into it is being read, and knows nothing of it.
READS_LATE = """
  const real = window.fetch;
  let held = false;
  const never = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  window.fetch = async (path, options) => {
    if (path === "/v1/activity") await new Promise((resolve) => setTimeout(resolve, 1000));
    if (path !== "/v1/cart") return real(path, options);
    if (!options.headers["Fy-After"]) return new Response('{"lines":[]}');
    if (held) return real(path, options);
    held = true;
    return never(options.signal);
  };
"""


# What the button asks of the cart is ended by the page's own first look, when the answer has begun and is not read to its end.
ENDS_HALFWAY = """
  const real = window.fetch;
  let ended = false;
  window.fetch = async (path, options) => {
    if (path === "/v1/activity") await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await real(path, options);
    if (path !== "/v1/cart" || ended) return answer;
    ended = true;
    answer.json = () => new Promise((_, reject) => options.signal.addEventListener("abort", () => reject(options.signal.reason)));
    return answer;
  };
"""


# The click is slow, and what is put into the cart is quick: was it known by then whose cart it is?
CLICKS_LATE = """
  const real = window.fetch;
  window.fetch = async (path, options) => {
    if (path === "/v1/activity") await new Promise((resolve) => setTimeout(resolve, 500));
    if (options?.method === "PUT") window.known = localStorage.getItem("fy.known");
    return real(path, options);
  };
"""


def shown(selector):
    return f"document.querySelector({json.dumps(selector)})?.innerText.trim()"


def finds_its_collection(browser, sku, operator):
    """A product says what it is in, and what becomes of that comes to its page by itself."""
    collection = f"ways-{secrets.token_hex(4)}"

    def put(title, *skus):
        check(post("/v1/collections", {"collection": collection, "title": title, "skus": skus}, operator)[0] == 202, title)

    browser.open(f"/#/p/{sku}")
    browser.wait(f"{shown('#detail-title')} === 'Thing {sku}'", "the product")
    check(browser.value(shown("#detail-collections")) == "", "it is in no collection")
    browser.asked.clear()
    put("A first name", sku)
    browser.wait(f"{shown('#detail-collections')} === 'In A first name'", "it is in one")
    put("Another name", sku)
    browser.wait(f"{shown('#detail-collections')} === 'In Another name'", "which has another name")
    check(not [path for _, path in browser.asked if path.startswith("/v1/products/")], f"nobody asked: {browser.asked}")
    browser.click("#detail-collections a")
    browser.wait(f"{shown('#catalogue-title')} === 'Another name'", "the collection")
    browser.wait("document.querySelectorAll('#catalogue-list .card').length === 1", "what is in it")
    check(browser.value("document.title") == "Another name · fy", "the page is the collection's")
    browser.fits("a collection")
    browser.value("history.back()")
    browser.wait(f"{shown('#detail-title')} === 'Thing {sku}'", "back at the product")
    put("Another name")
    browser.wait(f"{shown('#detail-collections')} === ''", "it is in none again")
    browser.open(f"/#/c/{collection}-not")
    browser.wait(f"{shown('#catalogue-state')} === 'There is no such collection any more.'", "no such collection")


def goes_through_a_large_one(browser, supplier, owner, operator):
    """A collection of more products than a page of it has."""
    skus = [f"zz-{supplier}-{number}" for number in range(101)]
    offer = {"title": "One of many", "price": {"minor": 100, "currency": "EUR"}}
    for some in (skus[:100], skus[100:]):
        check(post("/v1/supply", [{"sku": sku, "product_listed": offer} for sku in some], owner)[0] == 202, "listed")
    check(post("/v1/collections", {"collection": supplier, "title": "Many", "skus": skus}, operator)[0] == 202, "put")
    end = time.monotonic() + WAIT_S
    while (post(f"/v1/collections/{supplier}", method="GET")[1] or {}).get("product_count") != len(skus):
        check(time.monotonic() < end, "all of it is listed")
    browser.open(f"/#/c/{supplier}")
    browser.click("#catalogue-more:not([hidden])")
    browser.wait("new Set([...document.querySelectorAll('#catalogue-list a')].map((one) => one.href)).size === 101", "each once")
    check(browser.value("document.querySelector('#catalogue-more').hidden"), "there are no more")
    check(post("/v1/collections", {"collection": supplier, "title": "Many", "skus": []}, operator)[0] == 202, "emptied")


def opens_with(browser, script, path):
    """A page that has met `script` before its own."""
    name = browser.do("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]
    browser.open(path)
    browser.do("Page.removeScriptToEvaluateOnNewDocument", identifier=name)


def keeps_the_click(browser, sku):
    opens_with(browser, REFUSES_ONE, f"/#/p/{sku}")
    browser.wait(f"{shown('#history-list')}?.includes('Thing {sku}')", "the click that was refused first")
    said = browser.value("window.said.click")
    check(said[0] == said[1], f"the same event, so that it counts once: {said}")


def buys_what_is_new(browser, sku):
    """Whoever writes down may know it later than the page: nobody is told that it does not exist."""
    opens_with(browser, REFUSES_ONE, f"/#/p/{sku}")
    browser.click("#detail-add:not(:disabled)")
    browser.wait("document.querySelector('#cart-count').textContent === '1 item'", "it is in the cart")
    check(browser.value("window.said.cart") == ['{"units":1}'] * 2, "said again, as it was")
    browser.click("#cart-open")
    browser.click("#cart-checkout")
    browser.title_is("Check out")
    browser.fill("#people form", **ADDRESS)
    browser.enter()
    browser.title_is("Your order")
    said = browser.value("window.said.order")
    check(len(said) == 2 and said[0] == said[1], f"the same order: {said}")


def sees_what_it_put_in(browser, sku):
    opens_with(browser, READS_LATE, f"/#/p/{sku}")
    browser.click("#detail-add:not(:disabled)")
    browser.wait("document.querySelector('#cart-count').textContent === '1 item'", "one is one")


def puts_in_what_it_was_told_to(browser, sku):
    opens_with(browser, ENDS_HALFWAY, f"/#/p/{sku}")
    browser.click("#detail-add:not(:disabled)")
    browser.wait("document.querySelector('#cart-count').textContent === '2 items'", "one more is two")


def is_told_that_there_is_nothing(browser):
    browser.open("/#/nothing")
    browser.title_is("Not here")
    browser.open(f"/#/order/{'0' * 32}")
    browser.title_is("Your order")
    browser.wait(f"{shown('#ours')}?.startsWith('There is no such order of yours')", "no such order")


def is_one_visitor(browser, sku):
    """Before the first answer nobody is known: a click and a cart that are asked beside each other would be two visitors'."""
    browser.value("localStorage.clear()")
    browser.do("Network.clearBrowserCookies")
    opens_with(browser, CLICKS_LATE, f"/#/p/{sku}")
    browser.click("#detail-add:not(:disabled)")
    browser.wait("document.querySelector('#cart-count').textContent === '1 item'", "one is one")
    check(browser.value("window.known") == "1", "it is put in after the click has said who they are")


def loses_what_was_there(browser, sku, owner):
    """Sold between the cart and the order: what was typed stays."""
    wide = browser.value("document.querySelector('#toast').getBoundingClientRect().width")
    check(wide > PHONE["width"] / 2, f"what happened is said as wide as the phone, not {wide}")
    browser.open("/#/checkout")
    browser.title_is("Check out")
    browser.fill("#people form", **ADDRESS)
    check(post(f"/v1/products/{sku}/count", {"units": 0}, owner, "PUT")[0] == 202, "counted")
    browser.enter()
    browser.wait(f"{shown('[aria-labelledby=what-title] .low')} === 'Sold out'", "what is not there any more")
    check(browser.value("document.querySelector('[name=\"address.lines\"]').value") == "Somebody", "the address stays")
    check(browser.value("document.querySelector('[name=email]').value") == "ways@e2e.example", "the e-mail too")


def comes_back_signed_in(browser, supplier, owner):
    """To the page that they were on their way to; and there again after they were signed out elsewhere."""
    email, password = f"ways-{secrets.token_hex(6)}@e2e.example", secrets.token_urlsafe(12)
    check(post("/v1/invitations", {"email": email, "role": "supplier_staff"}, owner)[0] == 202, "invited")
    token = letter(email, "invitation")
    check(post("/v1/invitations/accept", {"token": token, "password": password})[0] in (200, 202, 204), "joined")

    def signs_in(page, title):
        browser.title_is("Sign in")
        browser.fill("#people form", email=email, password=password)
        browser.enter()
        browser.title_is(title)
        check(browser.value("location.hash") == page, f"at {page} again")

    browser.open("/#/work")
    signs_in("#/work", "To be sent")
    status, tokens = post("/v1/login", {"email": email, "password": password})
    check(status == 200, "they sign in elsewhere")
    check(post("/v1/me/sessions", token=tokens["access_token"], method="DELETE")[0] == 200, "and sign out everywhere")
    browser.value("location.hash = '#/shelf'")
    browser.wait(f"{shown('.notice')} === 'You were signed out. Sign in again.'", "why they have to sign in")
    signs_in("#/shelf", "Your products")


def main():
    supplier = f"ways-{secrets.token_hex(4)}"
    owner, operator = token_of("supplier_owner", "--supplier", supplier), token_of("operator")
    sku = f"{supplier}-one"
    with browsing("somebody who loses their way") as browser:
        lists(sku, f"Thing {sku}", owner, units=5)
        finds_its_collection(browser, sku, operator)
        goes_through_a_large_one(browser, supplier, owner, operator)
        keeps_the_click(browser, sku)
        buys_what_is_new(browser, sku)
        is_told_that_there_is_nothing(browser)
        sees_what_it_put_in(browser, sku)
        puts_in_what_it_was_told_to(browser, sku)
        is_one_visitor(browser, sku)
        loses_what_was_there(browser, sku, owner)
        comes_back_signed_in(browser, supplier, owner)


if __name__ == "__main__":
    main()

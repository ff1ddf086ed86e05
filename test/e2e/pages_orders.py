#!/usr/bin/env python3
"""pages_orders.py - a customer, a supplier and an operator with a browser, at a stand's pages. FY_HOME and FY_PORT say which stand.

A guest fills an empty cart with things of two suppliers, orders, confirms at the bank, watches the order live, takes a part of it
back, and a second order as a whole; the supplier accepts, sends the first in two parcels and says that it has arrived; the customer
sends one back. Another order's money cannot be given back: the operator finds it at the top of the desk and closes it,
and opens the first by the number that its customer says. With --shot FOLDER it keeps pictures.
"""
import json
import secrets
import time
import urllib.request

from pages import BASE, PHONE, WAIT_S, browsing, check, lists, post
from pages_shelf import joins, shot, token_of

ADDRESS = {"email": "guest@e2e.example", "address.lines": "A Guest\n1 Some Street", "address.postcode": "10115",
           "address.city": "Berlin", "address.country": "DE"}


def puts_into_the_cart(browser, sku, times, then):
    """As quickly as somebody presses who is in a hurry: the cart may not even be read yet."""
    browser.open(f"/#/p/{sku}")
    browser.click("#detail-add:not([disabled])")
    for _ in range(times - 1):
        browser.value("document.querySelector('#detail-add').click()")
    browser.wait(f"parseInt(document.querySelector('#cart-count').textContent) === {then}", f"{then} in the cart")


def state_is(browser, state):
    browser.wait(f"document.querySelector('.order-state')?.dataset.state === '{state}'", state)


def says(browser, selector, words):
    browser.wait(f"document.querySelector({json.dumps(selector)})?.innerText.includes({json.dumps(words)})", f"{selector}: {words}")


def press(browser, within, words):
    """The button of these words, once it is there and may be pressed."""
    found = (f"[...document.querySelectorAll({json.dumps(within + ' button, ' + within + ' summary, ' + within + ' a')})]"
             f".find((one) => one.textContent.trim() === {json.dumps(words)} && !one.disabled)")
    browser.wait(f"{found} !== undefined", f"{words} in {within}")
    browser.value(f"{found}.click()")


def orders(browser, skus):
    browser.open("/#/checkout")
    browser.title_is("Check out")
    says(browser, "#people", "Your cart is empty")
    puts_into_the_cart(browser, skus[0], 2, 2)
    puts_into_the_cart(browser, skus[1], 1, 3)
    shot(browser, "product")
    browser.click("#cart-open")
    shot(browser, "cart")
    browser.click("#cart-checkout")
    browser.title_is("Check out")
    browser.fill("#people form", **ADDRESS)
    browser.click("[value=pm_card_threeDSecure2Required]")
    browser.fits("the checkout")
    shot(browser, "checkout")
    browser.enter()
    browser.title_is("Your order")
    state_is(browser, "ACTION_REQUIRED")
    browser.fits("an order that waits for the bank")
    shot(browser, "order-action")
    return browser.value("location.hash").rsplit("/", 1)[-1]


def confirms(browser, order):
    """At the bank's page, which sends them back to their orders."""
    browser.click("#order-acts .main-action")
    browser.wait(f"!location.href.startsWith('{BASE}') && document.readyState === 'complete'", "the bank's page")
    shot(browser, "bank")
    browser.value("document.querySelector('form[action$=approve]').submit()")
    browser.wait(f"location.href.startsWith('{BASE}') && document.querySelector('#people-title')?.textContent === 'My orders'", "back")
    browser.fits("my orders")
    shot(browser, "orders")
    browser.click(f"[href='#/order/{order}']")
    browser.title_is("Your order")
    state_is(browser, "CONFIRMED")


def takes_a_part_back(browser, other):
    press(browser, "#order-acts", "Cancel")
    browser.fits("what cancelling means")
    shot(browser, "order-cancel")
    press(browser, "#order-acts", f"Only what {other} sends")
    says(browser, "#order-what", "1 taken out")
    says(browser, "#order-past", "Taken out of the order")
    says(browser, "#order-what", "Given back")


def takes_all_back(browser, skus):
    """A second order, of both suppliers: all of it is cancelled before anybody has sent a thing."""
    for number, sku in enumerate(skus, 1):
        puts_into_the_cart(browser, sku, 1, number)
    browser.open("/#/checkout")
    browser.title_is("Check out")
    browser.fill("#people form", **ADDRESS)
    browser.click("[value=pm_card_visa]")
    browser.enter()
    browser.title_is("Your order")
    state_is(browser, "CONFIRMED")
    press(browser, "#order-acts", "Cancel")
    press(browser, "#order-acts", "Cancel all that has not left")
    state_is(browser, "CANCELLED")
    says(browser, "#order-past", "Cancelled: by you")
    says(browser, "#order-what", "Given back")
    browser.fits("an order that is cancelled")
    shot(browser, "order-cancelled")
    check("Cancel" not in browser.value("document.querySelector('#order-acts').innerText"), "what is cancelled cannot be cancelled")


def watches(browser, order, supplier, owner):
    """Nothing is asked for again: what the supplier does comes to the page."""
    browser.value("window.unchanged = true")
    check(post(f"/v1/orders/{order}/suppliers/{supplier}/accept", {}, owner)[0] in (200, 202), "accepted")
    says(browser, "#order-past", "will send it")
    says(browser, "#order-parcels", "Being packed")
    check(browser.value("window.unchanged") is True, "the page is the same one")
    shot(browser, "order-packed")


def sends(browser, order, sku):
    job = f"[data-order='{order}']"
    browser.open("/#/work")
    browser.title_is("To be sent")
    browser.fill(f"{job} form", **{f"units.{sku}": "9"})
    press(browser, job, "It has left")
    browser.error_is(f"{job} form", f"units.{sku}", "from 0 to 2")
    browser.fill(f"{job} form", **{f"units.{sku}": "1", "carrier": "post", "tracking": "RR1"})
    browser.fits("what is to be sent")
    shot(browser, "work")
    press(browser, job, "It has left")
    browser.wait(f"document.querySelector({json.dumps(job)})?.dataset.state === 'PARTLY_SHIPPED'", "half of it is sent")
    says(browser, job, "1 sent")
    browser.fill(f"{job} form", **{f"units.{sku}": "1", "tracking": "RR2"})
    press(browser, job, "It has left")
    browser.wait(f"document.querySelector({json.dumps(job)})?.dataset.state === 'SHIPPED'", "all of it is sent")
    shot(browser, "work-sent")
    press(browser, job, "It has arrived")
    browser.wait(f"document.querySelector({json.dumps(job)}) === null", "nothing of it is left to do")


def refuses(browser, order, cookie, supplier):
    """A second order: they cannot send it."""
    job = f"[data-order='{order}']"
    browser.wait(f"document.querySelector({json.dumps(job)}) !== null", "a new order appears by itself")
    press(browser, job, "We cannot send it")
    browser.fits("why it cannot be sent")
    shot(browser, "work-refuse")
    press(browser, job, "It is damaged")
    browser.wait(f"document.querySelector({json.dumps(job)}) === null", "it is theirs no more")
    ends(order, cookie, lambda told: told["state"] == "CANCELLED" and told["refunded"]["minor"] == told["paid"]["minor"])


def sends_one_back(browser, order, sku):
    browser.open(f"/#/order/{order}")
    browser.title_is("Your order")
    says(browser, "#order-parcels", "RR2")
    press(browser, "#order-acts", "Send something back")
    browser.fill("#order-acts form", **{f"units.{sku}": "1"})
    browser.fits("what is sent back")
    shot(browser, "order-return")
    press(browser, "#order-acts", "Send back")
    says(browser, "#order-what", "1 sent back")
    says(browser, "#order-past", "Sent back")
    shot(browser, "order-returned")


def asked(path, cookie, body=None, headers=None):
    request = urllib.request.Request(BASE + path, None if body is None else json.dumps(body).encode(), method="GET" if body is None else "POST",
                                     headers={"Content-Type": "application/json", "Cookie": cookie or "", **(headers or {})})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer), answer.headers


def placed(sku, card):
    """An order of another guest's: its id and their cookie."""
    body = {"lines": [{"sku": sku, "units": 1}], "expected_total": {"minor": 900, "currency": "EUR"}, "payment_method": card,
            "email": "other@e2e.example", "address": {"lines": ["Other", "2 Some Street"], "postcode": "10115", "city": "Berlin", "country": "DE"}}
    _, headers = asked("/v1/orders", None, body, {"Idempotency-Key": secrets.token_hex(16), "Prefer": "wait=5"})
    cookie, order = headers["Set-Cookie"].split(";")[0], headers["Location"].rsplit("/", 1)[-1]
    ends(order, cookie, lambda told: told["state"] == "CONFIRMED")
    return order, cookie


def ends(order, cookie, holds):
    deadline = time.monotonic() + WAIT_S
    while not holds(told := asked(f"/v1/orders/{order}", cookie)[0]):
        check(time.monotonic() < deadline, f"order {order} as it should be, not {json.dumps(told)[:800]}")
        time.sleep(.1)


def needs_an_operator(sku, supplier, owner):
    """Sent and sent back, and the card takes no money back."""
    order, cookie = placed(sku, "pm_fy_refundFails")
    for what, body in (("accept", {}), ("ship", {})):
        check(post(f"/v1/orders/{order}/suppliers/{supplier}/{what}", body, owner)[0] in (200, 202), what)
    ends(order, cookie, lambda told: told["lines"][0]["shipped_units"] == 1)
    asked(f"/v1/orders/{order}/return", cookie, {})
    ends(order, cookie, lambda told: told.get("needs_operator") == "refund_failed")
    return order, cookie


def is_operator(browser):
    """And nobody else: without the visitor's cookie no order is theirs."""
    browser.do("Network.clearBrowserCookies")
    browser.do("Network.setCookie", name="fy_token", value=token_of("operator"), url=BASE, path="/", sameSite="Strict")


def settles(browser, order, cookie):
    case = f"[data-order='{order}']"
    is_operator(browser)
    browser.open("/#/desk")
    browser.title_is("Orders")
    browser.wait(f"document.querySelector({json.dumps(case)})?.dataset.needs === 'refund_failed'", "it needs an operator")
    says(browser, case, "could not be given back")
    press(browser, case, "Close it as it is")
    browser.fits("the desk")
    shot(browser, "desk")
    press(browser, case, "Yes, close it")
    browser.wait(f"document.querySelector({json.dumps(case)})?.dataset.needs === ''", "it needs nobody")
    ends(order, cookie, lambda told: told["state"] == "CLOSED")


def finds(browser, order):
    """The customer says the number that stands on their page; a slip of it is told at the field."""
    form = ".finding form"
    browser.open("/#/desk")
    browser.title_is("Orders")
    for said, words in (("mug", "32 digits"), (f"{int(order, 16) ^ 1:032x}", "no order of that number")):
        browser.fill(form, order=said)
        browser.enter()
        browser.error_is(form, "order", words)
    browser.fits("the desk, asked for an order that there is not")
    shot(browser, "desk-find")
    browser.do("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)
    shot(browser, "desk-find-wide")
    browser.do("Emulation.setDeviceMetricsOverride", **PHONE)
    for said in (f"{BASE}/#/order/{order}", " ".join(order.upper()[at:at + 8] for at in range(0, 32, 8))):
        browser.open("/#/desk")
        browser.fill(form, order=said)
        browser.enter()
        browser.title_is("Your order")
        says(browser, "#order-state", order)
        says(browser, "#order-past", "RR2")
        check(browser.value("document.querySelector('address')") is None, "whom it goes to is the customer's own")
    browser.fits("an order that was found")
    shot(browser, "desk-found")


def main():
    supplier, other = f"ours-{secrets.token_hex(4)}", f"other-{secrets.token_hex(4)}"
    owner = token_of("supplier_owner", "--supplier", supplier)
    with browsing("a customer, a supplier and an operator") as browser:
        skus = [lists(f"{name}-thing", f"A thing of {name}", whose)
                for name, whose in ((supplier, owner), (other, token_of("supplier_owner", "--supplier", other)))]
        order = orders(browser, skus)
        confirms(browser, order)
        takes_a_part_back(browser, other)
        takes_all_back(browser, skus)
        browser.open(f"/#/order/{order}")
        browser.title_is("Your order")
        state_is(browser, "CONFIRMED")
        watches(browser, order, supplier, owner)
        joins(browser, supplier, owner)
        sends(browser, order, skus[0])
        refuses(browser, *placed(skus[0], "pm_card_visa"), supplier)
        sends_one_back(browser, order, skus[0])
        settles(browser, *needs_an_operator(skus[0], supplier, owner))
        finds(browser, order)


if __name__ == "__main__":
    main()

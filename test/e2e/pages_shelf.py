#!/usr/bin/env python3
"""pages_shelf.py - a supplier with a browser, at a stand's pages. FY_HOME and FY_PORT say which stand.

Somebody joins a supplier by a letter, sees what it offers, sets a price, is told live that stock is low, sends
a feed and reads its verdicts; a customer's open product follows the count. With --shot FOLDER it keeps pictures.
"""
import base64
import json
import secrets
import subprocess
import sys
import time

from pages import BASE, ROOT, WAIT_S, browsing, check, letter, lists, post

SHOT = sys.argv[sys.argv.index("--shot") + 1] if "--shot" in sys.argv else None
FEED = "sku,title,price,currency,units\n{0}-two,A second,4.50,EUR,9\n{0}-three,,4.50,EUR,nine\n"


def token_of(role, *more):
    done = subprocess.run([f"{ROOT}/fy", "token", role, "pages", *more], capture_output=True, text=True)
    check(done.returncode == 0, f"a token of {role}: {done.stderr}")
    return done.stdout.strip()


def shot(browser, name):
    if not SHOT:
        return
    data = browser.do("Page.captureScreenshot", captureBeyondViewport=True, format="png")["data"]
    with open(f"{SHOT}/{name}.png", "wb") as file:
        file.write(base64.b64decode(data))


def joins(browser, supplier, owner):
    email, password = f"staff-{secrets.token_hex(6)}@e2e.example", secrets.token_urlsafe(12)
    status, _ = post("/v1/invitations", {"email": email, "role": "supplier_staff"}, owner)
    check(status == 202, f"invited, not {status}")
    browser.open(f"/#/join/{letter(email, 'invitation')}")
    browser.title_is("Join")
    browser.fill("form", password=password)
    browser.enter()
    browser.title_is("Sign in")
    browser.fill("form", email=email, password=password)
    browser.enter()
    browser.wait("document.querySelector('#account-link').textContent === 'My data'", "signed in")
    browser.click("#account-link")
    browser.click("[href='#/shelf']")
    browser.title_is("Your products")


def sets_a_price(browser, sku):
    line = f"#own-products [data-sku={json.dumps(sku)}]"
    browser.click(f"{line} summary")
    shot(browser, "shelf")
    browser.fill(f"{line} form", **{"price.minor": "7.505"})
    browser.enter()
    browser.error_is(f"{line} form", "price.minor", "as in 12.34")
    browser.fill(f"{line} form", **{"price.minor": "0"})
    browser.enter()
    browser.error_is(f"{line} form", "price.minor", "At least 0.01 EUR.")
    browser.fill(f"{line} form", **{"price.minor": "7.50", "units": "minus one"})
    browser.enter()
    browser.error_is(f"{line} form", "units", "whole number")
    browser.fill(f"{line} form", units="20")
    browser.enter()
    browser.wait(f"document.querySelector({json.dumps(line)})?.textContent.includes('7.50 EUR')", "the new price")


def is_told(browser, sku, owner):
    """The page is not asked again: what happened comes to it."""
    browser.wait("document.querySelector('#own-alerts')?.textContent.includes('all is well')", "no alert yet")
    browser.asked.clear()
    check(post(f"/v1/products/{sku}/count", {"units": 3}, owner, "PUT")[0] == 202, "counted")
    browser.wait("document.querySelector('#own-alerts').textContent.includes('is low: 3 left')", "an alert, live")
    check(not [path for _, path in browser.asked if "/alerts" in path], f"nobody asked for it: {browser.asked}")
    browser.wait("document.querySelector('#own-products').textContent.includes('3 on hand')", "the count that it is about")


def looks_further_back(browser, supplier, sku, owner):
    """Twenty are told live; those before are behind a button."""
    for more in range(20):
        check(post(f"/v1/products/{sku}-{more}", {"title": "Few", "price": {"minor": 900, "currency": "EUR"},
                                                  "units": 1, "threshold_units": 5}, owner, "PATCH")[0] == 202, "listed")
    end = time.monotonic() + WAIT_S
    while len(post(f"/v1/suppliers/{supplier}/alerts?limit=50", token=owner, method="GET")[1]["alerts"]) < 21:
        check(time.monotonic() < end, "an alert of each")
    browser.open("/#/shelf")
    browser.click("[aria-labelledby=alerts-title] .more button")
    browser.wait("document.querySelectorAll('#own-alerts li').length === 21", "all of them")
    check("The first is low" in browser.value("document.querySelector('#own-alerts li:last-child').textContent"), "the oldest last")


def sends_a_feed(browser, supplier):
    path = f"{browser.folder}/feed.csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(FEED.format(supplier))
    document = browser.do("DOM.getDocument")["root"]["nodeId"]
    node = browser.do("DOM.querySelector", nodeId=document, selector="#own-feed")["nodeId"]
    browser.do("DOM.setFileInputFiles", nodeId=node, files=[path])
    browser.click("[aria-labelledby=feeds-title] [type=submit]")
    browser.click("#own-feeds summary")
    browser.wait("document.querySelector('#own-feeds summary').textContent.includes('2 rows, 1 refused')", "its rows")
    browser.wait("document.querySelector('#own-feeds .verdicts')?.textContent.includes('Row 2, units')", "a verdict")
    browser.fits("a supplier's page")
    shot(browser, "shelf-told")


def a_customer_follows(browser, sku, owner):
    browser.open(f"/#/p/{sku}")
    browser.wait("document.querySelector('#detail-offer')?.textContent.includes('Only 3 left')", "what is left")
    check(post(f"/v1/products/{sku}/count", {"units": 2}, owner, "PUT")[0] == 202, "counted")
    browser.wait("document.querySelector('#detail-offer').textContent.includes('Only 2 left')", "what is left now")
    check(post(f"/v1/products/{sku}/count", {"units": 0}, owner, "PUT")[0] == 202, "counted")
    browser.wait("document.querySelector('#detail-add').disabled", "nothing to add when it is sold out")
    shot(browser, "product")


def main():
    supplier = f"pages-{secrets.token_hex(4)}"
    owner = token_of("supplier_owner", "--supplier", supplier)
    with browsing("a supplier") as browser:
        sku = lists(f"{supplier}-one", "The first", owner, threshold_units=5)
        joins(browser, supplier, owner)
        sets_a_price(browser, sku)
        is_told(browser, sku, owner)
        looks_further_back(browser, supplier, sku, owner)
        sends_a_feed(browser, supplier)
        a_customer_follows(browser, sku, owner)


if __name__ == "__main__":
    main()

// shelf.js - a supplier's page: what it offers, with its own prices and counts, what wants looking at, its feeds.
import { el, failed, toast } from "./dom.js";
import { reach } from "./exposure.js";
import { field, form } from "./form.js";
import { follow } from "./live.js";
import { older } from "./parts.js";
import * as people from "./people.js";
import { pause, randomHex, read } from "./shop.js";
import { many, when } from "./words.js";

const FEED_TRIES = 20;
const VERDICTS = 100;

const part = (id, title, ...children) => el("section", { class: "panel", "aria-labelledby": `${id}-title` },
  el("h2", { id: `${id}-title` }, title), ...children);

// --- Money as people write it -----------------------------------------------------------------------

const digitsOf = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

const written = ({ minor, currency }) => (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
const shown = (money) => `${written(money)} ${money.currency}`;

// What cannot be sent is said at its field, in words of what is written there; limits are the shop's to say.
const wrong = (field, words) => Object.assign(new Error(words), { field });

function minorOf(text, { currency }) {
  const match = /^(\d{1,12})(?:[.,](\d+))?$/u.exec(text.trim());
  const digits = digitsOf(currency);
  if (!match || (match[2] || "").length > digits)
    throw wrong("price.minor", `An amount of ${currency}, please, as in ${(1234 / 10 ** digits).toFixed(digits)}.`);
  return Number(match[1] + (match[2] || "").padEnd(digits, "0"));
}

// "0, at least 1" of a price is told in cents; here it is written in euros.
function inWords(error, { currency }) {
  const [, least, minor] = /, at (least|most) (\d+)$/u.exec(error.message) || [];
  return least && error.field === "price.minor"
    ? wrong(error.field, `At ${least} ${shown({ minor: Number(minor), currency })}.`) : error;
}

function wholeOf(text, field) {
  if (!/^\d{1,15}$/u.test(text.trim())) throw wrong(field, "A whole number from 0 on, please.");
  return Number(text.trim());
}

// --- What is offered --------------------------------------------------------------------------------

const path = (supplier, rest) => `/v1/suppliers/${encodeURIComponent(supplier)}/${rest}`;

function countsOf(item) {
  const parts = [`${item.available_units} can be bought`, `${item.on_hand_units} on hand`];
  if (item.held_units) parts.push(`${item.held_units} held`);
  if (item.committed_units) parts.push(`${item.committed_units} sold, not shipped`);
  return parts.join(" · ");
}

function standing(item) {
  if (item.withdrawn_ms !== null) return el("span", { class: "soft" }, "Not on offer");
  if (item.low) return el("span", { class: "low" }, "Low");
  return null;
}

// What differs from what is there, in one write.
function changesOf(item, filled) {
  const changes = {};
  const minor = minorOf(filled["price.minor"], item.price);
  const units = wholeOf(filled.units, "units");
  const threshold = filled.threshold_units.trim() ? wholeOf(filled.threshold_units, "threshold_units") : item.threshold_units;
  if (minor !== item.price.minor) changes.price = { minor, currency: item.price.currency };
  if (units !== item.on_hand_units) changes.units = units;
  if (threshold !== item.threshold_units) changes.threshold_units = threshold;
  return changes;
}

async function keep(supplier, line, item, filled) {
  const changes = changesOf(item, filled);
  if (Object.keys(changes).length === 0) {
    toast("Nothing has changed.");
    return;
  }
  const { response } = await people.askSigned(`/v1/products/${encodeURIComponent(item.sku)}`, {
    method: "PATCH",
    headers: { "Content-Type": "application/json", "Idempotency-Key": randomHex(16) },
    body: JSON.stringify(changes),
  }).catch((error) => {
    throw inWords(error, item.price);
  });
  const after = response.headers.get("Fy-Position") || "";
  const now = await read(path(supplier, `products/${encodeURIComponent(item.sku)}`), after, undefined, people.askSigned);
  toast(now ? "Kept." : "Written down. It will show in a moment.");
  if (!now) return;
  const redrawn = productLine(supplier, now);
  line.replaceWith(redrawn);
  redrawn.querySelector("summary").focus();
}

function productLine(supplier, item) {
  const line = el("li", { "data-sku": item.sku },
    el("div", { class: "own" },
      el("div", {},
        el("p", { class: "card-title" }, item.title || item.sku),
        el("p", { class: "soft" }, countsOf(item))),
      el("p", {}, standing(item), " ", el("span", { class: "price" }, shown(item.price)))),
    el("details", {},
      el("summary", {}, "Change", el("span", { class: "unseen" }, ` ${item.title || item.sku}`)),
      form({
        parts: [el("div", { class: "row" },
          field({ name: "price.minor", label: `Price, ${item.price.currency}`, required: true, inputmode: "decimal",
            value: written(item.price) }),
          field({ name: "units", label: "On hand", required: true, inputmode: "numeric",
            value: String(item.on_hand_units) }),
          field({ name: "threshold_units", label: "Low at", inputmode: "numeric",
            value: item.threshold_units === null ? "" : String(item.threshold_units) }))],
        look: "quiet",
        action: "Keep this",
        send: (filled) => keep(supplier, line, item, filled),
      })));
  return line;
}

async function drawProducts(list, more, supplier, low, after) {
  more.hidden = true;
  const asked = [after && `after=${encodeURIComponent(after)}`, low && "low=1"].filter(Boolean).join("&");
  try {
    const { body } = await people.askSigned(path(supplier, `products?${asked}`));
    const lines = body.products.map((item) => productLine(supplier, item));
    if (after) list.append(...lines);
    else list.replaceChildren(...lines);
    if (list.children.length === 0)
      list.replaceChildren(el("li", { class: "soft" }, low ? "Nothing is low." : "You have listed nothing yet."));
    more.hidden = !body.next_after;
    more.onclick = () => drawProducts(list, more, supplier, low, body.next_after);
  } catch (error) {
    list.replaceChildren(el("li", {}, failed(`This could not be fetched. ${error.message}`,
      () => drawProducts(list, more, supplier, low, after))));
  }
}

function products(supplier) {
  const list = el("ul", { class: "sessions", id: "own-products" });
  const more = el("button", { class: "quiet", type: "button", hidden: true }, "Show more");
  const draw = () => drawProducts(list, more, supplier, low.checked, "");
  const low = el("input", { type: "checkbox", id: "own-low", onchange: draw });
  draw();
  // Something happened: the counts are others now. What somebody is about to change stays.
  addEventListener("fy.shelf", () => {
    if (!list.querySelector("details[open]") && list.isConnected) draw();
  });
  return part("own", "What you offer",
    el("p", {}, el("label", { for: "own-low", class: "check" }, low, " Only what is low")), list, more);
}

// --- What wants looking at --------------------------------------------------------------------------

const words = {
  low_stock_reached: (one) => `is low: ${one.available_units} left, low at ${one.threshold_units}`,
  low_stock_cleared: (one) => `is not low any more: ${one.available_units} left`,
  stock_short: (one) => `is short: ${one.on_hand_units} on hand, ${one.held_units + one.committed_units} promised`,
  commit_short: (one) => `is sold and not there: ${one.units} of order ${one.order}`,
  supply_refused: (one) => `was refused: ${one.reason.replaceAll("_", " ")}`,
};

function alertLine(one) {
  const say = words[one.kind] || (() => one.kind);
  return el("li", {}, el("p", {}, el("span", { class: "card-title" }, one.title || one.sku), ` ${say(one)}`),
    el("p", { class: "soft" }, when(one.at_ms)));
}

function alerts(supplier) {
  const list = el("ul", { class: "sessions", id: "own-alerts" });
  const more = el("p", { class: "more" });
  const load = async (after) => {
    const { body } = await people.askSigned(path(supplier, `alerts?after=${encodeURIComponent(after)}`));
    list.append(...body.alerts.map(alertLine));
    more.replaceChildren(...older(body.next_after, load));
  };
  let told = false;
  const stop = follow(path(supplier, "alerts"), (news) => {
    list.replaceChildren(...(news.alerts.length > 0
      ? news.alerts.map(alertLine) : [el("li", { class: "soft" }, "Nothing: all is well.")]));
    more.replaceChildren(...older(news.next_after, load));
    if (told) dispatchEvent(new Event("fy.shelf"));
    told = true;
  }, undefined, people.askSigned);
  addEventListener("hashchange", stop, { once: true });
  return part("alerts", "Wants looking at", list, more);
}

// --- Feeds ------------------------------------------------------------------------------------------

const verdictLine = (one) => el("li", {},
  `Row ${one.row}${one.column ? `, ${one.column}` : ""}: ${one.reason.replaceAll("_", " ")}`);

async function drawVerdicts(box, feed) {
  const { body } = await people.askSigned(`/v1/feeds/${feed}?limit=${VERDICTS}`);
  box.replaceChildren(body.verdicts.length > 0
    ? el("ul", { class: "verdicts" }, ...body.verdicts.map(verdictLine))
    : el("p", { class: "soft" }, "Every row was taken."));
  if (body.next_after !== null) box.append(el("p", { class: "soft" }, `The first ${VERDICTS} of them.`));
}

function feedLine(one) {
  const box = el("div", {});
  const line = el("details", { ontoggle: () => line.open && drawVerdicts(box, one.feed).catch((error) => {
    box.replaceChildren(el("p", { class: "field-error" }, error.message));
  }) },
  el("summary", {}, `${when(one.opened_ms)}: ${many(one.rows, "row", "rows")}, ${one.refused} refused`,
    one.state === "open" ? " so far" : ""), box);
  return el("li", {}, line);
}

async function drawFeeds(list, supplier) {
  try {
    const { body } = await people.askSigned(path(supplier, "feeds?limit=10"));
    list.replaceChildren(...body.feeds.map(feedLine));
  } catch (error) {
    list.replaceChildren(el("li", {}, failed(`This could not be fetched. ${error.message}`, () => drawFeeds(list, supplier))));
  }
}

// Every row has its verdict from the edge when it is answered; what stock says of it comes a moment later.
async function sendFeed(file, list, supplier) {
  const { body } = await people.askSigned("/v1/feeds", {
    method: "POST",
    headers: { "Content-Type": "text/csv", "Idempotency-Key": randomHex(16) },
    body: file,
  });
  toast(`${many(body.rows, "row", "rows")}, ${body.refused} refused.`);
  for (let tries = 0; tries < FEED_TRIES; tries++) {
    const page = (await people.askSigned(path(supplier, "feeds?limit=1"))).body;
    if (page.feeds[0]?.feed === body.feed && page.feeds[0].state === "closed") break;
    await pause(250);
  }
  await drawFeeds(list, supplier);
}

function feeds(supplier) {
  const list = el("ul", { class: "sessions", id: "own-feeds" });
  const input = el("input", { type: "file", id: "own-feed", accept: ".csv,text/csv" });
  drawFeeds(list, supplier);
  return part("feeds", "Feeds",
    form({
      parts: [el("div", { class: "field" }, el("label", { for: "own-feed" }, "A file of offers"), input,
        el("p", { class: "hint" }, "CSV: sku, and what you like of title, description, brand, price, currency, " +
          "gtin, units, threshold."))],
      look: "quiet",
      action: "Send it",
      send: async () => {
        if (!input.files[0]) throw new Error("Choose a file first.");
        await sendFeed(input.files[0], list, supplier);
        input.value = "";
      },
    }), list);
}

// Fill `box` with the page of whose owner or staff is signed in.
export async function showShelf(box) {
  box.replaceChildren(el("p", { class: "state", role: "status" }, "Fetching your products …"));
  try {
    const me = await people.me("");
    if (!me.supplier) {
      box.replaceChildren(el("p", { class: "state" }, "You work for no supplier."));
      return;
    }
    box.replaceChildren(products(me.supplier), alerts(me.supplier), reach(me.supplier, people.askSigned),
      feeds(me.supplier));
  } catch (error) {
    box.replaceChildren(failed(`Your products could not be fetched. ${error.message}`, () => showShelf(box)));
  }
}

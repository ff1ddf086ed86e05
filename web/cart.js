// cart.js - the cart: a dialog over any page, and how many things are in it.
import { byId, el, showState, toast } from "./dom.js";
import * as orders from "./orders.js";
import * as shop from "./shop.js";
import { money, stockLine } from "./words.js";

const UNITS_MAX = 999;
const state = { lines: [], reading: null };

function lineOf(line) {
  const title = line.title || line.sku;
  const step = (by, sign, label, off) =>
    el("button", { type: "button", "aria-label": `${label} ${title}`, disabled: off,
      "data-step": `${by}:${line.sku}`,
      onclick: () => set(line.sku, line.units + by, null) }, sign);
  return el("li", { class: "line" },
    el("span", { class: "card-title" }, title),
    el("span", { class: "price" },
      line.price ? money({ ...line.price, minor: line.price.minor * line.units }) : ""),
    line.price ? el("span", { class: line.available_units <= 5 ? "low" : "soft" }, stockLine(line.available_units))
      : el("span", { class: "low" }, "Not on offer any more"),
    el("span", { class: "stepper" },
      step(-1, "−", line.units === 1 ? "Take out" : "One less of", false),
      el("output", {}, String(line.units)),
      step(1, "+", "One more of", line.units >= UNITS_MAX || line.units >= line.available_units)));
}

function totalOf(lines) {
  const sums = new Map();
  for (const { price, units } of lines)
    if (price) sums.set(price.currency, (sums.get(price.currency) || 0) + price.minor * units);
  return [...sums].map(([currency, minor]) => money({ minor, currency })).join(" + ");
}

function draw(lines) {
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const focused = document.activeElement?.dataset?.step;
  const total = totalOf(lines);
  state.lines = lines;
  byId("cart-count").hidden = units === 0;
  byId("cart-count").replaceChildren(String(units), el("span", { class: "unseen" }, " items"));
  byId("cart-list").replaceChildren(...lines.map(lineOf));
  byId("cart-total").replaceChildren(...(total ? [el("span", {}, "Together"), el("span", {}, total)] : []));
  byId("cart-checkout").hidden = !total;
  showState("cart-state", lines.length === 0 ? "Your cart is empty." : "");
  if (focused) {
    const again = byId("cart-list").querySelector(`[data-step="${CSS.escape(focused)}"]`);
    (again && !again.disabled ? again : byId("cart-title")).focus();
  }
}

// Shows it as it is behind the place `after`; false when that has not come yet.
export async function load(after) {
  state.reading?.abort();
  const reading = state.reading = new AbortController();
  try {
    const cart = await orders.cart(after, reading.signal);
    if (cart === null) return false;
    draw(cart.lines);
    return true;
  } catch (error) {
    if (error.name === "AbortError") return true;
    showState("cart-state", `Your cart could not be fetched. ${error.message}`, () => load(after));
    return false;
  }
}

// The cart is one thing, what was done another: the list of what fits follows the second.
async function set(sku, units, done) {
  const wanted = Math.min(UNITS_MAX, units);
  try {
    const after = await orders.setItem(sku, wanted);
    shop.did({ cart_item_set: { sku, units: wanted } }).catch(() => {});
    if (done) toast(done);
    if (!(await load(after))) toast("Written down. The cart will show it in a moment.");
  } catch (error) {
    toast(`The cart was not changed. ${error.message}`);
  }
}

export function add(sku, title) {
  const line = state.lines.find((one) => one.sku === sku);
  set(sku, (line ? line.units : 0) + 1, `${title} is in your cart.`);
}

export function begin() {
  const cart = byId("cart");
  byId("cart-open").addEventListener("click", () => cart.showModal());
  byId("cart-close").addEventListener("click", () => cart.close());
  for (const id of ["cart-checkout", "cart-orders"]) byId(id).addEventListener("click", () => cart.close());
  cart.addEventListener("click", (event) => {
    if (event.target === cart) cart.close(); // The backdrop.
  });
}

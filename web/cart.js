// cart.js - the cart: a dialog over any page, and how many things are in it.
import { byId, el, showState, toast } from "./dom.js";
import * as orders from "./orders.js";
import * as shop from "./shop.js";
import { money, stockLine } from "./words.js";

const UNITS_MAX = 999;
// lines: null while none were read. after: the place of the newest write that no answer has been behind yet.
// unseen: units that were written, and that the cart does not show yet.
const state = { lines: null, reading: null, after: "", unseen: new Map(), writing: Promise.resolve() };

function lineOf(line) {
  const title = line.title || line.sku;
  const step = (by, sign, label, off) =>
    el("button", { type: "button", "aria-label": `${label} ${title}`, disabled: off,
      "data-step": `${by}:${line.sku}`,
      onclick: () => set(line.sku, wantedOf(line.sku) + by, null) }, sign);
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
  byId("cart-count").replaceChildren(String(units), el("span", { class: "unseen" }, units === 1 ? " item" : " items"));
  byId("cart-list").replaceChildren(...lines.map(lineOf));
  byId("cart-total").replaceChildren(...(total ? [el("span", {}, "Together"), el("span", {}, total)] : []));
  byId("cart-checkout").hidden = !total;
  showState("cart-state", lines.length === 0 ? "Your cart is empty." : "");
  if (focused) {
    const again = byId("cart-list").querySelector(`[data-step="${CSS.escape(focused)}"]`);
    (again && !again.disabled ? again : byId("cart-title")).focus();
  }
}

// Shows it as it is behind the place `after`, and behind what was written before; false when that has not come yet.
export async function load(after) {
  state.reading?.abort();
  const reading = state.reading = new AbortController();
  const behind = state.after = after || state.after;
  try {
    const cart = await orders.cart(behind, reading.signal);
    if (cart === null) return false;
    if (state.after === behind) state.after = "";
    draw(cart.lines);
    return true;
  } catch (error) {
    if (error.name === "AbortError") return true;
    showState("cart-state", `Your cart could not be fetched. ${error.message}`, () => load(after));
    return false;
  }
}

// Somebody signed in or out: it is another's cart.
export function loadAnother() {
  state.after = "";
  state.unseen.clear();
  return load("");
}

// The cart is one thing, what was done another: the list of what fits follows the second.
async function write(sku, by, done) {
  while (state.lines === null) // What is in it already counts.
    if (!(await load(""))) return toast("The cart was not changed: it could not be fetched.");
  const line = state.lines.find((one) => one.sku === sku);
  const wanted = Math.max(0, Math.min(UNITS_MAX, (state.unseen.get(sku) ?? line?.units ?? 0) + by));
  try {
    const after = await orders.setItem(sku, wanted);
    shop.did({ cart_item_set: { sku, units: wanted } }).catch(() => {});
    if (done) toast(done);
    state.unseen.set(sku, wanted);
    if (await load(after)) state.unseen.delete(sku);
    else toast("Written down. The cart will show it in a moment.");
  } catch (error) {
    toast(`The cart was not changed. ${error.message}`);
  }
}

// One behind the other: a second press counts from what the first one made of it.
function change(sku, by, done) {
  state.writing = state.writing.then(() => write(sku, by, done));
}

export function add(sku, title) {
  change(sku, 1, `${title} is in your cart.`);
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

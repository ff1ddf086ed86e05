// work.js - orders as work: what a supplier has to ship, and what an operator has to look at.
import { el, toast } from "./dom.js";
import { field, form } from "./form.js";
import * as orders from "./orders.js";
import { jobOf, money, reasonOf, stateOf, when } from "./words.js";

const failed = (what, error) => el("p", { class: "state state-error" }, `${what} could not be fetched. ${error.message}`);

function button(words, act, done) {
  const element = el("button", { class: "quiet", type: "button",
    onclick: async () => {
      element.disabled = true;
      try {
        await act();
        await done();
      } catch (error) {
        toast(error.message);
        element.disabled = false;
      }
    } }, words);
  return element;
}

// --- A supplier's -----------------------------------------------------------------------------------

function shipForm(supplier, order, done) {
  return form({ look: "quiet",
    parts: [el("div", { class: "row" },
      field({ name: "carrier", label: "Carrier", autocomplete: "off" }),
      field({ name: "tracking", label: "Number of the parcel", autocomplete: "off" }))],
    action: "It has left",
    send: async (filled) => {
      const parcel = {};
      if (filled.carrier.trim()) parcel.carrier = filled.carrier.trim();
      if (filled.tracking.trim()) parcel.tracking = filled.tracking.trim();
      await orders.ship(supplier, order.order, parcel);
      await done();
    } });
}

function actionsOf(supplier, order, done) {
  switch (order.state) {
    case "WAITING":
      return [el("p", { class: "actions" },
        button("Accept", () => orders.accept(supplier, order.order), done),
        button("We cannot send it", () => orders.reject(supplier, order.order, "out_of_stock"), done))];
    case "ACCEPTED":
    case "PARTLY_SHIPPED":
      return [shipForm(supplier, order, done)];
    case "SHIPPED":
      return [el("p", { class: "actions" }, button("It has arrived", () => orders.deliver(supplier, order.order), done))];
    default:
      return [];
  }
}

function addressOf(address) {
  if (!address) return el("p", { class: "low" }, "The customer was forgotten: nobody knows where it goes.");
  const text = [address.full_name, ...address.lines, `${address.postcode} ${address.city}`, address.country, address.phone];
  return el("address", {}, ...text.filter(Boolean).flatMap((line) => [line, el("br")]));
}

const job = (supplier, order, done) => el("section", { class: "panel job", "aria-label": `Order ${order.order.slice(0, 8)}` },
  el("h2", {}, jobOf(order.state)),
  el("p", { class: "soft" }, `${when(order.placed_ms)}${order.due_ms ? ` · until ${when(order.due_ms)}` : ""}`),
  el("ul", { class: "plain" }, ...order.lines.filter((line) => line.units > line.cancelled_units).map((line) =>
    el("li", {}, `${line.units - line.cancelled_units} × ${line.title || line.sku}`))),
  addressOf(order.address),
  ...actionsOf(supplier, order, done));

export async function showToShip(box, supplier) {
  const again = () => showToShip(box, supplier);
  try {
    const [jobs, account] = await Promise.all([orders.toShip(supplier),
      orders.statement(supplier).catch(() => null)]); // Of owners alone.
    box.replaceChildren(
      account ? el("p", { class: "order-state" }, `You are owed ${account.owed.map(money).join(" + ") || "nothing"}.`) : "",
      ...jobs.map((one) => job(supplier, one, again)));
    if (jobs.length === 0) box.append(el("p", { class: "state" }, "Nothing is to be sent."));
  } catch (error) {
    box.replaceChildren(failed("What is to be sent", error));
  }
}

// --- An operator's ----------------------------------------------------------------------------------

const caseOf = (order, done) => el("section", { class: "panel job", "aria-label": `Order ${order.order.slice(0, 8)}` },
  el("h2", {}, order.needs_operator ? `Needs you: ${reasonOf(order.needs_operator)}` : stateOf(order)),
  el("p", { class: "soft" }, `${when(order.placed_ms)} · `,
    el("a", { href: `#/order/${order.order}` }, order.order.slice(0, 8)), ` · ${money(order.total)}`),
  order.needs_operator ? el("p", { class: "actions" },
    button("Ask once more", () => orders.resolve(order.order, "RETRY", "asked_again"), done),
    button("Give the rest back", () => orders.resolve(order.order, "REFUND_REST", "goodwill"), done),
    button("Close it", () => orders.resolve(order.order, "CLOSE", "settled_elsewhere"), done)) : null);

export async function showDesk(box) {
  const again = () => showDesk(box);
  try {
    const all = await orders.all();
    box.replaceChildren(...all.map((order) => caseOf(order, again)));
    if (all.length === 0) box.append(el("p", { class: "state" }, "There are no orders yet."));
  } catch (error) {
    box.replaceChildren(failed("Orders", error));
  }
}

// order.js - my orders, and one of them, as it goes on.
import { el, toast } from "./dom.js";
import { follow } from "./live.js";
import * as orders from "./orders.js";
import { eventOf, money, partOf, reasonOf, stateOf, when } from "./words.js";

const part = (id, title, ...children) => el("section", { class: "panel", "aria-labelledby": `${id}-title` },
  el("h2", { id: `${id}-title` }, title), ...children);

const linkTo = (order) => `#/order/${order}`;

// --- One --------------------------------------------------------------------------------------------

function lineOf(line) {
  const notes = [];
  if (line.shipped_units) notes.push(`${line.shipped_units} sent`);
  if (line.returned_units) notes.push(`${line.returned_units} sent back`);
  if (line.cancelled_units) notes.push(`${line.cancelled_units} taken out`);
  if (line.reason) notes.push(reasonOf(line.reason));
  return el("li", { class: "line" },
    el("span", { class: "card-title" }, `${line.units} × ${line.title || line.sku}`),
    el("span", { class: "price" },
      line.price ? money({ ...line.price, minor: line.price.minor * line.units }) : ""),
    el("span", { class: "soft" }, notes.join(", ")));
}

function partsOf(order) {
  return order.sub_orders.map((sub) => el("li", {},
    el("strong", {}, sub.supplier), ` ${partOf(sub.state)}`,
    ...order.shipments.filter((one) => one.supplier === sub.supplier).map((one) =>
      el("span", { class: "soft" }, ` · ${one.carrier || "parcel"} ${one.tracking || ""}`))));
}

const canCancel = (order) => ["HOLDING", "PAYING", "ACTION_REQUIRED", "COMMITTING", "CAPTURING"].includes(order.state) ||
  (order.state === "CONFIRMED" && order.lines.some((line) => line.shipped_units + line.cancelled_units < line.units));

const backOf = (order) => order.lines.map((line) => ({ sku: line.sku, units: line.shipped_units - line.returned_units }))
  .filter(({ units }) => units > 0);

function button(words, act) {
  const element = el("button", { class: "quiet", type: "button",
    onclick: async () => {
      element.disabled = true;
      try {
        await act();
        toast("Done.");
      } catch (error) {
        toast(error.message);
      }
      element.disabled = false;
    } }, words);
  return element;
}

function amounts(order) {
  const rows = [["Total", order.total], ["Paid", order.paid], ["Given back", order.refunded]]
    .filter(([name, amount]) => name === "Total" || amount.minor > 0);
  return rows.map(([name, amount]) => el("p", { class: "total" }, el("span", {}, name), el("span", {}, money(amount))));
}

function addressOf(address) {
  if (!address) return null;
  const text = [address.full_name, ...address.lines, `${address.postcode} ${address.city}`, address.country];
  return el("address", {}, ...text.filter(Boolean).flatMap((line) => [line, el("br")]));
}

function drawOrder(box, order, events) {
  const actions = [];
  if (order.state === "ACTION_REQUIRED" && order.action_url)
    actions.push(el("a", { class: "main-action as-link", href: order.action_url }, "Confirm at your bank"));
  if (canCancel(order)) actions.push(button("Take it back", () => orders.cancel(order.order)));
  if (backOf(order).length > 0)
    actions.push(button("Send it back", () => orders.sendBack(order.order, backOf(order))));
  box.replaceChildren(
    el("p", { class: "order-state", role: "status", "data-state": order.state },
      [stateOf(order), reasonOf(order.reason)].filter(Boolean).join(": ")),
    part("what", "What", el("ul", { class: "lines" }, ...order.lines.map(lineOf)), ...amounts(order),
      actions.length ? el("p", { class: "actions" }, ...actions) : null),
    ...(order.sub_orders.length ? [part("parcels", "Parcels", el("ul", { class: "plain" }, ...partsOf(order)))] : []),
    ...(order.address ? [part("goes", "Where it goes", addressOf(order.address))] : []),
    part("past", "What happened", el("ol", { class: "timeline" }, ...events.map((event) =>
      el("li", {}, el("time", { datetime: new Date(event.at_ms).toISOString() }, when(event.at_ms)), ` ${eventOf(event)}`)))));
}

// Follows it until what is returned is called.
export function showOrder(box, id) {
  let newest = 0;
  box.replaceChildren(el("p", { class: "state" }, "Fetching your order …"));
  return follow(orders.pathOf(id), async (order) => {
    const mine = ++newest;
    const events = await orders.timeline(id).catch(() => []);
    if (mine === newest) drawOrder(box, order, events);
  }, () => box.replaceChildren(el("p", { class: "state state-error" },
    "There is no such order of yours. Sign in, if it is one of your account's.")));
}

// --- All --------------------------------------------------------------------------------------------

const row = (order) => el("li", { class: "line" },
  el("a", { class: "card-title", href: linkTo(order.order) },
    order.lines.map((line) => line.title || line.sku).join(", ")),
  el("span", { class: "price" }, money(order.total)),
  el("span", { class: "soft" }, `${when(order.placed_ms)} · ${stateOf(order)}`));

export async function showOrders(box) {
  const list = el("ul", { class: "lines" });
  const more = el("p", { class: "more" });
  const load = async (after) => {
    const page = await orders.list(after);
    list.append(...page.orders.map(row));
    more.replaceChildren(...(page.next_after
      ? [el("button", { class: "quiet", type: "button", onclick: () => load(page.next_after) }, "Older ones")] : []));
    if (list.children.length === 0)
      box.replaceChildren(el("p", { class: "state" }, "You have not ordered anything yet."));
  };
  box.replaceChildren(el("section", { class: "panel" }, list, more));
  try {
    await load("");
  } catch (error) {
    box.replaceChildren(error.status === 401
      ? el("p", { class: "state" }, "You have not ordered anything yet.")
      : el("p", { class: "state state-error" }, `Your orders could not be fetched. ${error.message}`));
  }
}

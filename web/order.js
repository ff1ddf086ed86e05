// order.js - my orders, and one of them, as it goes on.
import { el, failed } from "./dom.js";
import { follow } from "./live.js";
import * as orders from "./orders.js";
import { asking, button, drawWhere, older, unitsForm } from "./parts.js";
import { eventOf, money, partOf, reasonOf, stateOf, when } from "./words.js";

const part = (id, title, ...children) => el("section", { class: "panel", "aria-labelledby": `${id}-title` },
  el("h2", { id: `${id}-title` }, title), ...children);

const LATE_MS = 3000; // An order that is ours has come by then.

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

// Whose part of it can be taken back: what has not left.
const cancellable = (order) => order.state === "CONFIRMED"
  ? order.sub_orders.filter((sub) => order.lines.some((line) => line.supplier === sub.supplier &&
    line.shipped_units + line.cancelled_units < line.units)).map((sub) => sub.supplier)
  : [];

const isUndecided = (order) => ["HOLDING", "PAYING", "ACTION_REQUIRED", "COMMITTING", "CAPTURING"].includes(order.state);

const backOf = (order) => order.lines
  .map((line) => ({ sku: line.sku, title: line.title, units: line.shipped_units - line.returned_units }))
  .filter(({ units }) => units > 0);

// How far it is, of what lies before every order that goes well.
const STEPS = ["Held", "Paid", "Packed", "Sent", "There"];

function stepOf(order) {
  const far = { WAITING: 2, ACCEPTED: 2, PARTLY_SHIPPED: 3, SHIPPED: 4, DELIVERED: 5 };
  if (order.state !== "CONFIRMED" && order.state !== "CLOSED")
    return { HOLDING: 0, PAYING: 1, ACTION_REQUIRED: 1, COMMITTING: 1, CAPTURING: 1 }[order.state] ?? -1;
  const parts = order.sub_orders.map((sub) => far[sub.state]).filter(Boolean);
  return parts.length ? Math.min(...parts) : -1;
}

function progress(order) {
  const at = stepOf(order);
  return at < 0 ? null : el("ol", { class: "steps", "aria-label": "How far it is" }, ...STEPS.map((words, i) =>
    el("li", { class: i < at ? "done" : null, "aria-current": i === at ? "step" : null }, words)));
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

function confirming(order) {
  if (order.state !== "ACTION_REQUIRED" || !order.action_url) return [];
  const until = order.pay_until_ms ? ` Until ${when(order.pay_until_ms)} it is reserved for you.` : "";
  return [el("p", {}, `Your bank wants to know that it is you.${until}`),
    el("a", { class: "main-action as-link", href: order.action_url }, "Confirm at your bank")];
}

function cancelling(order) {
  const parts = cancellable(order);
  if (isUndecided(order) || parts.length > 0) {
    return [asking("Cancel",
      el("p", { class: "soft" }, order.state === "CONFIRMED"
        ? "What has not left is taken out, and what you paid for it comes back." : "Nothing will be taken from your card."),
      button(parts.length > 1 ? "Cancel all that has not left" : "Cancel the order", () => orders.cancel(order.order)),
      ...(parts.length > 1 ? parts.map((supplier) =>
        button(`Only what ${supplier} sends`, () => orders.cancel(order.order, supplier))) : []))];
  }
  return [];
}

const returning = (order) => backOf(order).length === 0 ? [] : [asking("Send something back",
  el("p", { class: "soft" }, "What you paid for it comes back at once."),
  unitsForm({ items: backOf(order), action: "Send back", send: (items) => orders.sendBack(order.order, items) }))];

const actionsOf = (order) => [...confirming(order), ...cancelling(order), ...returning(order)];

function timelineOf(events) {
  return el("ol", { class: "timeline" }, ...events.map((event) => el("li", {},
    el("time", { datetime: new Date(event.at_ms).toISOString() }, when(event.at_ms)), ` ${eventOf(event)}`)));
}

// A box for each part, so that one may change while another is being typed in.
function frame(box) {
  const boxes = Object.fromEntries(["state", "acts", "what", "parcels", "goes", "past"].map((name) => [name,
    el("div", { class: "part", id: `order-${name}` })]));
  box.replaceChildren(...Object.values(boxes));
  return boxes;
}

function drawOrder(boxes, order, events) {
  drawWhere(boxes.state, [order.state, order.reason, order.needs_operator, order.sub_orders],
    el("p", { class: "order-state", role: "status", "data-state": order.state },
      [stateOf(order), reasonOf(order.reason)].filter(Boolean).join(": ")),
    el("p", { class: "soft number" }, "Order ", el("code", {}, order.order)),
    order.needs_operator ? el("p", { class: "low" }, "Somebody of ours looks at it; you need do nothing.") : null,
    progress(order));
  const acts = actionsOf(order);
  drawWhere(boxes.acts, [order.state, order.action_url, cancellable(order), backOf(order)],
    acts.length ? el("div", { class: "panel" }, ...acts) : null);
  drawWhere(boxes.what, [order.lines, order.total, order.paid, order.refunded],
    part("what", "What", el("ul", { class: "lines" }, ...order.lines.map(lineOf)), ...amounts(order)));
  drawWhere(boxes.parcels, [order.sub_orders, order.shipments],
    order.sub_orders.length ? part("parcels", "Parcels", el("ul", { class: "plain" }, ...partsOf(order))) : null);
  drawWhere(boxes.goes, order.address,
    order.address ? part("goes", "Where it goes", addressOf(order.address)) : null);
  drawWhere(boxes.past, events, part("past", "What happened", timelineOf(events)));
}

const none = () => el("p", { class: "state state-error", role: "alert" },
  "There is no such order of yours. Sign in, if it is one of your account's.");

// Follows it until what is returned is called. One that has just been placed is waited for.
export function showOrder(box, id) {
  let newest = 0;
  let boxes = null;
  box.replaceChildren(el("p", { class: "state" }, "Fetching your order …"));
  const late = setTimeout(() => boxes || box.replaceChildren(none()), LATE_MS);
  const end = follow(orders.pathOf(id), async (order) => {
    const mine = ++newest;
    const events = await orders.timeline(id).catch(() => []);
    if (mine !== newest) return;
    boxes = boxes || frame(box);
    drawOrder(boxes, order, events);
  }, () => box.replaceChildren(none()));
  return () => {
    clearTimeout(late);
    end();
  };
}

// --- All --------------------------------------------------------------------------------------------

const row = (order) => el("li", { class: "line" },
  el("a", { class: "card-title", href: linkTo(order.order) },
    order.lines.map((line) => line.title || line.sku).join(", ")),
  el("span", { class: "price" }, money(order.total)),
  el("span", { class: "soft" }, `${when(order.placed_ms)} · ${stateOf(order)}`));

const nothing = () => el("p", { class: "state" }, "You have not ordered anything yet.");

export async function showOrders(box) {
  const list = el("ul", { class: "lines" });
  const more = el("p", { class: "more" });
  const load = async (after) => {
    const page = await orders.list(after);
    list.append(...page.orders.map(row));
    more.replaceChildren(...older(page.next_after, load));
    if (list.children.length === 0) box.replaceChildren(nothing());
  };
  box.replaceChildren(el("section", { class: "panel" }, list, more));
  try {
    await load("");
  } catch (error) {
    box.replaceChildren(error.status === 401 ? nothing()
      : failed(`Your orders could not be fetched. ${error.message}`, () => showOrders(box)));
  }
}

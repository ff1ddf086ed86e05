// work.js - orders as work: what a supplier has to ship, and what an operator has to look at.
import { el, failed } from "./dom.js";
import { field, form } from "./form.js";
import * as orders from "./orders.js";
import { asking, button, drawWhere, unitsForm } from "./parts.js";
import { jobOf, money, reasonOf, stateOf, when } from "./words.js";

// Asked again while nobody types: new orders come by themselves.
const AGAIN_MS = 5000;

const isBusy = (box) => box.querySelector("details[open], [aria-busy]") !== null ||
  (box.contains(document.activeElement) && document.activeElement.matches("input, textarea"));

function repeat(box, load) {
  const timer = setInterval(() => {
    if (!document.hidden && !isBusy(box)) load("");
  }, AGAIN_MS);
  return () => clearInterval(timer);
}

// --- A supplier's -----------------------------------------------------------------------------------

const REASONS = [["out_of_stock", "It is not there"], ["damaged", "It is damaged"], ["cannot_deliver", "We do not deliver there"]];

// What has not left yet.
const leftOf = (order) => order.lines
  .map((line) => ({ sku: line.sku, title: line.title, units: line.units - line.cancelled_units - line.shipped_units }))
  .filter(({ units }) => units > 0);

const shipForm = (supplier, order, done) => unitsForm({ items: leftOf(order), action: "It has left",
  more: [el("div", { class: "row" },
    field({ name: "carrier", label: "Carrier", autocomplete: "off", maxlength: 32 }),
    field({ name: "tracking", label: "Number of the parcel", autocomplete: "off", maxlength: 64 }))],
  send: async (items, filled) => {
    const parcel = { items };
    if (filled.carrier.trim()) parcel.carrier = filled.carrier.trim();
    if (filled.tracking.trim()) parcel.tracking = filled.tracking.trim();
    await done(await orders.ship(supplier, order.order, parcel));
  } });

const rejecting = (supplier, order, done) => asking("We cannot send it",
  el("p", { class: "soft" }, "It goes to another supplier, or the customer gets the money back. Why?"),
  ...REASONS.map(([word, words]) => button(words, () => orders.reject(supplier, order.order, word), done)));

function actionsOf(supplier, order, done) {
  switch (order.state) {
    case "WAITING":
      return [el("div", { class: "actions" },
        button("Accept", () => orders.accept(supplier, order.order), done, "main-action"), rejecting(supplier, order, done))];
    case "ACCEPTED":
      return [shipForm(supplier, order, done), rejecting(supplier, order, done)];
    case "PARTLY_SHIPPED":
      return [shipForm(supplier, order, done)];
    case "SHIPPED":
      return [button("It has arrived", () => orders.deliver(supplier, order.order), done)];
    default:
      return [];
  }
}

function addressOf(address) {
  if (!address) return el("p", { class: "low" }, "The customer was forgotten: nobody knows where it goes.");
  const text = [address.full_name, ...address.lines, `${address.postcode} ${address.city}`, address.country, address.phone];
  return el("address", {}, ...text.filter(Boolean).flatMap((line) => [line, el("br")]));
}

const lineOf = (line) => el("li", {}, `${line.units - line.cancelled_units} × ${line.title || line.sku}`,
  line.shipped_units ? el("span", { class: "soft" }, ` · ${line.shipped_units} sent`) : null);

const job = (supplier, order, done) => el("section", { class: "panel job", "data-order": order.order, "data-state": order.state,
  "aria-label": `Order ${order.order.slice(0, 8)}` },
  el("h2", {}, jobOf(order.state)),
  el("p", { class: "soft" }, `${when(order.placed_ms)}${order.due_ms ? ` · until ${when(order.due_ms)}` : ""}`),
  el("ul", { class: "plain" }, ...order.lines.filter((line) => line.units > line.cancelled_units).map(lineOf)),
  ...(order.shipments || []).map((one) => el("p", { class: "soft" }, `Parcel: ${one.carrier || "by somebody"} ${one.tracking || ""}`)),
  addressOf(order.address),
  ...actionsOf(supplier, order, done));

// Returns what ends it.
export function showToShip(box, supplier) {
  let newest = 0;
  const load = async (after) => {
    const mine = ++newest;
    try {
      const [jobs, account] = await Promise.all([orders.toShip(supplier, after),
        orders.statement(supplier).catch(() => null)]); // Of owners alone.
      if (mine !== newest) return;
      drawWhere(box, [jobs, account?.owed],
        account ? el("p", { class: "order-state" }, `You are owed ${account.owed.map(money).join(" + ") || "nothing"}.`) : null,
        jobs.map((one) => job(supplier, one, load)),
        jobs.length === 0 ? el("p", { class: "state" }, "Nothing is to be sent. New orders appear here by themselves.") : null);
    } catch (error) {
      if (mine === newest) drawWhere(box, error.message, failed(`What is to be sent could not be fetched. ${error.message}`));
    }
  };
  delete box.dataset.made;
  box.replaceChildren(el("p", { class: "state" }, "Fetching what is to be sent …"));
  load("");
  return repeat(box, load);
}

// --- An operator's ----------------------------------------------------------------------------------

const HELP = {
  unanswered: "Stock or payments did not answer for long. It goes on by itself when they do; asking once more may hurry it.",
  refund_failed: "The customer's money could not be given back: ask once more, or send it another way and close it.",
  not_shipped: "A supplier accepted and has not sent it. Ask them; else give the rest back.",
  stock_differs: "Stock cannot do what was told of it: count the supplier's shelf.",
};

// What a rule makes of each command differs by how far the order is: only what does something is offered.
function commandsOf(order, done) {
  const over = ["CLOSED", "REFUSED", "CANCELLED"].includes(order.state);
  const commands = [button("Ask once more", () => orders.resolve(order.order, "RETRY", "asked_again"), done)];
  if (order.state === "CONFIRMED") {
    commands.push(asking("Give the rest back", el("p", { class: "soft" }, "What has not left is cancelled, and paid back."),
      button("Yes, give it back", () => orders.resolve(order.order, "REFUND_REST", "goodwill"), done)));
  } else if (!over) {
    commands.push(asking("Cancel it", el("p", { class: "soft" }, "What is held is freed, what is promised let go."),
      button("Yes, cancel it", () => orders.resolve(order.order, "REFUND_REST", "cancelled"), done)));
  }
  if (order.state === "CONFIRMED" || over) {
    commands.push(asking("Close it as it is", el("p", { class: "soft" }, "It was settled elsewhere; nothing more is done."),
      button("Yes, close it", () => orders.resolve(order.order, "CLOSE", "settled_elsewhere"), done)));
  }
  return el("div", { class: "actions" }, ...commands);
}

const caseOf = (order, done) => el("section", { class: "panel job", "data-order": order.order,
  "data-needs": order.needs_operator || "", "aria-label": `Order ${order.order.slice(0, 8)}` },
  el("h2", {}, order.needs_operator ? `Needs you: ${reasonOf(order.needs_operator)}` : stateOf(order)),
  el("p", { class: "soft" }, `${when(order.placed_ms)} · `,
    el("a", { href: `#/order/${order.order}` }, order.order.slice(0, 8)), ` · ${money(order.total)}`),
  order.needs_operator ? el("p", {}, HELP[order.needs_operator] || "No rule settles it: its story is behind the link.") : null,
  order.needs_operator ? commandsOf(order, done) : null);

// A number as somebody says it, in groups or not, or the address of the order's page. Null: it is none.
const numberOf = (text) => /(?:^|\/)([0-9a-f]{32})$/u.exec(text.toLowerCase().replace(/[\s-]/gu, ""))?.[1] ?? null;

const wrongNumber = (words) => Object.assign(new Error(words), { field: "order" });

const finding = () => el("section", { class: "panel finding", "aria-labelledby": "finding-title" },
  el("h2", { id: "finding-title" }, "Open an order"),
  form({
    parts: [field({ name: "order", label: "Its number", required: true, autocomplete: "off", autocapitalize: "none",
      spellcheck: "false", hint: "It stands on the customer's page of it; that page's address will do." })],
    look: "quiet",
    action: "Open it",
    send: async (filled) => {
      const id = numberOf(filled.order);
      if (id === null) throw wrongNumber("A number of 32 digits and letters from a to f, please.");
      await orders.order(id).catch((error) => {
        throw error.status === 404 ? wrongNumber("There is no order of that number.") : error;
      });
      location.hash = `#/order/${id}`;
    },
  }));

export function showDesk(box) {
  const list = el("div", { class: "cases" }, el("p", { class: "state" }, "Fetching the orders …"));
  let newest = 0;
  let pages = 1; // As many as were asked for.
  const load = async (after) => {
    const mine = ++newest;
    try {
      const all = [];
      let next = null;
      for (let i = 0; i < pages && (i === 0 || next); i++) {
        const page = await orders.all(next, after);
        all.push(...page.orders);
        next = page.next_after || null;
      }
      if (mine !== newest) return;
      const needed = all.filter((order) => order.needs_operator).length;
      drawWhere(list, [all, next],
        el("p", { class: "order-state", role: "status" }, needed ? `${needed === 1 ? "1 order needs" : `${needed} orders need`} you.` : "No order needs you."),
        all.map((order) => caseOf(order, load)),
        next ? el("p", { class: "more" }, el("button", { class: "quiet", type: "button",
          onclick: () => { pages++; load(""); } }, "Older ones")) : null);
    } catch (error) {
      if (mine === newest) drawWhere(list, error.message, failed(`The orders could not be fetched. ${error.message}`));
    }
  };
  box.replaceChildren(finding(), list); // What is typed above the list is not the list's to redraw.
  load("");
  return repeat(list, load);
}

// words.js - amounts, times and the states of orders, as people read them. Knows no DOM.

export function money({ minor, currency }) {
  try {
    const format = new Intl.NumberFormat(navigator.language, { style: "currency", currency });
    return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return `${(minor / 100).toFixed(2)} ${currency}`;
  }
}

export const number = (n) => n.toLocaleString(navigator.language);
export const many = (n, one, more) => `${number(n)} ${n === 1 ? one : more}`;

export const when = (ms) =>
  new Date(ms).toLocaleString(navigator.language, { dateStyle: "medium", timeStyle: "short" });

export function stockLine(units) {
  if (units <= 0) return "Sold out";
  return units <= 5 ? `Only ${units} left` : "In stock";
}

const states = {
  HOLDING: "Being reserved",
  PAYING: "Being paid",
  ACTION_REQUIRED: "Waits for you to confirm the payment",
  COMMITTING: "Being confirmed",
  CAPTURING: "Being confirmed",
  CONFIRMED: "Ordered",
  CLOSED: "Done",
  REFUSED: "Not ordered",
  CANCELLED: "Cancelled",
};

const parts = {
  WAITING: "The supplier has been told",
  ACCEPTED: "Being packed",
  PARTLY_SHIPPED: "Partly on its way",
  SHIPPED: "On its way",
  DELIVERED: "Delivered",
  RETURNED: "Returned",
  CANCELLED: "Cancelled",
  REJECTED: "Not to be had from this supplier",
};

const jobs = {
  WAITING: "New: will you send it?",
  ACCEPTED: "To be packed",
  PARTLY_SHIPPED: "Some of it is to be packed",
  SHIPPED: "On its way",
};

const reasons = {
  sold_out: "sold out",
  unknown_sku: "not on offer",
  withdrawn: "on offer no more",
  total_differs: "the price has changed",
  payment_declined: "the payment was declined",
  not_paid: "not paid in time",
  payment_expired: "not paid in time",
  payment_failed: "the payment failed",
  customer: "by you",
  rejected: "no supplier could send it",
  operator: "by us",
  accept_late: "not accepted in time",
  out_of_stock: "it is not there",
  cannot_deliver: "they do not deliver there",
  unanswered: "no answer for long",
  refund_failed: "the money could not be given back",
  not_shipped: "not sent in time",
  stock_differs: "stock says otherwise",
  done: "",
};

const told = {
  order_placed: "Ordered",
  line_refused: "Not to be had",
  line_lost: "No longer reserved",
  payment_asked: "The payment was asked for",
  pay_time_extended: "More time to pay",
  order_confirmed: "Confirmed and paid",
  sub_order_accepted: "will send it",
  sub_order_rejected: "will not send it",
  items_shipped: "has sent a parcel",
  sub_order_delivered: "Delivered",
  units_cancelled: "Taken out of the order",
  items_returned: "Sent back",
  refund_asked: "Money goes back to you",
  order_refused: "Not ordered",
  cancel_noted: "You took it back",
  order_cancelled: "Cancelled",
  order_closed: "Done",
  operator_needed: "Somebody of ours looks at it",
  operator_resolved: "Settled by us",
  request_refused: "Could not be done",
};

const payments = {
  authorised: "The payment is promised",
  action_required: "Your bank wants you to confirm",
  declined: "The payment was declined",
  captured: "Paid",
  voided: "The payment was let go",
  refunded: "Money was given back",
};

const plain = (word) => String(word).replace(/_/gu, " ");

// Of an order whose parts all have left, or have all arrived, that is the news.
export function stateOf(order) {
  const sent = (order.sub_orders || []).map((sub) => sub.state).filter((state) => !["CANCELLED", "REJECTED"].includes(state));
  const all = (...far) => order.state === "CONFIRMED" && sent.length > 0 && sent.every((state) => far.includes(state));
  if (all("DELIVERED", "RETURNED")) return parts.DELIVERED;
  if (all("SHIPPED", "DELIVERED", "RETURNED")) return parts.SHIPPED;
  return states[order.state] || plain(order.state);
}
export const partOf = (state) => parts[state] || plain(state);
// The same for whoever has to send it.
export const jobOf = (state) => jobs[state] || partOf(state);
export const reasonOf = (word) => (word ? reasons[word] ?? plain(word) : "");

// One line of a timeline.
export function eventOf(event) {
  const words = event.event === "payment_seen" ? payments[event.what] : told[event.event];
  const supplier = event.supplier || event.shipment?.supplier;
  const who = supplier && /^(will|has) /u.test(words || "") ? `${supplier} ` : "";
  const detail = [event.sku, reasonOf(event.reason || event.why), event.amount && money(event.amount),
    event.shipment?.tracking].filter(Boolean);
  return `${who}${words || plain(event.event)}${detail.length ? `: ${detail.join(", ")}` : ""}`;
}

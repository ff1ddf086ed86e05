// pages.js - the pages of carts and orders, by the name that the address has.
import { el, failed } from "./dom.js";
import * as cart from "./cart.js";
import * as checkout from "./checkout.js";
import { showOrder, showOrders } from "./order.js";
import * as people from "./people.js";
import { showDesk, showToShip } from "./work.js";

let leave = () => {}; // The page that is open.

// Returns what ends it, once it is known whose it is.
function work(box) {
  let ended = false;
  let end = () => {};
  const show = () => people.me("").then((me) => {
    if (ended) return;
    if (me.supplier) end = showToShip(box, me.supplier);
    else box.replaceChildren(el("p", { class: "state" }, "You work for no supplier. Sign in as one."));
  }).catch((error) => box.replaceChildren(failed(`Who you are could not be fetched. ${error.message}`, show)));
  show();
  return () => {
    ended = true;
    end();
  };
}

// Each fills `box`, and may return what ends it.
const pages = {
  checkout: { title: "Check out", show: (box) => checkout.show(box, {
    placed: (order) => {
      cart.load("");
      location.hash = `#/order/${order}`;
    } }) },
  orders: { title: "My orders", show: (box) => showOrders(box) },
  order: { title: "Your order", takes: /^[0-9a-f]{32}$/u, show: (box, id) => showOrder(box, id) },
  work: { title: "To be sent", show: (box) => work(box) },
  desk: { title: "Orders", show: (box) => showDesk(box) },
};

export function close() {
  leave();
  leave = () => {};
}

// The title of a page of ours and what fills it; null: it is none.
export function find(name, id) {
  const page = Object.hasOwn(pages, name || "") ? pages[name] : null;
  if (!page || (page.takes && !page.takes.test(id || ""))) return null;
  return { title: page.title, fill: (box) => {
    const end = page.show(box, id);
    if (typeof end === "function") leave = end;
  } };
}

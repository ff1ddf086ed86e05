// parts.js - what the pages of orders share: buttons that do something at the shop, and how many of what.
import { el, toast } from "./dom.js";
import { field, form } from "./form.js";

// A button that says what went wrong beside itself, and stays there until it is tried again. `done` gets what `act` resolved to.
export function button(words, act, done, look = "quiet", said = "Done.") {
  const wrong = el("p", { class: "form-error", role: "alert", hidden: true });
  const element = el("button", { class: look, type: "button",
    onclick: async () => {
      wrong.hidden = true;
      element.disabled = true;
      element.setAttribute("aria-busy", "true");
      try {
        const place = await act();
        if (said) toast(said);
        await done?.(place);
      } catch (error) {
        wrong.textContent = error.message;
        wrong.hidden = false;
      }
      element.removeAttribute("aria-busy");
      element.disabled = false;
    } }, words);
  return el("span", { class: "act" }, element, wrong);
}

// "Older ones" under a list that ends behind `after`, where it goes on; `load` fetches what comes behind that.
export const older = (after, load) => (after ? [button("Older ones", () => load(after), undefined, "quiet", "")] : []);

// Something that is asked before it is done: what it means stands behind its summary.
export const asking = (summary, ...children) =>
  el("details", { class: "asking" }, el("summary", { class: "quiet" }, summary), ...children);

// "Send back" with how many of each: `items` are { sku, title, units }, of which all are filled in. `more` are further fields.
export function unitsForm({ items, action, send, more = [] }) {
  const nameOf = (sku) => `units.${sku}`;
  return form({ look: "quiet", action,
    parts: [...items.map(({ sku, title, units }) => field({ name: nameOf(sku), label: title || sku, type: "number",
      min: 0, max: units, inputmode: "numeric", required: true, value: String(units), hint: `0 to ${units}.` })), ...more],
    send: (filled) => {
      const chosen = items.map(({ sku, units }) => ({ sku, units: Number(filled[nameOf(sku)]), most: units }));
      const wrong = chosen.find(({ units, most }) => !Number.isInteger(units) || units < 0 || units > most);
      if (wrong) throw Object.assign(new Error(`A whole number from 0 to ${wrong.most}, please.`), { field: nameOf(wrong.sku) });
      const wanted = chosen.filter(({ units }) => units > 0).map(({ sku, units }) => ({ sku, units }));
      if (wanted.length === 0) throw new Error("Choose at least one.");
      return send(wanted, filled);
    } });
}

// Puts `children` into `box` where what they are made of has changed; somebody may be typing in what has not.
export function drawWhere(box, key, ...children) {
  const made = JSON.stringify(key);
  if (box.dataset.made === made) return;
  box.dataset.made = made;
  box.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
}

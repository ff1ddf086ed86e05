// dom.js - how the page is put together. What came from the shop is put in as text, never as markup.

export const byId = (id) => document.getElementById(id);

// Make an element: el("p", { class: "soft" }, "text", child, ...). Absent children are left out.
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// A supplier's picture in the smallest format and width that will do. `sizes` as the style has it.
export function photo(image, sizes, attributes) {
  return el("picture", {},
    ...(image.sources || []).map((source) => el("source", { type: source.type, srcset: source.srcset, sizes })),
    el("img", { ...attributes, src: image.url, alt: "", width: image.width, height: image.height, decoding: "async" }));
}

// It failed, because; with a way to try again, where there is one.
export const failed = (text, retry) => el("div", { class: "state state-error", role: "alert" }, el("p", {}, text),
  retry && el("button", { class: "quiet", type: "button", onclick: retry }, "Try again"));

// "Loading", "nothing here" and "it failed, because": each section says which of them it is.
export function showState(id, text, retry) {
  const box = byId(id);
  box.replaceChildren();
  if (!text) return;
  box.append(retry ? failed(text, retry) : el("div", { class: "state" }, el("p", {}, text)));
}

let toastTimer = 0;
export function toast(text) {
  byId("toast").textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => byId("toast").replaceChildren(), 4000);
}

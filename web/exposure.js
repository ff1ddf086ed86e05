// exposure.js - whom a supplier reached: by day, by product, and how many of those who saw bought.
//
// reach(supplier, ask) is a section for the supplier's page; `ask` fetches as whoever is signed in. Charts are plain
// SVG; what they show stands beside them in words, for those who do not see them.
import { el, failed } from "./dom.js";
import { many, money, number } from "./words.js";

const DAYS = [[7, "7 days"], [28, "4 weeks"], [90, "90 days"]];
const DAY_MS = 86_400_000;
const WIDTH = 600;
const HEIGHT = 160;
const LINE = 24; // Under the bars, for the days.
const SVG = "http://www.w3.org/2000/svg";

const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);
const shortDay = (day) => new Date(`${day}T00:00:00Z`)
  .toLocaleDateString(navigator.language, { day: "numeric", month: "short", timeZone: "UTC" });
const seenOf = (one) => one.impressions.earned + one.impressions.explored + one.impressions.minimum;

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

// --- By day -----------------------------------------------------------------------------------------

// Every day of the range, also those on which nobody saw anything.
function allDays(answer) {
  const known = new Map(answer.days.map((one) => [one.day, one]));
  const none = { impressions: { earned: 0, explored: 0, minimum: 0 }, clicks: 0, views: 0, visitors: 0 };
  const days = [];
  for (let ms = Date.parse(answer.from); ms <= Date.parse(answer.to); ms += DAY_MS)
    days.push(known.get(isoDay(ms)) || { ...none, day: isoDay(ms) });
  return days;
}

const kinds = [["earned", "by their own score"], ["explored", "as something new"], ["minimum", "to reach the day's minimum"]];

function bar(one, at, step, most) {
  const parts = [];
  let top = HEIGHT;
  for (const [kind] of kinds) {
    const height = (one.impressions[kind] / most) * (HEIGHT - 8);
    top -= height;
    if (height > 0)
      parts.push(svg("rect", { class: `reach-${kind}`, x: at * step + step * 0.1, y: top, width: step * 0.8, height }));
  }
  parts.push(svg("title", {}, `${shortDay(one.day)}: seen ${many(seenOf(one), "time", "times")} by ${many(one.visitors, "person", "people")}`));
  return svg("g", {}, ...parts);
}

function dayChart(days) {
  const most = Math.max(1, ...days.map(seenOf));
  const step = WIDTH / days.length;
  const every = Math.ceil(days.length / 7);
  const names = days.flatMap((one, at) => (at % every === 0
    ? [svg("text", { x: at * step + step / 2, y: HEIGHT + LINE - 4, "text-anchor": "middle" }, shortDay(one.day))] : []));
  const total = days.reduce((sum, one) => sum + seenOf(one), 0);
  return svg("svg", { class: "reach-chart", viewBox: `0 0 ${WIDTH} ${HEIGHT + LINE}`, role: "img",
    "aria-label": `Seen ${many(total, "time", "times")} in ${days.length} days, at most ${number(most)} on one.` },
  svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }),
  svg("text", { x: 0, y: 16 }, number(most)),
  ...days.map((one, at) => bar(one, at, step, most)), ...names);
}

const legend = () => el("p", { class: "soft reach-legend" },
  ...kinds.map(([kind, words]) => el("span", {}, el("span", { class: `reach-dot reach-${kind}` }), `seen ${words}`)));

// --- From seen to bought ----------------------------------------------------------------------------

const steps = [
  ["Seen in lists", seenOf, "Seen"],
  ["Chosen from them", (one) => one.clicks, "Chosen"],
  ["Pages opened", (one) => one.views, "Opened"],
  ["Put into carts", (one) => one.carts, "Carts"],
  ["Orders", (one) => one.orders, "Orders"],
];

function funnel(total) {
  const most = Math.max(1, ...steps.map(([, of]) => of(total)));
  return el("ol", { class: "reach-funnel" }, ...steps.map(([words, of]) => {
    const line = el("span", { class: "reach-bar", "aria-hidden": "true" });
    line.style.setProperty("--part", String(of(total) / most));
    return el("li", {}, el("span", {}, words), line, el("b", {}, number(of(total))));
  }));
}

function bought(total) {
  if (total.orders === 0) return null;
  return el("p", {}, `${many(total.units, "item", "items")} for ${total.revenue.map(money).join(" and ")}.`);
}

// --- By product -------------------------------------------------------------------------------------

function productRow(one, choose) {
  return el("tr", {},
    el("th", { scope: "row" },
      el("button", { class: "reach-choose", type: "button", onclick: () => choose(one) }, one.title || one.sku)),
    ...steps.map(([, of]) => el("td", {}, number(of(one)))));
}

async function drawProducts(body, more, path, ask, choose, after) {
  const { body: page } = await ask(`${path}&by=sku${after ? `&after=${encodeURIComponent(after)}` : ""}`);
  const rows = page.skus.map((one) => productRow(one, choose));
  if (after) body.append(...rows);
  else body.replaceChildren(...rows);
  more.hidden = page.next === null;
  more.onclick = () => drawProducts(body, more, path, ask, choose, page.next);
}

// --- The section ------------------------------------------------------------------------------------

export function reach(supplier, ask) {
  const chart = el("div", {});
  const rows = el("tbody", {});
  const more = el("button", { class: "quiet", type: "button", hidden: true }, "Show more");
  const state = { days: DAYS[0][0], product: null };

  async function draw(also) {
    const from = isoDay(Date.now() - (state.days - 1) * DAY_MS);
    const path = `/v1/suppliers/${encodeURIComponent(supplier)}/exposure?from=${from}`;
    try {
      const { body } = await ask(path + (state.product ? `&sku=${encodeURIComponent(state.product.sku)}` : ""));
      const all = state.product && el("button", { class: "quiet", type: "button", onclick: () => choose(null) }, "All products");
      chart.replaceChildren(
        el("p", {}, state.product ? `Of ${state.product.title || state.product.sku}: ` : "Of all your products. ", all || ""),
        dayChart(allDays(body)), legend(), funnel(body.total));
      const paid = bought(body.total);
      if (paid) chart.append(paid);
      if (also) await drawProducts(rows, more, path, ask, choose, "");
    } catch (error) {
      chart.replaceChildren(failed(`This could not be fetched. ${error.message}`, () => draw(also)));
    }
  }

  function choose(product) {
    state.product = product;
    draw(false);
  }

  const ranges = el("p", { class: "row", role: "group", "aria-label": "How far back" }, ...DAYS.map(([days, words]) =>
    el("button", { class: "quiet", type: "button", "aria-pressed": String(days === state.days), onclick: ({ currentTarget }) => {
      state.days = days;
      for (const one of ranges.children) one.setAttribute("aria-pressed", String(one === currentTarget));
      draw(true);
    } }, words)));
  draw(true);
  return el("section", { class: "panel", id: "reach", "aria-labelledby": "reach-title" },
    el("h2", { id: "reach-title" }, "Whom you reached"), ranges, chart,
    el("div", { class: "reach-table" }, el("table", {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Product"),
        ...steps.map(([, , word]) => el("th", { scope: "col" }, word)))), rows)), more);
}

// The part of Discord's Markdown that the replies use -> the elements of @skyra/discord-components-core.

const html = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

// Each mark with what it becomes; the first that matches at a place counts.
const INLINE = [
  [/^\\([^A-Za-z0-9\s])/, (m) => html(m[1])],
  [/^\*\*((?:\\.|[^\\])+?)\*\*/s, (m) => `<discord-bold>${inline(m[1])}</discord-bold>`],
  [/^_((?:\\.|[^\\])+?)_/s, (m) => `<discord-italic>${inline(m[1])}</discord-italic>`],
  [/^~~((?:\\.|[^\\])+?)~~/s, (m) => `<s>${inline(m[1])}</s>`],
  [/^`([^`]+)`/, (m) => `<discord-code>${html(m[1])}</discord-code>`],
  [/^<@(\d+)>/, () => "<discord-mention>Alice</discord-mention>"],
  [/^<\/([^:>]+):\d+>/, (m) => `<discord-mention type="slash">${html(m[1])}</discord-mention>`],
];

function inline(text) {
  let out = "";
  while (text) {
    const found = INLINE.map(([mark, shown]) => [text.match(mark), shown]).find(([m]) => m);
    const [match, shown] = found ?? [[text[0]], (m) => (m[0] === "\n" ? "<br>" : html(m[0]))];
    out += shown(match);
    text = text.slice(match[0].length);
  }
  return out;
}

// Lines one below the other; small print is a block of its own, any other lines run on.
function lines(markdown) {
  let out = "";
  let open = [];
  const close = () => {
    out += inline(open.join("\n"));
    open = [];
  };
  for (const line of markdown) {
    if (!line.startsWith("-# ")) {
      open.push(line);
      continue;
    }
    close();
    out += `<discord-subscript>${inline(line.slice(3))}</discord-subscript>`;
  }
  close();
  return out;
}

export function shown(markdown) {
  const out = [];
  let quote = [];
  const close = () => {
    if (quote.length) out.push(`<discord-quote>${lines(quote)}</discord-quote>`);
    quote = [];
  };
  for (const line of markdown.split("\n")) {
    if (line.startsWith("> ")) {
      quote.push(line.slice(2));
      continue;
    }
    close();
    out.push(line.startsWith("-# ") ? lines([line]) : `<div>${inline(line) || "<br>"}</div>`);
  }
  close();
  return out.join("");
}

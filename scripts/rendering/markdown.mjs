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

export function shown(markdown) {
  const out = [];
  let quote = [];
  const close = () => {
    if (quote.length) out.push(`<discord-quote>${inline(quote.join("\n"))}</discord-quote>`);
    quote = [];
  };
  for (const line of markdown.split("\n")) {
    if (line.startsWith("> ")) {
      quote.push(line.slice(2));
      continue;
    }
    close();
    const small = line.startsWith("-# ");
    const text = inline(small ? line.slice(3) : line) || "<br>";
    out.push(small ? `<discord-subscript>${text}</discord-subscript>` : `<div>${text}</div>`);
  }
  close();
  return out.join("");
}

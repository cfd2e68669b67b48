// Snapshots of replies -> pictures of them as Discord would show them, at the width of a desktop and of a phone,
// and a table of their heights. `node render.mjs [FOLDER]`, into `target/replies/` unless told otherwise.
//
// Chromium is Debian's (`apt install chromium`), or the one that CHROMIUM names.

import { build } from "esbuild";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { shown } from "./markdown.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const SNAPSHOTS = join(HERE, "../../tests/discord/snapshots");
const OUT = process.argv[2] ?? join(HERE, "../../target/replies");
const WIDTHS = [820, 390];
const STYLES = ["", "primary", "secondary", "success", "destructive"];

// A plain disc; the bot's own picture is its operator's.
const DISC = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" fill="#5865f2"/></svg>';
const AVATAR = `data:image/svg+xml;base64,${Buffer.from(DISC).toString("base64")}`;

const attribute = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

function component(item) {
  if (item.type === 3) {
    return `<discord-string-select-menu placeholder="${attribute(item.placeholder)}"></discord-string-select-menu>`;
  }
  const disabled = item.disabled ? "disabled" : "";
  return `<discord-button type="${STYLES[item.style]}" ${disabled}>${attribute(item.label)}</discord-button>`;
}

function page(reply, script, width) {
  const rows = reply.components.map(
    (row) => `<discord-action-row>${row.components.map(component).join("")}</discord-action-row>`,
  );
  const embeds = reply.embeds.map(
    (embed) => `<discord-embed slot="embeds"><discord-embed-description slot="description">
      ${shown(embed.description)}</discord-embed-description></discord-embed>`,
  );
  const ephemeral = reply.flags & 64 ? "ephemeral" : "";
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: #313338; width: ${width}px }
    discord-messages { min-height: 0; border: 0 }
    discord-action-row { flex-wrap: wrap }
  </style><script defer src="${script}"></script>
  <discord-messages no-background><discord-message author="Pullquote" avatar="${AVATAR}" bot timestamp="12:00" ${ephemeral}>
    ${shown(reply.content)}${embeds.join("")}
    <discord-attachments slot="components">${rows.join("")}</discord-attachments>
  </discord-message></discord-messages>`;
}

async function replies() {
  const found = [];
  for (const file of (await readdir(SNAPSHOTS)).filter((name) => name.endsWith(".snap")).sort()) {
    const text = await readFile(join(SNAPSHOTS, file), "utf8");
    const reply = JSON.parse(text.split("---\n").slice(2).join("---\n"));
    if (typeof reply.content === "string") {
      found.push([file.replace(/^.*__/, "").replace(/\.snap$/, "").replaceAll(" ", "-"), reply]);
    }
  }
  return found;
}

const scratch = await mkdtemp(join(tmpdir(), "replies-"));
const script = join(scratch, "components.js");
const entry = { contents: 'import "@skyra/discord-components-core";', resolveDir: HERE };
await build({ stdin: entry, bundle: true, format: "iife", outfile: script });
await mkdir(OUT, { recursive: true });

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const [name, reply] of await replies()) {
    const heights = [];
    for (const width of WIDTHS) {
      const file = join(scratch, "reply.html");
      await writeFile(file, page(reply, "components.js", width));
      const tab = await browser.newPage();
      await tab.setViewport({ width, height: 200, deviceScaleFactor: 1 });
      await tab.goto(pathToFileURL(file).href);
      await tab.evaluate(() => customElements.whenDefined("discord-button"));
      const message = await tab.waitForSelector("discord-messages");
      heights.push(Math.ceil((await message.boundingBox()).height));
      await message.screenshot({ path: join(OUT, `${name}-${width}.png`) });
      await tab.close();
    }
    console.log(name.padEnd(32), ...heights.map((height, n) => `${WIDTHS[n]}: ${height} px `));
  }
} finally {
  await browser.close();
  await rm(scratch, { recursive: true });
}

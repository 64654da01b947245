// Opens pages in a real browser and prints, as JSON, all that a reader would stumble over: violations that axe-core
// finds in both colour schemes, with scripts and without, errors and refusals that the browser reports, requests to
// anybody, and pages that do not fit into 320 pixels.
// Usage: node check-pages.mjs BROWSER [--once], with a JSON list of addresses as input. With --once, pages are opened in
// one way only, and axe-core is not asked: enough to see whether something runs that should not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const addresses = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
const isOnce = process.argv[3] === "--once";
const faults = [];

async function check(context, address, how) {
  const page = await context.newPage();
  const say = (what) => faults.push(`${address} (${how}): ${what}`);
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("ERR_FAILED")) say(message.text());
  });
  page.on("pageerror", (error) => say(error.message));
  page.on("dialog", (dialog) => { say(`a dialog: ${dialog.message()}`); return dialog.dismiss(); });
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) say(`a request to ${request.url()}`);
  });
  await page.goto(address);
  const { width, wide } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    wide: innerWidth,
  }));
  if (width > wide) say(`the page is ${width} pixels wide, and the window ${wide}`);
  if (isOnce) return page.close();
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    // Rules that need it are about styles of others, which pages do not load.
    axe.run({ preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const { id, help, nodes } of violations)
    say(`${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  await page.close();
}

const ways = [
  { how: "light", colorScheme: "light", hasScripts: true, width: 1200 },
  { how: "dark, without script", colorScheme: "dark", hasScripts: false, width: 1200 },
  { how: "dark, phone", colorScheme: "dark", hasScripts: true, width: 320 },
  { how: "light, without script, phone", colorScheme: "light", hasScripts: false, width: 320 },
];
for (const { how, colorScheme, hasScripts, width } of isOnce ? ways.slice(2, 3) : ways) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  // axe-core is a script itself, so scripts stay on, and those of the site are not found.
  if (!hasScripts) await context.route("**/*.js", (route) => route.abort());
  for (const address of addresses) await check(context, address, how);
  await context.close();
}

await browser.close();
process.stdout.write(JSON.stringify(faults));

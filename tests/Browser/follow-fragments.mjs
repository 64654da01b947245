// Says to which element of a page a real browser scrolls for each of several fragments, as a JSON list of ids. An id is
// null where the browser stays at the top, because it does not find what the fragment names.
// Usage: node follow-fragments.mjs BROWSER, with JSON as input: { "address": "file:///…", "fragments": ["#…"] }.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { address, fragments } = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
const page = await browser.newPage();
const found = [];
for (const fragment of fragments) {
  // A page that is open already would not look for the words again.
  await page.goto("about:blank");
  await page.goto(address + fragment);
  found.push(await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const inView = [...document.querySelectorAll("[id]")].find((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return scrollY > 0 ? (inView?.id ?? null) : null;
  }));
}

await browser.close();
console.log(JSON.stringify(found));

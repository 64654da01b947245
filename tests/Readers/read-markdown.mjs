// Says how a reader of CommonMark sees folders: node read-markdown.mjs < FOLDERS, one on each line. For each folder it
// writes a line of JSON: links that lead nowhere, and for each file its title, the items of its lists, and its blocks.
import fs from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";

const textOf = (tokens) =>
  tokens
    .map((token) => (token.children ? textOf(token.children) : token.type.endsWith("break") ? "\n" : token.content))
    .join("");

for (const folder of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const said = { errors: [], files: {} };
  const files = fs.readdirSync(folder, { recursive: true }).filter((name) => /\.(md|txt)$/.test(name));
  for (const name of files) {
    const tokens = new MarkdownIt("commonmark").parse(fs.readFileSync(path.join(folder, name), "utf8"), {});
    const file = (said.files[name] = { title: "", items: [], blocks: [], links: [] });
    let depth = 0;
    for (const [at, token] of tokens.entries()) {
      if (token.type.startsWith("html")) said.errors.push(`${name}: HTML: ${token.content}`);
      if (token.type === "list_item_open") depth++;
      if (token.type === "list_item_close") depth--;
      if (token.type === "fence") file.blocks.push(token.content);
      if (token.type !== "inline") continue;
      if (tokens[at - 1].type === "heading_open" && tokens[at - 1].tag === "h1") file.title = textOf([token]);
      if (depth > 0) file.items.push(`${depth} ${textOf([token])}`);
      for (const child of token.children) {
        if (child.type === "html_inline") said.errors.push(`${name}: HTML: ${child.content}`);
        const target = child.type === "link_open" ? child.attrGet("href") : null;
        if (target === null || /^[a-z]+:/i.test(target)) continue;
        file.links.push(target);
        const led = path.join(path.dirname(path.join(folder, name)), decodeURIComponent(target));
        if (!fs.existsSync(led)) said.errors.push(`${name}: ${target} leads nowhere`);
      }
    }
  }
  console.log(JSON.stringify(said));
}

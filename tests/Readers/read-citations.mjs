// Says how a program for references reads citations: node read-citations.mjs < CITATIONS, one on each line, as an array
// of JSON with the texts in BibTeX, CSL-JSON and RIS. For each it writes a line of JSON with what it read from each of
// the three, in the form of CSL.
import fs from "node:fs";
import { plugins, Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

// A title in braces keeps its case: without the mark for that, it is the title.
const plain = (item) => ({ ...item, title: item.title?.replaceAll(/<\/?span( class="nocase")?>/g, "") });
const forms = ["@bibtex/text", "@csl/list+object", "@ris/file"];
for (const line of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const texts = JSON.parse(line);
  const read = texts.map((text, i) => {
    const input = i === 1 ? JSON.parse(text) : text;
    const items = new Cite(input, { forceType: forms[i], generateGraph: false }).data;
    if (items.length !== 1) throw new Error(`${items.length} items in ${text}`);
    return i === 0 ? plain(items[0]) : items[0];
  });
  // The layout of a style is what finds a date or a name of a wrong shape.
  for (const item of read) new Cite(item).format("bibliography", { format: "text", template: "apa" });
  console.log(JSON.stringify(read));
}

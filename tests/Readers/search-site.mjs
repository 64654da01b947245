// Runs the scripts of a site as a browser does, without a page. Of each line {folder, queries} it says what each query
// finds; of a line {folder, names} how each name folds, with and without marks, and of each UTF-16 unit the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const open = (folder) => {
  const run = (file) => runInContext(readFileSync(join(folder, file), "utf8"), context, file);
  const document = {
    createElement: () => ({ append() {} }),
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    head: {
      append({ src, onload }) {
        run(src);
        onload();
      },
    },
  };
  const context = createContext({ document, location: { hash: "" }, addEventListener() {} });
  for (const file of ["assets/site.js", "search/folding.js", "search/contents.js", "assets/search.js", "assets/table.js"])
    run(file);
  return (code) => runInContext(code, context);
};

// Half a surrogate pair has no UTF-8.
const hex = (text) => Buffer.from(text, "utf16le").toString("hex");

for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { folder, queries, names, rows } = JSON.parse(line);
  const inSite = open(folder);
  const said = {};
  if (queries) {
    const find = inSite("find");
    said.found = [];
    for (const query of queries) {
      const { best, count } = await find(query, "search/", 0);
      said.found.push({ count, best: best.map(({ kind, id }) => `${kind}/${id}`) });
    }
  }
  if (names) {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const [fold, bare, signsOf] = [inSite("fold"), inSite("bare"), inSite("signsOf")];
    const forms = (name) => [hex(fold(name)), hex(bare(fold(name)))];
    said.names = names.map(forms);
    said.units = units.flatMap((unit) => [forms(unit), forms(`a${unit}b`)]);
    said.signs = names.map((name) => signsOf(name));
  }
  if (rows) {
    for (const file of rows.files) inSite(readFileSync(join(folder, file), "utf8"));
    const all = inSite("site.rows.flat().map(([folder, ...cells]) => ({ folder, cells }))");
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    said.rows = rows.asked.map(([text, column, sign]) =>
      inSite("arrange")(all, text, column, sign, compare).map(({ folder }) => folder),
    );
  }
  console.log(JSON.stringify(said));
}

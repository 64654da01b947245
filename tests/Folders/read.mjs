// Reads the folders with other readers than DataPackage's, and prints what each file says as one JSON document:
// { "folder/file.yaml": [trees] }. A list is ["l", ...items], a mapping ["m", key, value, key, value, ...], a plain
// scalar ["p", text], a quoted one ["q", text], a cell of a table ["c", text], and nothing null. The text of a file
// after its front matter is ["b", text]. A file that the reader refuses is { "error": message }.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseTable } from "csv-parse/sync";
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";

const root = fileURLToPath(new URL(".", import.meta.url));

function readYaml(text) {
  return parseAllDocuments(text, { version: "1.2", schema: "core", uniqueKeys: false })
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      document.text = text;
      return yamlTree(document.contents, document);
    });
}

function yamlTree(node, document) {
  if (node === null || node === undefined) return null;
  if (isAlias(node)) return yamlTree(node.resolve(document), document);
  if (isSeq(node)) return ["l", ...node.items.map((item) => yamlTree(item, document))];
  if (isMap(node)) return yamlMapping(node, document);
  // A tag of the core schema has been applied: !!str 1 is the text '1', !!null '' is null.
  if (node.value === null) return null;
  const isPlain = node.type === "PLAIN" || (node.tag && typeof node.value !== "string");
  if (isPlain && node.tag !== "!" && !node.tag?.endsWith(":str")) return ["p", node.source ?? String(node.value)];
  return ["q", typeof node.value === "string" ? textOf(node, document.text) : node.source];
}

// The library adds a line end to a block at the end of a file that has none; YAML keeps the end of the input.
function textOf({ type, value, range }, text) {
  const isCut = type?.startsWith("BLOCK") && range[1] >= text.length && !/[\r\n]$/.test(text);
  return isCut && value.endsWith("\n") ? value.slice(0, -1) : value;
}

const isMergeKey = (key) => isScalar(key) && key.type === "PLAIN" && key.source === "<<" && !key.tag;

// Own keys win wherever they are; of several merged mappings, the first that has a key.
function yamlMapping(node, document) {
  const entries = new Map();
  const own = new Set(node.items.filter(({ key }) => !isMergeKey(key)).map(({ key }) => yamlKey(key, document)));
  for (const { key, value } of node.items) {
    const merged = isMergeKey(key) ? mergedMappings(value, document) : null;
    if (merged === null) {
      entries.set(yamlKey(key, document), yamlTree(value, document));
      continue;
    }
    for (const mapping of merged)
      for (let i = 1; i < mapping.length; i += 2)
        if (!own.has(mapping[i]) && !entries.has(mapping[i])) entries.set(mapping[i], mapping[i + 1]);
  }
  return ["m", ...[...entries].flat()];
}

function yamlKey(key, document) {
  const tree = yamlTree(key, document);
  if (tree === null) return key?.source ?? "";
  if (tree[0] === "l" || tree[0] === "m") throw new Error("A key is a list or a mapping");
  return tree[1];
}

// Null if the value of the key << is no mapping, and no list of mappings: it is an ordinary key then.
function mergedMappings(value, document) {
  const node = isAlias(value) ? value.resolve(document) : value;
  const mappings = (isSeq(node) ? node.items : [node]).map((item) => (isAlias(item) ? item.resolve(document) : item));
  return mappings.every(isMap) ? mappings.map((mapping) => yamlMapping(mapping, document)) : null;
}

// JSON.parse loses how numbers are written, and the order of keys that are numbers.
function readJson(text) {
  JSON.parse(text);
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs);
  let next = 0;
  const value = () => {
    const token = tokens[next++];
    if (token === "{") return inside("}", ["m"], () => [JSON.parse(tokens[next++]), (next++, value())]);
    if (token === "[") return inside("]", ["l"], () => [value()]);
    if (token[0] === '"') return ["q", JSON.parse(token)];
    return token === "null" ? null : ["p", token];
  };
  const inside = (end, tree, read) => {
    while (tokens[next] !== end) {
      tree.push(...read());
      if (tokens[next] === ",") next++;
    }
    next++;
    return tree;
  };
  return [value()];
}

function readTable(text, delimiter) {
  const [header, ...rows] = parseTable(text, {
    delimiter,
    relax_quotes: delimiter === "\t",
    skip_empty_lines: true,
  });
  return header ? [["l", ...rows.map((row) => tableRow(header, row))]] : [];
}

// An empty cell states nothing. Dots in the head of a column nest, if there is a name between any two of them.
function tableRow(header, row) {
  const tree = ["m"];
  for (const [i, column] of header.entries()) {
    if (row[i] === "") continue;
    const keys = column.split(".").every((key) => key.trim()) ? column.split(".") : [column];
    let mapping = tree;
    for (const key of keys.slice(0, -1)) {
      const at = mapping.findIndex((each, place) => place % 2 === 1 && each === key);
      if (at < 0) mapping.push(key, ["m"]);
      mapping = at < 0 ? mapping.at(-1) : mapping[at + 1];
    }
    mapping.push(keys.at(-1), ["c", row[i]]);
  }
  return tree;
}

function readFrontMatter(text, extension) {
  const [, yaml, body] = /^---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*(?:\r?\n|$)(.*)$/s.exec(text) ?? [];
  return yaml === undefined ? [["b", text]] : [...readYaml(yaml), ["b", body]];
}

const readers = {
  yaml: readYaml,
  yml: readYaml,
  json: readJson,
  csv: (text) => readTable(text, ","),
  tsv: (text) => readTable(text, "\t"),
  md: readFrontMatter,
  txt: readFrontMatter,
};

function read(file) {
  try {
    return readers[file.split(".").at(-1).toLowerCase()](readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

const files = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
  .flatMap((folder) => readdirSync(join(root, folder.name), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.split(".").at(-1).toLowerCase() in readers)
  .map((entry) => join(entry.parentPath, entry.name));
const trees = files.map((file) => [relative(root, file).split(sep).join("/"), read(file)]);
process.stdout.write(JSON.stringify(Object.fromEntries(trees)));

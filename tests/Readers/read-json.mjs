// Says what the JSON Schemas beside documents forbid in them: node read-json.mjs < FOLDERS, one on each line. For each
// folder it writes a line of JSON: the mistakes, and the ids in each document.
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";

for (const folder of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  const errors = [];
  const ids = {};
  for (const name of fs.readdirSync(folder).filter((name) => !name.endsWith(".schema.json"))) {
    const document = read(name);
    const validate = new Ajv.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      read(document.$schema),
    );
    if (!validate(document))
      errors.push(...validate.errors.map((error) => `${name}${error.instancePath}: ${error.message}`));
    ids[document.kind] = document.entities.map((entity) => entity.id);
  }
  console.log(JSON.stringify({ errors, ids }));
}

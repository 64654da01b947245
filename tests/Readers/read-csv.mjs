// Says how the reader of Data Packages sees folders: node read-csv.mjs < FOLDERS, one on each line. Nothing is fetched.
// For each folder it writes a line of JSON: the mistakes, and the cells of each table.
import fs from "node:fs";
import path from "node:path";
import datapackage from "datapackage";

for (const folder of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const descriptor = JSON.parse(fs.readFileSync(path.join(folder, "datapackage.json"), "utf8"));
  const load = () => datapackage.Package.load(descriptor, { basePath: folder, strict: false });
  const tables = {};
  for (const resource of (await load()).resources) {
    const rows = (tables[resource.name] = await resource.read({ keyed: true, cast: false }));
    // JavaScript has no integer beyond 2^53, so the reader takes such cells for mistakes. They stay texts.
    const { fields } = descriptor.resources.find((each) => each.name === resource.name).schema;
    for (const field of fields)
      if (field.type === "integer" && rows.some((row) => row[field.name] && !Number.isSafeInteger(+row[field.name])))
        field.type = "string";
  }
  const data = await load();
  const errors = data.errors.map(String);
  for (const resource of data.resources) {
    if (!resource.tabular) errors.push(`${resource.name} is no table`);
    if (!resource.schema.valid) errors.push(...resource.schema.errors.map((error) => `${resource.name}: ${error}`));
    try {
      await resource.read({ forceCast: false });
      await resource.checkRelations();
    } catch (error) {
      errors.push(`${resource.name}: ${[error, ...(error.errors ?? [])].join("; ")}`);
    }
  }
  console.log(JSON.stringify({ errors, tables }));
}

// Says how a reader of Parquet sees folders: node read-parquet.mjs < FOLDERS, one on each line. For each folder it
// writes a line of JSON: the rows of each file.
import fs from "node:fs";
import path from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

// JSON has neither whole numbers beyond 2^53 nor dates.
const plain = (value) =>
  typeof value === "bigint" ? String(value)
  : value instanceof Date ? value.toISOString().replace(/T.*/, "")
  : Array.isArray(value) ? value.map(plain)
  : value ?? null;

for (const folder of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const tables = {};
  for (const name of fs.readdirSync(folder)) {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path.join(folder, name)) });
    tables[path.basename(name, ".parquet")] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, plain(cell)])),
    );
  }
  console.log(JSON.stringify({ tables }));
}

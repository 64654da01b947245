// Says what the compiler of TypeScript finds wrong in folders, and the data that a program gets from them: node
// read-typescript.mjs < FOLDERS, one on each line. A folder may have a file use.ts that uses the others. For each
// folder it writes a line of JSON.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import url from "node:url";
import ts from "typescript";

const folders = fs.readFileSync(0, "utf8").trimEnd().split("\n").map((folder) => fs.realpathSync(folder));
const roots = folders.flatMap((folder) => ["index.ts", "use.ts"].map((name) => path.join(folder, name)));
const outDir = fs.mkdtempSync(path.join(os.tmpdir(), "typescript-"));
const program = ts.createProgram({
  rootNames: roots.filter((file) => fs.existsSync(file)),
  options: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    rootDir: path.parse(folders[0]).root,
    outDir,
  },
});
const diagnostics = ts.getPreEmitDiagnostics(program);
program.emit();
fs.writeFileSync(path.join(outDir, "package.json"), '{ "type": "module" }');
for (const folder of folders) {
  const errors = diagnostics
    .filter((each) => !each.file || each.file.fileName.startsWith(folder + "/"))
    .map((each) => `TS${each.code}: ${ts.flattenDiagnosticMessageText(each.messageText, "; ")}`);
  const data = await import(url.pathToFileURL(path.join(outDir, folder, "index.js")));
  console.log(JSON.stringify({ errors, data }));
}
fs.rmSync(outDir, { recursive: true });

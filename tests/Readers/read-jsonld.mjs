// Says how a processor of JSON-LD sees files or folders of exports: node read-jsonld.mjs < PATHS, one on each line. In
// safe mode it refuses to lose anything, and whatever it would fetch is a mistake. For each path it writes a line of
// JSON: the mistakes, the nodes in expanded form, and the number of statements in RDF.
import fs from "node:fs";
import path from "node:path";
import jsonld from "jsonld";

const options = {
  safe: true,
  documentLoader: (address) => {
    throw new Error(`${address} would be fetched`);
  },
};
for (const name of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const file = name.endsWith(".jsonld") ? name : path.join(name, "data.jsonld");
  const document = JSON.parse(fs.readFileSync(file, "utf8"));
  const said = { errors: [], nodes: [], statements: 0 };
  try {
    said.nodes = await jsonld.expand(document, options);
    said.statements = (await jsonld.toRDF(document, options)).length;
  } catch (error) {
    said.errors.push(`${error}: ${JSON.stringify(error.details)}`);
  }
  console.log(JSON.stringify(said));
}

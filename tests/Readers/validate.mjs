// Says what of a JSON document its schema forbids:
// node validate.mjs SCHEMA [SCHEMA-IT-REFERS-TO...] < DOCUMENT
// All are read as they are published; nothing is fetched.
import fs from "node:fs";
import Ajv from "ajv";
import Draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const read = (path) => JSON.parse(fs.readFileSync(path, "utf8"));
const [schema, ...others] = [read(process.argv[2]), ...process.argv.slice(3)];
const Validator = schema.$schema.includes("draft-04") ? Draft04 : Ajv.default;
// Published schemas have expressions that are none with the flag "u".
const validator = new Validator({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(validator);
// These it does not know.
for (const format of ["idn-email", "iri-reference"]) validator.addFormat(format, true);
// A schema refers to others by the names of their files.
for (const path of others)
  validator.addSchema({ ...read(path), $id: new URL(path.split("/").at(-1), schema.$id).href });
const validate = validator.compile(schema);
if (!validate(JSON.parse(fs.readFileSync(0, "utf8"))))
  for (const error of validate.errors)
    console.log(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);

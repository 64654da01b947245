// Says what of a JSON document its schema forbids: node validate.mjs SCHEMA < DOCUMENT. Both are read as they are
// published; nothing is fetched.
import fs from "node:fs";
import Ajv from "ajv";
import Draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const schema = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const Validator = schema.$schema.includes("draft-04") ? Draft04 : Ajv.default;
// Published schemas have expressions that are none with the flag "u".
const validator = new Validator({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(validator);
const validate = validator.compile(schema);
if (!validate(JSON.parse(fs.readFileSync(0, "utf8"))))
  for (const error of validate.errors)
    console.log(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);

// Writes what the model of FollowTheMoney has, in short: a line for each schema with its name, those that it extends,
// and its own properties, each with its type and the schema that it leads to.
import { defaultModel } from "@alephdata/followthemoney";

for (const [name, schema] of Object.entries(defaultModel.schemata).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const properties = Object.values(schema.properties)
    .filter((property) => !property.stub)
    .map(({ name, type, range }) => `${name}=${type}${range ? `>${range}` : ""}`);
  const kind = schema.abstract ? " abstract" : "";
  console.log(`${name}${kind}:${(schema.extends ?? []).join(",")}:${properties.sort().join(",")}`);
}

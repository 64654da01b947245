// Says how the library of FollowTheMoney sees folders: node read-ftm.mjs < FOLDERS, one on each line. It throws for a
// schema or a property that its model does not have. For each folder it writes a line of JSON.
import fs from "node:fs";
import path from "node:path";
import { defaultModel, Model } from "@alephdata/followthemoney";

const model = new Model(defaultModel);
for (const folder of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const said = { errors: [], entities: {} };
  const lines = fs.readFileSync(path.join(folder, "entities.ftm.json"), "utf8").split("\n").filter(Boolean);
  for (const line of lines)
    try {
      const entity = model.getEntity(JSON.parse(line));
      if (said.entities[entity.id]) throw new Error("the id is taken");
      const properties = {};
      for (const property of entity.getProperties())
        properties[property.name] = entity.getProperty(property).map((value) => value.id ?? value);
      said.entities[entity.id] = { schema: entity.schema.name, caption: entity.getCaption(), properties };
    } catch (error) {
      said.errors.push(`${line}: ${error}`);
    }
  console.log(JSON.stringify(said));
}

// Says how a reader of feeds sees files: node read-feed.mjs < PATHS, one on each line. For each it writes a line of JSON.
import fs from "node:fs";
import Parser from "rss-parser";

for (const file of fs.readFileSync(0, "utf8").trimEnd().split("\n")) {
  const feed = await new Parser().parseString(fs.readFileSync(file, "utf8"));
  console.log(JSON.stringify(feed));
}

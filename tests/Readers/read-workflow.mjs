// Says what of a workflow GitHub's own reader refuses: node read-workflow.mjs < WORKFLOW. Nothing is fetched.
import fs from "node:fs";
import { register } from "node:module";

// The reader imports its schema as bundlers take it. Node.js wants to be told that it is JSON.
const hooks = `export const load = (url, context, next) =>
  next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

const { context, value } = parseWorkflow(
  { name: "workflow.yml", content: fs.readFileSync(0, "utf8") },
  new NoOperationTraceWriter(),
);
if (value) await convertWorkflowTemplate(context, value);
for (const error of context.errors.getErrors()) console.log(error.message);

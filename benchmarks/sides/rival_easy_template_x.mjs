// An easy-template-x loop: one handler for all documents.
import { readFileSync } from "node:fs";
import { load, makeAll } from "./rival.mjs";

const { TemplateHandler } = load("easy-template-x");

await makeAll((template) => {
  const content = readFileSync(template);
  const handler = new TemplateHandler();
  return (values) => handler.process(content, values);
});

// Filling a Word template with easy-template-x, over and over: template, values, how many, where the last goes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { TemplateHandler } = createRequire(process.env.NODE_PATH + "/")("easy-template-x");
const [template, values, number, target] = process.argv.slice(2);
const content = readFileSync(template);
const data = JSON.parse(readFileSync(values, "utf8"));
const handler = new TemplateHandler();
let made;
for (let done = 0; done < Number(number); done += 1) {
  made = await handler.process(content, data);
}
writeFileSync(target, made);

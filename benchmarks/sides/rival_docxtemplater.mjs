// A docxtemplater loop as its guide has it.
import { readFileSync } from "node:fs";
import { load, makeAll } from "./rival.mjs";

const PizZip = load("pizzip");
const Docxtemplater = load("docxtemplater");

await makeAll((template) => {
  const content = readFileSync(template);
  return (values) => {
    const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
    document.render(values);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
});

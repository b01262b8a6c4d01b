// A Carbone loop: Word in, Word out, so that no LibreOffice is asked.
import { load, makeAll } from "./rival.mjs";

const carbone = load("carbone");

await makeAll((template) => (values) => new Promise((resolve, reject) => {
  carbone.render(template, values, (error, made) => (error ? reject(error) : resolve(made)));
}));
process.exit(0);

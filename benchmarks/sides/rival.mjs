// What a program on Node.js measures of itself: it makes the papers of a job, as measuring/inside.py says.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const load = createRequire(`${process.env.NODE_PATH}/`);

export async function makeAll(start) {
  const { template, papers, out } = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const begin = process.hrtime.bigint();
  const before = process.cpuUsage();
  const make = start(template);
  let size = 0;
  for (let number = 0; number < papers.length; number += 1) {
    const made = await make(papers[number]);
    size += made.length;
    if (out) writeFileSync(join(out, String(number)), made);
  }
  const used = process.cpuUsage(before);
  const took = { cpu: (used.user + used.system) / 1e6, wall: Number(process.hrtime.bigint() - begin) / 1e9 };
  process.stdout.write(JSON.stringify({ ...took, peak: process.resourceUsage().maxRSS / 1024, size }));
}

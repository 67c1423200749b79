// What awesome-lint says of a README on standard input, as JSON. Left out are its rules that ask
// GitHub or look for other files. The argument is the list's website, which may be linked twice.
import process from "node:process";
import { text } from "node:stream/consumers";
import { createConfig } from "awesome-lint/config.js";
import { createRules } from "awesome-lint/rules/index.js";
import { remark } from "remark";
import { VFile } from "vfile";

const elsewhere = new Set(["awesome-contributing", "awesome-github", "awesome-license"]);
const rules = createRules({ projectWebsite: process.argv[2] }).filter(
  ([rule]) => !elsewhere.has(rule.name.replace("remark-lint:", "")),
);
const file = new VFile({ path: "readme.md", value: await text(process.stdin) });
const { messages } = await remark().use(createConfig(rules)).process(file);
const found = messages.map(({ ruleId, line, reason }) => ({ rule: ruleId, line, reason }));
process.stdout.write(JSON.stringify(found));

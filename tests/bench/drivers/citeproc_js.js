// Runs citeproc-js over one bibliography: node citeproc_js.js MODULE STYLE LOCALES ITEMS
// Prints {"compile_ms", "seconds", "entries"}; seconds are updateItems and makeBibliography.
"use strict";
const fs = require("fs");
const [module_, style, locales, source] = process.argv.slice(2);
const CSL = require(module_);

const items = new Map(JSON.parse(fs.readFileSync(source, "utf8")).map((item) => [item.id, item]));
const styleXml = fs.readFileSync(style, "utf8");
const milliseconds = (since) => Number(process.hrtime.bigint() - since) / 1e6;
const system = {
  retrieveLocale: (language) => {
    const path = `${locales}/locales-${language}.xml`;
    return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false;
  },
  retrieveItem: (id) => items.get(id),
};

let start = process.hrtime.bigint();
const engine = new CSL.Engine(system, styleXml);
const compileMs = milliseconds(start);
engine.setOutputFormat("text");

start = process.hrtime.bigint();
engine.updateItems([...items.keys()]);
const [, entries] = engine.makeBibliography();
const seconds = milliseconds(start) / 1000;

const text = entries.map((entry) => entry.trim());
process.stdout.write(JSON.stringify({ compile_ms: compileMs, seconds, entries: text }));

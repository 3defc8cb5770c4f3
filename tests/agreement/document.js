// Prints with citeproc-js the citations of a document and its bibliography, as text:
// node document.js MODULE LOCALES < {"items": [...], "jobs": [{"style", "locale", "citations"}]}
// Answers [{"citations": [text, ...], "entries": {id: text}}, ...], or {"error"} for a style.
"use strict";
const fs = require("fs");
const [module_, locales] = process.argv.slice(2);
const CSL = require(module_);
const { items, jobs } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));

const answers = jobs.map(({ style, locale, citations }) => {
  const system = {
    retrieveLocale: (language) => {
      const path = `${locales}/locales-${language}.xml`;
      return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false;
    },
    retrieveItem: (id) => JSON.parse(JSON.stringify(byId.get(id))),
  };
  try {
    const text = fs.readFileSync(style, "utf8");
    const engine = locale
      ? new CSL.Engine(system, text, locale, true)
      : new CSL.Engine(system, text);
    engine.setOutputFormat("text");
    const printed = engine.rebuildProcessorState(citations, "text").map(([, , text]) => text);
    const bibliography = engine.makeBibliography();
    const entries = {};
    if (bibliography) {
      bibliography[0].entry_ids.forEach(([id], index) => { entries[id] = bibliography[1][index]; });
    }
    return { citations: printed, entries };
  } catch (error) {
    return { error: String(error) };
  }
});
process.stdout.write(JSON.stringify(answers));

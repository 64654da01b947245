"use strict";
// What scripts share. Data comes as scripts too: a page on a disk may load nothing else.
const site = { names: {}, rows: [] };

const make = (tag, properties, ...content) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
};

const load = (src) =>
  new Promise((done) => document.head.append(make("script", { src, onload: done, onerror: done })));

// A former id leads on, with the place in the page.
const led = document.querySelector("meta[http-equiv=refresh]");
if (led && location.hash) location.replace(led.content.slice(7) + location.hash);

// The language of the page; none if the browser refuses its tag.
const known = (() => {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang)[0];
  } catch {}
})();
const written = (number) => number.toLocaleString(known);

// Marks all pieces of the passage to which the address leads.
const markPassage = () => {
  const { p } = document.getElementById(location.hash.slice(1))?.dataset ?? {};
  for (const mark of document.querySelectorAll("mark[data-p]"))
    mark.classList.toggle("on", mark.dataset.p.split(" ").includes(p));
};
addEventListener("hashchange", markPassage);
markPassage();

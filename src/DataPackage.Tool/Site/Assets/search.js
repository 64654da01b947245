"use strict";
const { letters, marks, signs, start, longest } = site.folding;
const put = (text, table) => text.replace(/[^]/g, (c) => table[c] ?? c);

// As EntityNames.Fold and NameKeys do when the package is built.
const fold = (name) => put(name.normalize(), letters).replace(/ +/g, " ").replace(/^ | $/g, "").normalize();
const bare = (folded) => (put(folded, marks) === folded ? folded : fold(put(folded.normalize(), marks)));
const keyOf = (name) => (bare(fold(name)) || fold(name)).slice(0, longest);
const signsOf = (name) => `${name.match(signs)}`;
const wordOf = (text) => RegExp(start + text.replace(/[^\w ]/g, "\\$&"));

// The less, the better; 9 is no match.
const rankOf = (name, isId, query) => {
  const key = keyOf(name);
  if (key !== query.key) {
    const place = key.search(query.word);
    if (place >= 0) return place ? 6 : 5;
    return query.words.every((word) => word.test(key)) ? 7 : 9;
  }
  if (isId || fold(name) !== query.folded) return isId ? 4 : 3;
  return name.normalize() === query.text ? 0 : signsOf(name) === query.signs ? 1 : 2;
};

// The file of all keys that begin with a text: its part of site.contents.
const fileOf = (text) =>
  site.contents.find(([prefix, , isPart]) => prefix.startsWith(text) || (!isPart && text.startsWith(prefix)));

// The entities that a text means, the best first, and their number. A name in an array is an id.
const find = async (text, root, language) => {
  const key = keyOf(text);
  const words = key.split(" ").sort((a, b) => b.length - a.length);
  const query = { text: text.normalize(), folded: fold(text), key, word: wordOf(key) };
  Object.assign(query, { words: words.map(wordOf), signs: signsOf(text) });
  for (const part of [key, words[0]]) {
    const [, file, many] = (part && fileOf(part)) || [];
    if (!file) continue;
    if (!site.names[file]) await load(`${root}${file}.js`);
    const found = site.names[file].map(([kind, id, names, captions = []]) => {
      const caption = captions[language] ?? captions[0] ?? names[0];
      const ranks = names.map((name) => rankOf(`${name}`, name !== `${name}`, query));
      const rank = Math.min(rankOf(id, true, query), ...ranks);
      const others = names.filter((name, i) => ranks[i] < 9 && `${name}` !== caption);
      return { kind, id, rank, caption, others, place: [rank, fold(caption), kind, id].join("\0") };
    });
    const best = found.filter(({ rank }) => rank < 9).sort((a, b) => (a.place < b.place ? -1 : 1));
    if (best.length) return { best, count: (part === key && many) || best.length };
  }
  return { best: [], count: 0 };
};

const form = document.querySelector("#search");
const item = ({ kind, id, caption, others }) => {
  const all = document.querySelector(`[data-kind="${kind}"]`);
  const names = others.flatMap((name) => [" · ", make("bdi", {}, name)]);
  const link = make("a", { href: new URL(`${id}/index.html`, all.href) }, make("bdi", {}, caption));
  return make("li", {}, link, " ", make("span", { className: "said" }, all.textContent, ...names));
};
const show = async () => {
  const text = form.q.value;
  const { root, language, none, some, many, failed } = form.dataset;
  if (text || location.search)
    history.replaceState(null, "", text ? `?${new URLSearchParams({ q: text })}` : location.pathname);
  const { best, count } = await find(text, root, language).catch(() => ({ best: [], count: NaN }));
  if (text !== form.q.value) return;
  const shown = best.slice(0, 100);
  form.nextElementSibling.replaceChildren(...shown.map(item));
  const said = count > shown.length ? many : count ? some : count === 0 ? none : failed;
  form.found.value = text && said.replace("{0}", written(count));
};
if (form) {
  let waiting;
  form.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  };
  form.onsubmit = (event) => event.preventDefault();
  form.q.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
}

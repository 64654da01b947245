"use strict";
// A row has cells, and a cell is a text, what it is sorted by, and the language of the text.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const textOf = (row) => (row.text ??= plain(row.cells.map(([text]) => text).join(" ")));
const arrange = (rows, wanted, column, sign, compare) => {
  const words = plain(wanted).split(" ");
  const kept = rows.filter((row) => words.every((word) => textOf(row).includes(word)));
  const order = ([a, x], [b, y]) => !a - !b || sign * (x - y || compare(a, b));
  return column < 0 ? kept : kept.sort((a, b) => order(a.cells[column], b.cells[column]));
};

const elementOf = ({ folder, cells: [[name, , lang], ...cells] }) => {
  const link = make("a", { href: `${folder}/index.html` }, make("bdi", lang && { lang }, name));
  const cellOf = ([text, sort, lang]) =>
    make("td", { className: typeof sort === "number" ? "number" : "" }, make("bdi", lang && { lang }, text));
  return make("tr", {}, make("th", { scope: "row" }, link), ...cells.map(cellOf));
};

const filter = document.querySelector(".filter");
if (filter) {
  const { parts, some, many, failed } = filter.dataset;
  const [field, status] = filter.querySelectorAll("input,output");
  const { tHead, tBodies } = document.querySelector(".rows");
  const { compare } = new Intl.Collator(known, { numeric: true });
  const own = [...tBodies[0].rows];
  const pager = document.querySelector(".pager");
  let [rows, column, sign] = [null, -1, 1];
  const rowsOf = async () => {
    if (parts === "0")
      return own.map((tr) => ({ tr, cells: [...tr.cells].map((td) => [td.innerText, td.dataset.sort]) }));
    const numbers = Array.from({ length: parts }, (_, i) => i + 1);
    await Promise.all(numbers.map((n) => load(`rows-${n}.js`)));
    return numbers.flatMap((n) => site.rows[n].map(([folder, ...cells]) => ({ folder, cells })));
  };
  const show = async () => {
    rows ??= await rowsOf();
    const kept = arrange(rows, field.value, column, sign, compare);
    // Nobody asks for anything: the rows of the page are back, and the way to the others.
    const isIdle = column < 0 && !field.value.trim();
    if (pager) pager.hidden = !isIdle;
    tBodies[0].replaceChildren(...(isIdle ? own : kept.slice(0, 250).map((row) => (row.tr ??= elementOf(row)))));
    const numbers = [kept, rows].map(({ length }) => written(length));
    status.value = (kept.length > 250 ? many : some).replace(/{(.)}/g, (_, i) => numbers[i]);
  };
  const retry = () => show().catch(() => (status.value = failed));
  field.oninput = retry;
  for (const [i, th] of [...tHead.rows[0].cells].entries()) {
    const onclick = () => {
      sign = th.ariaSort === "ascending" ? -1 : 1;
      tHead.querySelector("[aria-sort]")?.removeAttribute("aria-sort");
      th.ariaSort = sign > 0 ? "ascending" : "descending";
      column = i;
      retry();
    };
    th.replaceChildren(make("button", { onclick }, ...th.childNodes));
  }
  filter.hidden = false;
}

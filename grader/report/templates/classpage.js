"use strict";
const table = document.getElementById("class");
const body = table.tBodies[0];
const rows = Array.from(body.rows);
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

function valueOf(row, column) {
  const cell = row.cells[column];
  return "v" in cell.dataset ? cell.dataset.v : cell.textContent.trim();
}

function compare(one, other, isNumber) {
  if (one === "" || other === "") return (one === "") - (other === "");
  return isNumber ? Number(one) - Number(other) : collator.compare(one, other);
}

function sortBy(head, button) {
  const column = head.cellIndex;
  const isNumber = head.classList.contains("number");
  const now = head.getAttribute("aria-sort");
  const order = now === null ? (isNumber ? "descending" : "ascending") : now === "ascending" ? "descending" : "ascending";
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const sign = order === "ascending" ? 1 : -1;
  // What is empty stays at the end in both orders.
  rows.sort((a, b) => {
    const one = valueOf(a, column), other = valueOf(b, column);
    return one === "" || other === "" ? compare(one, other, isNumber) : sign * compare(one, other, isNumber);
  });
  body.append(...rows);
  button.focus();
}

for (const button of table.querySelectorAll("th button")) {
  button.addEventListener("click", () => sortBy(button.closest("th"), button));
}

const search = document.getElementById("search");
const count = document.getElementById("count");

function filter() {
  const words = search.value.toLocaleLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const text = row.textContent.toLocaleLowerCase().normalize("NFC");
    const fits = words.every((word) => text.includes(word));
    row.hidden = !fits;
    const section = document.getElementById(row.dataset.student);
    section.hidden = !fits;
    shown += fits;
  }
  count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", rows.length);
}

search.addEventListener("input", filter);
filter();

function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }
}

window.addEventListener("hashchange", openTarget);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) openTarget();
});
openTarget();

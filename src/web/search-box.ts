/// <reference lib="dom" />
import { setUpRuleFilter } from './rule-filter.ts';
import { Search, type SearchEntry } from './search.ts';

/** The search of the documentation: the list is fetched once somebody uses it. */
const root = document.documentElement.dataset.root ?? '';
const box = document.querySelector<HTMLInputElement>('#search')!;
const results = document.querySelector<HTMLElement>('#search-results')!;
let search: Promise<Search> | undefined;
setUpRuleFilter();

box.addEventListener('input', async () => {
  search ??= fetch(`${root}search.json`)
    .then((response) => response.json())
    .then((entries: readonly SearchEntry[]) => new Search(entries));
  const found = (await search).find(box.value);
  results.hidden = box.value.trim() === '';
  results.textContent = found.length === 0 ? 'Nothing found.' : '';
  for (const entry of found) results.append(row(entry));
});
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement === document.body) {
    event.preventDefault();
    box.focus();
  }
  if (event.key === 'Escape') results.hidden = true;
});

function row({ title, url, summary }: SearchEntry): HTMLElement {
  const link = document.createElement('a');
  link.href = root + url;
  const name = document.createElement('strong');
  name.textContent = title;
  link.append(name, ` ${summary}`);
  return link;
}

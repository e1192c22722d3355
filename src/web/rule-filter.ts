/// <reference lib="dom" />

/** The choice on the page of all rules: rows of its tables that are not asked for are hidden. Without the form it does nothing. */
export function setUpRuleFilter(): void {
  const form = document.querySelector<HTMLFormElement>('#rule-filter');
  if (!form) return;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('#content tbody tr')];
  const said = form.querySelector('output');
  const chosen = (name: string): string => String(new FormData(form).get(name) ?? '');
  const apply = (): void => {
    const wanted = [chosen('severity'), chosen('fix')];
    let shown = 0;
    for (const row of rows) {
      const cells = [row.cells[1], row.cells[2]].map((cell) => cell?.textContent?.trim() ?? '');
      row.hidden = wanted.some((word, i) => word !== '' && cells[i] !== word);
      if (!row.hidden) shown++;
    }
    if (said) said.textContent = `${shown} of ${rows.length} rules`;
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  apply();
}

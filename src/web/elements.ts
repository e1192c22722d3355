/// <reference lib="dom" />
/** The element with this id; the page has it, or it is not this page. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}.`);
  return element as T;
}

/** An element with attributes and children; texts stay texts, whatever they hold. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) element.append(child);
  return element;
}

/** Tabs that arrow keys go through; each says in `aria-controls` which panel it shows. */
export function setUpTabs(list: HTMLElement, onChange: (panel: string) => void = () => {}): (panel: string) => void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const panelOf = (tab: HTMLElement): string => tab.getAttribute('aria-controls') ?? '';
  const show = (panel: string): void => {
    for (const tab of tabs) {
      const isChosen = panelOf(tab) === panel;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      byId(panelOf(tab)).hidden = !isChosen;
    }
    onChange(panel);
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => show(panelOf(tab)));
    tab.addEventListener('keydown', (event) => {
      const step = stepsOf(event);
      if (step === 0) return;
      event.preventDefault();
      const next = tabs[(index + step + tabs.length) % tabs.length]!;
      show(panelOf(next));
      next.focus();
    });
  }
  return show;
}

/** How many tabs on or back a key leads: 1, -1, or 0 for another key. */
export function stepsOf({ key }: KeyboardEvent): -1 | 0 | 1 {
  return key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
}

/// <reference lib="dom" />
import { byId, make } from './elements.ts';
import type { WebFile } from './messages.ts';
import { words } from './words.ts';

/** An example of the menu, as the page has it. */
export interface MenuExample {
  /** What the menu says and a link names: `nginx/wrong.yaml`. */
  readonly name: string;
  /** What it stands under. */
  readonly group: string;
  /** All files of it, what is linted first; absent for the wrong example of the rule that it is called after. */
  readonly files?: readonly WebFile[];
}

/** The menu of examples, and those that addresses name. */
export class ExamplesMenu {
  readonly #menu = byId<HTMLSelectElement>('examples');
  readonly #examples: readonly MenuExample[] = JSON.parse(byId('examples-data').textContent ?? '[]');
  readonly #open: (files: readonly WebFile[]) => void;

  /** @param open shows the files of an example */
  constructor(open: (files: readonly WebFile[]) => void) {
    this.#open = open;
    this.#menu.append(new Option('choose', ''));
    for (const group of new Set(this.#examples.map((example) => example.group))) {
      const names = this.#examples.filter((example) => example.group === group).map(({ name }) => name);
      this.#menu.append(
        make(
          'optgroup',
          { label: group },
          names.map((name) => new Option(name)),
        ),
      );
    }
    this.#menu.addEventListener('change', () => this.#openListed(this.#menu.value));
  }

  /** Opens what an address names: `example:NAME` of the menu, or an example of a rule. */
  async openNamed(name: string): Promise<boolean> {
    if (name === '') return false;
    return (await this.#openListed(name.replace(/^example:/, ''))) || this.#openRule(name);
  }

  /** Opens the example that the page begins with. */
  async openFirst(): Promise<void> {
    await this.#openListed(this.#examples[0]?.name ?? '');
  }

  async #openListed(name: string): Promise<boolean> {
    const listed = this.#examples.find((example) => example.name === name);
    if (!listed) return false;
    this.#menu.value = name;
    if (!listed.files) return this.#openRule(name);
    this.#open(listed.files);
    return true;
  }

  async #openRule(rule: string): Promise<boolean> {
    const files = (await words()).example(rule);
    if (files) this.#open(files);
    return files !== undefined;
  }
}

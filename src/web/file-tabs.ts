/// <reference lib="dom" />
import { byId, make, stepsOf } from './elements.ts';
import { configName, nameProblem, newName } from './file-name.ts';

/** What the row of files does. */
export interface FileActions {
  /** Brings a document to the front. */
  readonly show: (path: string) => void;
  /** Makes an empty file. */
  readonly add: (path: string) => void;
  /** Calls a file something else. */
  readonly rename: (path: string, name: string) => void;
  /** Takes a file away. */
  readonly remove: (path: string) => void;
  /** Says why something cannot be done. */
  readonly refuse: (why: string) => void;
}

/** The row of documents: a tab for each file and for the configuration, and what adds, renames and removes files. */
export class FileTabs {
  readonly #list = byId('files');
  readonly #name = byId<HTMLInputElement>('file-name');
  readonly #remove = byId<HTMLButtonElement>('file-remove');
  readonly #actions: FileActions;
  #paths: readonly string[] = [];
  #shown = '';

  constructor(actions: FileActions) {
    this.#actions = actions;
    this.#name.addEventListener('change', () => this.#rename());
    this.#remove.addEventListener('click', () => {
      actions.remove(this.#shown);
      this.#tab(this.#shown)?.focus();
    });
    byId('file-add').addEventListener('click', () => {
      actions.add(newName(this.#paths));
      this.#name.focus();
      this.#name.select();
    });
    this.#list.addEventListener('keydown', (event) => {
      const step = stepsOf(event);
      if (step === 0) return;
      event.preventDefault();
      const all = [...this.#paths, configName];
      actions.show(all[(all.indexOf(this.#shown) + step + all.length) % all.length]!);
      this.#tab(this.#shown)?.focus();
    });
  }

  /** Shows these files, and which document is at the front. */
  update(paths: readonly string[], shown: string): void {
    this.#paths = paths;
    this.#shown = shown;
    this.#list.replaceChildren();
    for (const path of [...paths, configName]) this.#list.append(this.#makeTab(path));
    const isFile = shown !== configName;
    this.#name.value = shown;
    this.#name.disabled = !isFile;
    this.#remove.disabled = !isFile || paths.length === 1;
    this.#tab(shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    byId('editor').setAttribute('aria-label', shown);
  }

  #makeTab(path: string): HTMLElement {
    const isShown = path === this.#shown;
    const tab = make('button', {
      type: 'button',
      role: 'tab',
      'aria-controls': 'editor',
      'aria-selected': String(isShown),
      tabindex: isShown ? '0' : '-1',
      'data-path': path,
    });
    tab.textContent = path;
    tab.addEventListener('click', () => {
      this.#actions.show(path);
      this.#tab(path)?.focus();
    });
    return tab;
  }

  #tab(path: string): HTMLElement | undefined {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=tab]')].find((tab) => tab.dataset.path === path);
  }

  #rename(): void {
    const name = this.#name.value.trim();
    const problem = name === this.#shown ? '' : nameProblem(name, this.#paths);
    if (problem !== '') this.#actions.refuse(problem);
    else if (name !== this.#shown) this.#actions.rename(this.#shown, name);
    this.#name.value = this.#shown;
  }
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Counted } from './project.ts';
import { toolFolder } from './tools.ts';

/** What is used of a page that playwright-core drives. */
interface Page {
  goto(url: string): Promise<unknown>;
  setDefaultTimeout(milliseconds: number): void;
  screenshot(options: {
    path: string;
    clip?: { x: number; y: number; width: number; height: number };
  }): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  waitForFunction(code: string, argument?: unknown, options?: { timeout: number }): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
  locator(selector: string): Locator;
  frames(): { evaluate<T>(code: string): Promise<T> }[];
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string, options?: { delay: number }): Promise<void>;
  };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  on(event: 'console', listener: (message: { text(): string }) => void): void;
}

interface Locator {
  click(options?: { button?: 'right'; timeout?: number }): Promise<void>;
  count(): Promise<number>;
  first(): Locator;
  waitFor(options?: { state?: 'attached' | 'visible' | 'hidden'; timeout?: number }): Promise<void>;
  allInnerTexts(): Promise<string[]>;
  innerText(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
}

interface Browser {
  newPage(options: object): Promise<Page>;
  close(): Promise<void>;
}

/** Debian's Chromium has no sandbox for root, and no network to look things up in. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** How long the editor may take for anything, in milliseconds: the machine may be busy. */
const patience = 60_000;

/** The window of VS Code, driven as a person would: by keys, and by looking. */
export class Workbench {
  /** The page itself, for what only one test looks at. */
  readonly page: Page;
  /** What the page wrote to its console. */
  readonly said: string[] = [];
  readonly #browser: Browser;

  private constructor(page: Page, browser: Browser) {
    this.page = page;
    this.#browser = browser;
  }

  /** Opens a folder in a new browser. */
  static async open(address: string, folder: string): Promise<Workbench> {
    const require = createRequire(join(await toolFolder('code'), 'package.json'));
    const { chromium } = require('playwright-core');
    const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, browser);
    page.on('console', (message) => workbench.said.push(message.text().slice(0, 500)));
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return workbench;
  }

  /** Closes the browser. */
  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Opens a file by the tree of the folder, whose folders are opened on the way. */
  async openFile(path: string): Promise<void> {
    for (const name of path.split('/'))
      await this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).first().click();
    const last = path.split('/').at(-1);
    await this.page.locator(`.tab.active[data-resource-name="${last}"]`).waitFor();
    await this.page.locator('.editor-instance .view-lines .view-line').first().click();
  }

  /** Runs a command of the palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget .input').first().waitFor();
    await this.page.keyboard.type(name);
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label*="${name}"]`).first().click();
  }

  /** Puts the cursor at a line and a column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget .input').first().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Waits until the status bar counts so many problems, and fails with what it counted last. */
  async waitForProblems({ error, warning, info }: Counted): Promise<void> {
    await this.#look(
      async () => {
        const shown = await this.problems();
        return `${shown.error} errors, ${shown.warning} warnings, ${shown.info} advice`;
      },
      new RegExp(`^${error} errors, ${warning} warnings, ${info} advice$`),
    );
  }

  /** What the status bar counts now. */
  async problems(): Promise<Counted> {
    const label = (await this.page.locator('#status\\.problems a').first().getAttribute('aria-label')) ?? '';
    const count = (what: RegExp): number => Number(what.exec(label)?.[1] ?? 0);
    return {
      error: count(/Errors: (\d+)/),
      warning: count(/Warnings: (\d+)/),
      info: count(/Infos: (\d+)/),
    };
  }

  /** Opens the menu of fixes at the cursor. VS Code says that there are none while it waits for an answer, so that a person presses again. */
  async openFixes(): Promise<void> {
    const entries = this.page.locator('.action-widget .monaco-list-row');
    const end = Date.now() + patience;
    while ((await entries.count()) === 0) {
      if (Date.now() > end) throw new Error('The editor offers no fix at the cursor.');
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      await this.page.waitForTimeout(3000);
    }
  }

  /** The text of what a selector means, once it is as wanted. */
  async textOf(selector: string, wanted: RegExp): Promise<string> {
    return this.#look(async () => (await this.page.locator(selector).allInnerTexts()).join('\n'), wanted);
  }

  /** The labels in the list of completions, once one of them is there. */
  async suggestions(wanted: string): Promise<string[]> {
    const selector = '.suggest-widget.visible .monaco-list-row .label-name';
    await this.textOf(selector, new RegExp(`^${wanted}$`, 'm'));
    return this.page.locator(selector).allInnerTexts();
  }

  /** Waits until the text of the editor, as far as it is shown, is as wanted. */
  async waitForText(wanted: RegExp): Promise<void> {
    const lines = `[...document.querySelectorAll('.editor-instance .view-line')]
      .map((line) => [parseInt(line.style.top, 10), line.textContent.replaceAll('\\u00a0', ' ')])
      .sort(([a], [b]) => a - b).map(([, text]) => text).join('\\n')`;
    await this.#look(() => this.page.evaluate<string>(lines), wanted);
  }

  /** Waits until no file has changes that are not saved. */
  async waitForSaved(): Promise<void> {
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'hidden' });
  }

  /** The text of the page that an extension shows, once it is as wanted. */
  async webviewText(wanted: RegExp): Promise<string> {
    return this.#look(async () => {
      const texts = this.page
        .frames()
        .map((frame) => frame.evaluate<string>('document.body ? document.body.textContent : ""'));
      return (await Promise.all(texts.map((text) => text.catch(() => '')))).slice(1).join('\n');
    }, wanted);
  }

  async #look(see: () => Promise<string>, wanted: RegExp): Promise<string> {
    const end = Date.now() + patience;
    let seen = '';
    do {
      seen = await see();
      if (wanted.test(seen)) return seen;
      await this.page.waitForTimeout(100);
    } while (Date.now() < end);
    throw new Error(`The editor shows nothing like ${wanted}, but: ${seen.slice(0, 2000)}`);
  }
}

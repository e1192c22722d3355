/// <reference lib="dom" />
import type { Diagnostic } from '../diagnostic.ts';
import { Editor } from './editor.ts';
import { byId, make, setUpTabs } from './elements.ts';
import { ExamplesMenu } from './examples-menu.ts';
import { configName } from './file-name.ts';
import { FileTabs } from './file-tabs.ts';
import { findingList, summaryOf } from './findings.ts';
import { issueText } from './issue.ts';
import type { Answer, Question, WebFile } from './messages.ts';
import { fromHash, type Shared, toHash } from './share.ts';
import { worker } from './start-worker.ts';
import { words } from './words.ts';

/** The playground. Everything that it needs is in the page; it asks nobody for anything. */
const profile = byId<HTMLSelectElement>('profile');
const status = byId('status');
const unknownLink = 'This link is broken or of another version. Here is an example instead.';

let paths: readonly string[] = [];
let latest: Answer | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The finding that F8 has gone to. */
let at = -1;

const examples = new ExamplesMenu((files) => open(files));
const editor = new Editor({ host: byId('editor'), onChange: soon });
editor.write(configName, '');
const tabs = new FileTabs({
  show,
  add(path) {
    editor.write(path, '');
    list([...paths, path], path);
  },
  rename(path, name) {
    editor.rename(path, name);
    list(
      paths.map((one) => (one === path ? name : one)),
      name,
    );
  },
  remove(path) {
    editor.remove(path);
    const index = paths.indexOf(path);
    const others = paths.filter((one) => one !== path);
    list(others, others[Math.min(index, others.length - 1)]!);
  },
  refuse: say,
});
/** The result that is shown. */
let panel = 'panel-findings';
const showResult = setUpTabs(byId('results'), (chosen) => {
  panel = chosen;
  if (panel === 'panel-picture') lintNow();
  else showReport();
});

profile.addEventListener('change', lintNow);
byId('fix').addEventListener('click', () => fixAll('fix'));
byId('fix-unsafe').addEventListener('click', () => fixAll('unsafe'));
byId('share').addEventListener('click', share);
byId('issue').addEventListener('click', copyAsIssue);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || !latest) return;
  event.preventDefault();
  step(event.shiftKey ? -1 : 1);
});
begin();

/** What the address names, or else the first example. */
async function begin(): Promise<void> {
  const { hash } = location;
  const shared = /^#v\d/.test(hash) ? await fromHash(hash) : undefined;
  if (shared) {
    profile.value = shared.profile;
    open(shared.files, shared.config);
  } else if (!(await examples.openNamed(hash.slice(1)))) {
    await examples.openFirst();
    if (/^#v\d/.test(hash)) say(unknownLink);
  }
}

function open(files: readonly WebFile[], config?: string): void {
  for (const path of paths) editor.remove(path);
  for (const { path, text } of files) editor.write(path, text);
  if (config !== undefined) editor.write(configName, config);
  const names = files.map(({ path }) => path);
  list(names, names[0]!);
}

/** These are the files from now on. */
function list(names: readonly string[], shown: string): void {
  paths = names;
  show(shown);
  lintNow();
}

function show(path: string): void {
  editor.show(path);
  tabs.update(paths, path);
}

function state(): Shared {
  const files = paths.map((path) => ({ path, text: editor.text(path) }));
  return { files, config: editor.text(configName), profile: profile.value };
}

function say(what: string): void {
  status.textContent = what;
}

/** After a pause in typing. */
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(lintNow, 60);
}

function ask(task: Question['task']): Promise<Answer | 'too long' | undefined> {
  clearTimeout(timer);
  const { files, config } = state();
  const options = { profile: profile.value as 'recommended', ...(config.trim() !== '' && { config }) };
  return worker.ask({ task, files, options, ...(panel === 'panel-picture' && { draw: editor.shown }) });
}

async function lintNow(): Promise<void> {
  const answer = await ask('lint');
  if (answer) showAnswer(answer);
}

async function fixAll(task: 'fix' | 'unsafe'): Promise<void> {
  const answer = await ask(task);
  if (!answer || answer === 'too long') return lintNow();
  for (const [path, text] of answer.fixed) editor.write(path, text);
  clearTimeout(timer);
  showAnswer(answer);
}

function showAnswer(answer: Answer | 'too long'): void {
  if (answer === 'too long') {
    say('This text takes too long to lint here. The command line has more time.');
    return;
  }
  latest = answer;
  const open = unsuppressed();
  const resources = [...answer.resources.values()].reduce((sum, count) => sum + count, 0);
  say(answer.problem || summaryOf(open, resources));
  editor.mark(open);
  byId('panel-findings').replaceChildren(
    findingList(open, paths.length > 1, {
      go: (path, { start, end }) => select(path, start, end),
      explain,
      fix: fixOne,
    }),
  );
  byId('fix').toggleAttribute('disabled', !open.some(({ fix }) => fix?.safe));
  byId('fix-unsafe').toggleAttribute('disabled', !open.some(({ fix }) => fix));
  showReport();
  if (panel === 'panel-picture') draw(answer.graphs);
}

async function draw(graphs: Answer['graphs']): Promise<void> {
  const { draw } = await words();
  const picture = byId<HTMLImageElement>('picture');
  picture.hidden = graphs.length === 0;
  if (graphs.length > 0) picture.src = `data:image/svg+xml,${encodeURIComponent(draw(graphs))}`;
}

function unsuppressed(): readonly Diagnostic[] {
  return latest?.diagnostics.filter(({ suppressed }) => suppressed === undefined) ?? [];
}

/** The report for machines, where that is what is looked at. */
async function showReport(): Promise<void> {
  const format = panel === 'panel-json' ? 'json' : panel === 'panel-sarif' ? 'sarif' : undefined;
  if (!format || !latest) return;
  const { write } = await words();
  const { diagnostics, resources } = latest;
  const files = state().files.map(({ path, text }) => {
    const count = resources.get(path);
    return { path, text, resources: count ?? 0, ...(count === undefined && { linted: false as const }) };
  });
  const pre = make('pre', { tabindex: '0' }, [write(format, { diagnostics, files })]);
  byId(panel).replaceChildren(pre);
}

function select(path: string, start: number, end: number): void {
  show(path);
  editor.select(path, start, end);
}

async function explain(rule: string): Promise<void> {
  const { page } = await words();
  // The pages are ours, made of the rules; nothing that a person has typed is in them.
  byId('panel-rule').innerHTML = page(rule) ?? '';
  for (const link of byId('panel-rule').querySelectorAll('a')) link.rel = 'noreferrer';
  showResult('panel-rule');
  byId('panel-rule').focus();
}

function fixOne({ path, fix }: Diagnostic): void {
  if (!fix) return;
  let text = editor.text(path);
  for (const { start, end, text: replacement } of fix.edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + replacement + text.slice(end);
  }
  editor.write(path, text);
  lintNow();
}

/** The next finding, or the one before. */
function step(by: 1 | -1): void {
  const open = unsuppressed();
  if (open.length === 0) return;
  at = (at + by + open.length) % open.length;
  const { path, span, message } = open[at]!;
  select(path, span.start, span.end);
  say(message);
}

async function share(): Promise<void> {
  const hash = await toHash(state());
  if (!hash) return say('This is too long for a link.');
  history.replaceState(null, '', hash);
  await copy(
    location.href,
    'The link is copied. It holds all that you see; nothing was sent anywhere.',
    'The address of this page is the link.',
  );
}

async function copyAsIssue(): Promise<void> {
  await copy(
    issueText(state(), latest?.diagnostics ?? [], byId('version').textContent ?? ''),
    'Copied as Markdown. Take out what is secret before you post it.',
    'This browser does not let a page copy.',
  );
}

async function copy(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(failed);
  }
}

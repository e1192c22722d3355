/// <reference lib="dom" />
import { marked } from 'marked';
import type { Diagnostic } from '../diagnostic.ts';
import { Editor } from './editor.ts';
import { byId, setUpTabs } from './elements.ts';
import { findingList } from './findings.ts';
import { LintWorker } from './lint-worker.ts';
import type { Answer, Question } from './messages.ts';
import { fromHash, toHash } from './share.ts';

/** The playground. Everything that it needs is in the page; it asks nobody for anything. */
const examples: readonly { readonly name: string; readonly path: string; readonly text: string }[] = JSON.parse(
  byId('examples-data').textContent ?? '[]',
);
const worker = new LintWorker(byId('worker-code').textContent ?? '');
const profile = byId<HTMLSelectElement>('profile');
const examplesMenu = byId<HTMLSelectElement>('examples');
const status = byId('status');
const unknownLink = 'This link is broken or of another version. Here is an example instead.';

let path = 'service.yaml';
let latest: Answer | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The finding that F8 has gone to. */
let at = -1;

for (const { name } of examples) examplesMenu.append(new Option(name));

const first = examples.find(({ name }) => name === 'datadog-agent/wrong.yaml') ??
  examples[0] ?? { path, text: '', name: '' };
const editor = new Editor({
  host: byId('editor'),
  label: 'Cloud Run YAML or Terraform',
  text: first.text,
  onChange: soon,
});
const config = new Editor({ host: byId('config'), label: 'Configuration', text: '', onChange: soon });
const showResult = setUpTabs(byId('results'));
setUpTabs(byId('files'));

examplesMenu.addEventListener('change', () => {
  const chosen = examples.find(({ name }) => name === examplesMenu.value);
  if (chosen) open(chosen.path, chosen.text);
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

const shared = await fromHash(location.hash);
if (shared) {
  config.text = shared.config;
  profile.value = shared.profile;
  open(shared.path, shared.text);
} else {
  open(first.path, first.text);
  if (location.hash.startsWith('#v')) status.textContent = unknownLink;
  else await openNamed(decodeURIComponent(location.hash.slice(1)));
}

/** `#RULE` opens the first wrong example of a rule, `#example:NAME` one of the menu: other pages link here. */
async function openNamed(rule: string): Promise<void> {
  const listed = examples.find(({ name }) => `example:${name}` === rule);
  if (listed) return open(listed.path, listed.text);
  if (rule === '') return;
  const found = await worker.ask({ task: 'example', file: { path: rule, text: '' }, options: {} });
  if (found && found !== 'too long' && found.example) open(found.example.path, found.example.text);
}

function open(name: string, text: string): void {
  path = name;
  byId('file-name').textContent = name;
  editor.isYaml = !/\.(?:tf|tofu)$/.test(name);
  editor.text = text;
  examplesMenu.value = examples.find((example) => example.path === name)?.name ?? '';
  lintNow();
}

/** After a pause in typing. */
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(lintNow, 60);
}

function ask(task: Question['task']): Promise<Answer | 'too long' | undefined> {
  clearTimeout(timer);
  const options = {
    profile: profile.value as 'recommended',
    ...(config.text.trim() !== '' && { config: config.text }),
  };
  return worker.ask({ task, file: { path, text: editor.text }, options });
}

async function lintNow(): Promise<void> {
  const answer = await ask('lint');
  if (answer) show(answer);
}

async function fixAll(task: 'fix' | 'unsafe'): Promise<void> {
  const answer = await ask(task);
  if (!answer || answer === 'too long' || answer.fixed === undefined) return lintNow();
  editor.text = answer.fixed;
  clearTimeout(timer);
  show(answer);
}

function show(answer: Answer | 'too long'): void {
  if (answer === 'too long') {
    status.textContent = 'This text takes too long to lint here. The command line has more time.';
    return;
  }
  latest = answer;
  const open = answer.diagnostics.filter(({ suppressed }) => suppressed === undefined);
  status.textContent = answer.problem || summary(open, answer.resources);
  editor.show(open);
  byId('panel-findings').replaceChildren(
    findingList(open, { go: (start, end) => editor.select(start, end), explain, fix: fixOne }),
  );
  byId('panel-json').replaceChildren(pre(answer.json));
  byId('panel-sarif').replaceChildren(pre(answer.sarif));
  const picture = byId<HTMLImageElement>('picture');
  picture.hidden = answer.picture === '';
  if (answer.picture !== '') picture.src = `data:image/svg+xml,${encodeURIComponent(answer.picture)}`;
  byId('fix').toggleAttribute('disabled', !open.some(({ fix }) => fix?.safe));
  byId('fix-unsafe').toggleAttribute('disabled', !open.some(({ fix }) => fix));
}

function summary(open: readonly Diagnostic[], resources: number): string {
  if (resources === 0 && open.length === 0) return 'No Cloud Run service, job, worker pool or instance here.';
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = open.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  return parts.length === 0 ? 'No problems.' : parts.join(', ');
}

function pre(text: string): HTMLElement {
  const element = document.createElement('pre');
  element.tabIndex = 0;
  element.textContent = text;
  return element;
}

function explain(rule: string): void {
  // The pages are ours, made of the rules; nothing that a person has typed is in them.
  byId('panel-rule').innerHTML = marked.parse(latest?.pages[rule] ?? '', { async: false });
  for (const link of byId('panel-rule').querySelectorAll('a')) link.rel = 'noreferrer';
  showResult('panel-rule');
  byId('panel-rule').focus();
}

function fixOne({ fix }: Diagnostic): void {
  if (!fix) return;
  let { text } = editor;
  for (const { start, end, text: replacement } of fix.edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + replacement + text.slice(end);
  }
  editor.text = text;
  lintNow();
}

/** The next finding, or the one before. */
function step(by: 1 | -1): void {
  const open = latest?.diagnostics.filter(({ suppressed }) => suppressed === undefined) ?? [];
  if (open.length === 0) return;
  at = (at + by + open.length) % open.length;
  const { span, message } = open[at]!;
  editor.select(span.start, span.end);
  status.textContent = message;
}

async function share(): Promise<void> {
  const hash = await toHash({ path, text: editor.text, config: config.text, profile: profile.value });
  if (!hash) {
    status.textContent = 'This text is too long for a link.';
    return;
  }
  history.replaceState(null, '', hash);
  await copy(
    location.href,
    'The link is copied. It holds the whole text; nothing was sent anywhere.',
    'The address of this page is the link.',
  );
}

async function copyAsIssue(): Promise<void> {
  const fence = path.endsWith('.yaml') ? 'yaml' : 'hcl';
  const found = (latest?.diagnostics ?? []).map(
    ({ range, severity, rule, message }) => `- line ${range.start.line}: ${severity}[${rule}] ${message}`,
  );
  const text = `\`${path}\`, profile \`${profile.value}\`, ${byId('version').textContent}:\n\n\`\`\`\`${fence}\n${editor.text}\n\`\`\`\`\n\nFindings:\n\n${found.join('\n') || 'none'}\n\nWhat I expected instead:\n`;
  await copy(
    text,
    'Copied as Markdown. Take out what is secret before you post it.',
    'This browser does not let a page copy.',
  );
}

async function copy(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = done;
  } catch {
    status.textContent = failed;
  }
}

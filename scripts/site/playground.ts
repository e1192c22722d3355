import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import { categories, rules } from '../../rules/index.ts';
import type { Rule, RulePage } from '../../src/rule.ts';
import { version } from '../../src/version.ts';
import type { MenuExample } from '../../src/web/examples-menu.ts';
import { ascii } from '../build/ascii.ts';
import { esYaml } from '../build/es-yaml.ts';
import { readyMade } from '../build/ready-made.ts';
import { stripAllProse } from '../build/strip-pages.ts';
import { ThirdParty } from '../build/third-party.ts';

/** The playground as it is published. */
export interface Playground {
  /** One page with everything in it, which may run nothing else and ask nobody. */
  readonly html: string;
  /** The licences of what is in it. */
  readonly notices: string;
}

/**
 * Puts the playground together. Its order is that of need: the worker's code, then the page's, which run at once; the
 * prose of the rules comes last.
 *
 * @param terraform the example of each rule in Terraform
 */
export async function playground(
  examples: readonly MenuExample[],
  terraform: ReadonlyMap<string, RulePage['terraform']>,
): Promise<Playground> {
  const libraries = new ThirdParty();
  const [page, worker, prose, style] = await Promise.all([
    bundle('src/web/main.ts', libraries),
    bundle('src/web/worker.ts', libraries),
    bundle('src/web/prose.ts', libraries),
    readFile('src/web/playground.css', 'utf8'),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(page)} ${hash(prose)}`,
    `style-src ${hash(style)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = {
    policy,
    style,
    page,
    worker,
    prose,
    examples: JSON.stringify(examples),
    pages: JSON.stringify(pages(terraform)),
  };
  const html = template(parts);
  return { html, notices: libraries.notices() };
}

/**
 * What the menu offers: the wrong examples, each with what lies beside it but no other manifest, and those of rules about
 * files beside.
 */
export async function playgroundExamples(files: readonly string[]): Promise<readonly MenuExample[]> {
  const names = files.map((path) => path.replace(/^examples\//, '')).filter((name) => name.split('/').length === 2);
  const wrong = names.filter((name) => /\/wrong\./.test(name)).sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const listed = wrong.map(async (name): Promise<MenuExample> => {
    const folder = name.replace(/[^/]*$/, '');
    const beside = names.filter((other) => other.startsWith(folder) && !/\/(?:wrong|right)\./.test(other));
    const read = [name, ...beside].map(async (file) => ({
      path: file.slice(folder.length),
      text: await readFile(`examples/${file}`, 'utf8'),
    }));
    return { name, group: groupOf(name), files: await Promise.all(read) };
  });
  const ofRules = categories.find(({ id }) => id === 'beside')!.rules;
  return [...(await Promise.all(listed)), ...ofRules.map(({ id }) => ({ name: id, group: 'Files beside a manifest' }))];
}

const first = 'datadog-agent/wrong.yaml';

function order(name: string): number {
  return name === first ? 0 : ['YAML', 'Terraform'].indexOf(groupOf(name)) + 1 || 3;
}

function groupOf(name: string): string {
  if (name.endsWith('.tf')) return 'Terraform';
  return /\.(?:v2|connector)\./.test(name) ? 'v2 API and Config Connector' : 'YAML';
}

/** What the pages of the rules, and the formats that carry help, need of them. */
function pages(terraform: ReadonlyMap<string, RulePage['terraform']>): readonly RulePage[] {
  return rules.map((rule) => {
    const {
      appliesTo: _,
      only: _only,
      needs: _needs,
      check: _check,
      help: _help,
      fixes,
      ...page
    } = rule as Rule & { only?: unknown };
    const shown = Object.entries(fixes ?? {}).map(([form, { diff }]) => [form, { before: '', after: '', diff }]);
    return { ...page, terraform: terraform.get(rule.id), ...(fixes && { fixes: Object.fromEntries(shown) }) };
  });
}

async function bundle(input: string, libraries: ThirdParty): Promise<string> {
  const made = await rolldown({
    input,
    platform: 'browser',
    resolve: { alias: esYaml },
    plugins: [stripAllProse, readyMade, ascii, libraries.plugin],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const options = { minify: true, codeSplitting: false, comments: { legal: false } } as const;
  const { output } = await made.generate({ format: 'iife', ...options });
  return safeInHtml(output[0].code);
}

/** Code as it may stand in an element: it must not look like its end, and holds no character that HTML forbids. */
function safeInHtml(code: string): string {
  return code
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--')
    .replace(/[^\t\n\r -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function data(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

function template(
  parts: Readonly<Record<'policy' | 'style' | 'page' | 'worker' | 'prose' | 'examples' | 'pages', string>>,
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${parts.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="Lint Google Cloud Run YAML and Terraform in the browser. Nothing leaves the page.">
<title>cloudrun-lint playground</title>
<link rel="icon" href="data:,">
<style>${parts.style}</style>
</head>
<body>
<header>
  <h1><a href="index.html">cloudrun-lint</a> playground</h1>
  <label>Example <select id="examples"></select></label>
  <label>Profile <select id="profile"><option>deploy</option><option selected>recommended</option><option>strict</option></select></label>
  <button type="button" id="fix">Fix all</button>
  <button type="button" id="fix-unsafe">Fix all, unsafe too</button>
  <button type="button" id="share">Share</button>
  <button type="button" id="issue">Copy as issue</button>
</header>
<main>
  <section aria-label="Input">
    <div class="files">
      <div role="tablist" aria-label="Documents" id="files"></div>
      <div class="file">
        <label>Name <input id="file-name" autocomplete="off" spellcheck="false"></label>
        <button type="button" id="file-add">Add a file</button>
        <button type="button" id="file-remove">Remove</button>
      </div>
    </div>
    <div role="tabpanel" id="editor"></div>
  </section>
  <section aria-label="Output">
    <div role="status" id="status">Loading</div>
    <div role="tablist" aria-label="Results" id="results">
      <button type="button" role="tab" id="tab-findings" aria-controls="panel-findings" aria-selected="true">Findings</button>
      <button type="button" role="tab" id="tab-picture" aria-controls="panel-picture" aria-selected="false" tabindex="-1">Picture</button>
      <button type="button" role="tab" id="tab-rule" aria-controls="panel-rule" aria-selected="false" tabindex="-1">Rule</button>
      <button type="button" role="tab" id="tab-json" aria-controls="panel-json" aria-selected="false" tabindex="-1">JSON</button>
      <button type="button" role="tab" id="tab-sarif" aria-controls="panel-sarif" aria-selected="false" tabindex="-1">SARIF</button>
    </div>
    <div role="tabpanel" id="panel-findings" aria-labelledby="tab-findings" tabindex="0"></div>
    <div role="tabpanel" id="panel-picture" aria-labelledby="tab-picture" tabindex="0" hidden><img id="picture" alt="The instance: who takes requests, who calls whom, and what was found where."></div>
    <div role="tabpanel" id="panel-rule" aria-labelledby="tab-rule" tabindex="0" hidden><p>Choose a rule beside a finding.</p></div>
    <div role="tabpanel" id="panel-json" aria-labelledby="tab-json" hidden></div>
    <div role="tabpanel" id="panel-sarif" aria-labelledby="tab-sarif" hidden></div>
  </section>
</main>
<footer>
  <span id="version">cloudrun-lint ${version}</span>
  <span>Nothing that you type leaves this page. F8 goes to the next finding; Tab leaves the editor.</span>
  <a href="THIRD-PARTY-NOTICES.txt">Licences</a>
</footer>
<script type="application/json" id="examples-data">${data(parts.examples)}</script>
<script type="text/plain" id="worker-code">${parts.worker}</script>
<script>${parts.page}</script>
<script type="application/json" id="prose-data">${data(parts.pages)}</script>
<script>${parts.prose}</script>
</body>
</html>
`;
}

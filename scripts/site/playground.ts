import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import { version } from '../../src/version.ts';
import { esYaml } from '../build/es-yaml.ts';
import { readyMade } from '../build/ready-made.ts';
import { ThirdParty } from '../build/third-party.ts';

/** What the menu of the playground offers. */
export interface PlaygroundExample {
  /** What the menu says. */
  readonly name: string;
  /** The name of the file. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/** The playground: one page with everything in it, which may run nothing else and ask nobody; and the licences in it. */
export async function playground(
  examples: readonly PlaygroundExample[],
): Promise<{ readonly html: string; readonly notices: string }> {
  const libraries = new ThirdParty();
  const [page, worker, style] = await Promise.all([
    bundle('src/web/page.ts', 'esm', libraries),
    bundle('src/web/worker.ts', 'iife', libraries),
    readFile('src/web/playground.css', 'utf8'),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(page)}`,
    `style-src ${hash(style)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = template({ policy, style, page, worker, examples: JSON.stringify(examples) });
  return { html, notices: libraries.notices() };
}

/** The wrong examples, for the menu. */
export async function playgroundExamples(wrong: readonly string[]): Promise<readonly PlaygroundExample[]> {
  return Promise.all(
    wrong.map(async (path) => ({ name: path.replace(/^examples\//, ''), path, text: await readFile(path, 'utf8') })),
  );
}

async function bundle(input: string, format: 'esm' | 'iife', libraries: ThirdParty): Promise<string> {
  const made = await rolldown({
    input,
    platform: 'browser',
    resolve: { alias: esYaml },
    plugins: [readyMade, libraries.plugin],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await made.generate({ format, minify: true, codeSplitting: false, comments: { legal: false } });
  return safeInHtml(output[0].code);
}

/** Code as it may stand in an element: it must not look like its end, and holds no character that HTML forbids. */
function safeInHtml(code: string): string {
  return code
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--')
    .replace(
      /[\0-\x08\x0b\f\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function data(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

function template(parts: Readonly<Record<'policy' | 'style' | 'page' | 'worker' | 'examples', string>>): string {
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
  <button type="button" id="fix-unsafe">Fix all, unsafe ones too</button>
  <button type="button" id="share">Share</button>
  <button type="button" id="issue">Copy as issue</button>
</header>
<main>
  <section aria-label="Input">
    <div role="tablist" aria-label="Documents" id="files">
      <button type="button" role="tab" id="tab-editor" aria-controls="editor" aria-selected="true"><span id="file-name">service.yaml</span></button>
      <button type="button" role="tab" id="tab-config" aria-controls="config" aria-selected="false" tabindex="-1">cloudrun-lint.yaml</button>
    </div>
    <div role="tabpanel" id="editor" aria-labelledby="tab-editor"></div>
    <div role="tabpanel" id="config" aria-labelledby="tab-config" hidden></div>
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
<script type="module">${parts.page}</script>
</body>
</html>
`;
}

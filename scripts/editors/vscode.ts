import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeServer } from './code-server.ts';
import { type Counted, countedByCommandLine, described, makeProject } from './project.ts';
import { Workbench } from './workbench.ts';

const file = 'deploy/service.yaml';

/** Takes a picture of what is shown now, where somebody wants pictures. */
export type Picture = (name: string, workbench: Workbench) => Promise<void>;

/** Settings of a person who trusts every folder. */
export const trusting = { 'security.workspace.trust.enabled': false };

/**
 * A package in the folder that leaves a trace when somebody starts it, and settings of the folder that name one, too:
 * nobody may do so unless the folder is trusted.
 */
const trap = Object.fromEntries([
  ...['node_modules/cloudrun-lint/dist/cli.js', 'node_modules/cloudrun-lint/dist/lsp-command.js', 'trap.js'].map(
    (name) => [name, `require('node:fs').writeFileSync(__dirname + '/started', '');\n`] as const,
  ),
  [
    '.vscode/settings.json',
    '{ "cloudrun-lint.path": "trap.js", "cloudrun-lint.arguments": ["--config", "no-such.yaml"] }\n',
  ],
]);

/**
 * VS Code with our extension: findings, hover, completion, rename, fixes and the graph, as a person would see them.
 *
 * @param settings of the person; without those of `trusting` the folder is in Restricted Mode
 */
export async function tryVscode(
  extension: string,
  settings: object = {},
  picture: Picture = async () => {},
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'cloudrun-lint-code-'));
  const isTrusted = Object.keys(trusting).every((name) => name in settings);
  const project = await makeProject(isTrusted ? {} : trap);
  const expected = await countedByCommandLine(project, file);
  const server = await CodeServer.start(home, [extension], settings);
  try {
    const workbench = await Workbench.open(server.address, project);
    try {
      if (!isTrusted) await workbench.textOf('.statusbar-item', /Restricted Mode/);
      await tour(workbench, project, expected, picture);
    } catch (error) {
      await workbench.page.screenshot({ path: join(home, 'failed.png') });
      throw new Error(
        `${error instanceof Error ? error.stack : error}\nSee ${home}/failed.png and ${home}/log.txt.\n${workbench.said.slice(-20).join('\n')}`,
      );
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
  }
  for (const folder of ['.', 'node_modules/cloudrun-lint/dist'])
    assert.equal(existsSync(join(project, folder, 'started')), false, 'a program of the folder was started');
  return `${described(expected)}; a file beside it, hover, completion, rename, fix all, graph`;
}

async function tour(workbench: Workbench, project: string, expected: Counted, picture: Picture): Promise<void> {
  const { page } = workbench;
  await workbench.openFile(file);
  await workbench.waitForProblems(expected);

  await workbench.goTo(24, 40);
  await workbench.command('Show or Focus Hover');
  await workbench.textOf('.monaco-hover:not(.hidden) .hover-contents', /Envoy: reverse proxy/);
  await picture('hover', workbench);
  await page.keyboard.press('Escape');

  await workbench.goTo(25, 1);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  const offered = await workbench.suggestions('startupProbe');
  assert.equal(offered.filter((label) => label === 'startupProbe').length, 1, `offered twice: ${offered}`);
  await picture('completion', workbench);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+k');

  await workbench.goTo(23, 20);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input').first();
  await box.waitFor();
  await box.fill('edge');
  await box.press('Enter');
  await workbench.waitForText(/"web":\["edge"\][\s\S]*http:\/\/edge:9901/);

  await workbench.goTo(32, 13);
  await workbench.openFixes();
  await picture('fixes', workbench);
  await page.keyboard.press('Escape');

  await workbench.command('Fix All');
  await workbench.waitForProblems({ ...expected, warning: expected.warning - 1 });
  await page.keyboard.press('Control+s');
  await workbench.waitForSaved();
  const saved = await readFile(join(project, file), 'utf8');
  assert.match(saved, /emptyDir:\n {12}medium: Memory\n {12}sizeLimit: 64Mi\n/);
  assert.match(saved, /- name: edge\n/);
  assert.deepEqual(await workbench.problems(), await countedByCommandLine(project, file));

  const left = await workbench.problems();
  await workbench.openFile('envoy.yaml');
  await workbench.goTo(11, 45);
  await page.keyboard.press('Control+d');
  await page.keyboard.type('127.0.0.1');
  await workbench.waitForProblems({ ...left, error: left.error - 1 });
  await page.keyboard.press('Control+z');
  await workbench.waitForProblems(left);
  await page.keyboard.press('Control+PageUp');

  await workbench.command('cloudrun-lint: Show the Graph of This File');
  const graph = await workbench.webviewText(/edge/);
  assert.match(graph, /web/);
  await picture('graph', workbench);
}

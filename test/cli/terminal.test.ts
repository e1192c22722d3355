import * as assert from 'uvu/assert';
import { help } from '../../src/cli/help.ts';
import { knowsLinks, wantsColors } from '../../src/cli/terminal.ts';
import { renderMarkdown } from '../../src/format/terminal-markdown.ts';
import { homepage, rulePageUrl, site } from '../../src/links.ts';
import { harmless, hyperlink } from '../../src/text/visible.ts';
import { suite } from '../suite.ts';

const auto = { color: 'auto' } as const;

suite('cli: terminal', (test) => {
  test('the command line decides of colours, then the variables, then the terminal', () => {
    const wants = (env: Record<string, string>, isTerminal = true) => wantsColors(auto, { env, isTerminal });
    assert.ok(wants({}));
    assert.not(wants({}, false));
    for (const on of [{ FORCE_COLOR: '1' }, { FORCE_COLOR: '' }, { CLICOLOR_FORCE: '1' }]) assert.ok(wants(on, false));
    for (const off of [
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      { FORCE_COLOR: '0' },
      { TERM: 'dumb' },
      { CLICOLOR: '0' },
    ]) {
      assert.not(wants(off));
    }
    assert.not(wants({ CLICOLOR_FORCE: '0' }, false));
    assert.ok(wants({ NO_COLOR: '' }));
    assert.ok(wantsColors({ color: 'always' }, { env: { NO_COLOR: '1' }, isTerminal: false }));
    assert.not(wantsColors({ color: 'never' }, { env: { FORCE_COLOR: '1' }, isTerminal: true }));
  });

  test('links are for terminals that know them', () => {
    const knows = (env: Record<string, string>, isTerminal = true) => knowsLinks(auto, { env, isTerminal });
    for (const env of [
      { TERM_PROGRAM: 'vscode' },
      { TERM: 'xterm-kitty' },
      { WT_SESSION: 'x' },
      { VTE_VERSION: '7600' },
    ]) {
      assert.ok(knows(env));
      assert.not(knows(env, false));
      assert.not(knows({ ...env, CI: 'true' }));
    }
    for (const env of [{}, { VTE_VERSION: '4601' }, { TERM: 'dumb', TERM_PROGRAM: 'vscode' }]) assert.not(knows(env));
  });

  test('links to our own pages leave by the door, others do not', () => {
    const ours = hyperlink('invalid-cpu', rulePageUrl({ category: 'resources', id: 'invalid-cpu' }));
    assert.is(harmless(`[${ours}]`), `[${ours}]`);
    for (const other of [
      'https://evil.example/',
      `${homepage}.evil.example/x`,
      `${site}.evil.example/x`,
      `${homepage}/\x07`,
      'file:///etc/passwd',
    ]) {
      const text = harmless(hyperlink('x', other));
      assert.not.match(text.replace('\x1b]8;;\x1b\\', ''), '\x1b', other);
    }
  });

  test('the help keeps to 80 columns', () => {
    for (const line of help.split('\n')) assert.ok(line.length <= 80, line);
  });

  test('pages are set without the marks of Markdown', () => {
    const page =
      '# id\n\n**error** in *resources*\n\nLong `code` words\nthat go on.\n\n- <https://a.example>\n\n```yaml\na: 1\n# ^ here\n```\n';
    const options = { colors: false, width: 60 };
    assert.is(
      renderMarkdown(page, options),
      'id\n\nerror in resources\n\nLong `code` words that go on.\n\n- https://a.example\n\n    a: 1\n    # ^ here\n',
    );
    assert.match(renderMarkdown(page, { ...options, colors: true }), '\x1b[1m');
  });

  test('what a page says behind carets goes on below them where it is long', () => {
    const page = '```yaml\na: 1\n#  ^ This one is a long sentence, which does not fit.\n# ~ That one does.\n```\n';
    const shown = renderMarkdown(page, { colors: false, width: 40 });
    assert.is(
      shown,
      '    a: 1\n    #  ^\n    #  This one is a long sentence,\n    #  which does not fit.\n    # ~ That one does.\n',
    );
    const painted = renderMarkdown(page, { colors: true, width: 40 }).split('\n');
    assert.equal(
      painted.map((line) => line.includes('\x1b[31m')),
      [false, true, true, true, true, false],
    );
  });
});

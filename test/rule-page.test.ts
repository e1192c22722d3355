import { marked, type Token } from 'marked';
import * as assert from 'uvu/assert';
import { fence, rulePageMarkdown } from '../src/rule-page.ts';
import { rules } from './format/rules.ts';
import { suite } from './suite.ts';

function texts(markdown: string, type: 'heading' | 'code'): string[] {
  return marked.lexer(markdown).flatMap((token: Token) => (token.type === type && 'text' in token ? [token.text] : []));
}

suite('rule page', (test) => {
  test('has every part in order', () => {
    assert.equal(texts(rulePageMarkdown(rules[0]!), 'heading'), [
      'dependency-without-startup-probe',
      'Why',
      'What Cloud Run says',
      'How to fix',
      'Bad example',
      'Good example',
      'How to silence',
      'References',
      'More examples',
    ]);
  });
  test('shows the examples whole, carets included, and what Cloud Run says verbatim', () => {
    const { predicts, bad, good } = rules[0]!;
    const shown = texts(rulePageMarkdown(rules[0]!), 'code');
    const [first, second] = good.map(({ yaml }) => yaml.trimEnd());
    const silence = '# cloudrun-lint-ignore dependency-without-startup-probe: the reason';
    assert.equal(shown, [predicts, ...bad.map(({ yaml }) => yaml.trimEnd()), first, silence, second]);
  });
  test('leaves out what a rule does not have', () => {
    assert.not(texts(rulePageMarkdown(rules[3]!), 'heading').includes('What Cloud Run says'));
    assert.not.match(rulePageMarkdown(rules[3]!), /fixed by/);
    assert.match(rulePageMarkdown(rules[1]!), /fixed by `--fix`\n/);
  });
});

suite('fence', (test) => {
  test('is longer than what it holds', () => {
    for (const text of ['a', '```', 'x ````` y', '~~~']) assert.equal(texts(fence('yaml', text), 'code'), [text]);
  });
});

import { SaxesParser } from 'saxes';
import * as assert from 'uvu/assert';
import { checkstyle } from '../../src/format/checkstyle.ts';
import { junit } from '../../src/format/junit.ts';
import { unsuppressed } from '../../src/report.ts';
import { visible } from '../../src/text/visible.ts';
import { suite } from '../suite.ts';
import { attacks, hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Parses as strictly as the standard wants it: throws on the first fault. */
function parse(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(xml).close();
  return top.children[0]!;
}

function all(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => all(child, name))];
}

const number = /^\d+$/;

suite('checkstyle', (test) => {
  test('lists each finding under its file', () => {
    for (const some of [report, hostile]) {
      const root = parse(checkstyle(some, options));
      assert.is(root.name, 'checkstyle');
      assert.match(root.attributes.version!, /^\d+\.\d+$/);
      const found = root.children.flatMap((file) =>
        file.children.map(({ name, attributes }) => ({ file: file.attributes.name, name, ...attributes })),
      );
      assert.equal(
        found,
        unsuppressed(some).map((finding) => ({
          file: visible(finding.path),
          name: 'error',
          line: String(finding.range.start.line),
          column: String(finding.range.start.column),
          severity: finding.severity,
          message: visible(finding.message).replace(/[\uFFFE\uFFFF]/g, '\uFFFD'),
          source: `cloudrun-lint.${finding.rule}`,
        })),
      );
      safeLines(checkstyle(some, options));
    }
  });
  test('is empty on a clean run', () => assert.equal(parse(checkstyle(cleanReport, options)).children, []));
});

suite('junit', (test) => {
  test('counts what it holds', () => {
    for (const some of [report, cleanReport, hostile]) {
      const root = parse(junit(some, options));
      assert.is(root.name, 'testsuites');
      for (const group of [root, ...all(root, 'testsuite')]) {
        const { tests, failures, errors, skipped, name } = group.attributes;
        assert.ok(name);
        assert.match(errors!, number);
        assert.is(Number(tests), all(group, 'testcase').length);
        assert.is(Number(failures), all(group, 'failure').length);
        assert.is(Number(skipped), all(group, 'skipped').length);
      }
      for (const { attributes } of all(root, 'testcase')) assert.ok(attributes.name && attributes.classname);
      safeLines(junit(some, options));
    }
  });
  test('fails errors and warnings, skips the suppressed, passes the rest', () => {
    const root = parse(junit(report, options));
    const outcomes = all(root, 'testcase').map(({ children }) => children[0]?.name);
    assert.equal(outcomes, [undefined, 'system-out', 'failure', 'skipped', 'failure', 'failure', 'skipped']);
    assert.is(all(root, 'skipped')[1]?.attributes.message, 'only on my machine');
    assert.match(all(root, 'failure')[0]!.text, /^jobs\/ジョブ 1\.yaml:11:43: The CPU limit 3 /);
  });
  test('leaves out files that are not Cloud Run’s', () => {
    const names = parse(junit(cleanReport, options)).children.map(({ attributes }) => attributes.name);
    assert.equal(names, ['clean.yaml', 'jobs/ジョブ 1.yaml', 'service.yaml']);
  });
  test('carries hostile text whole', () => {
    const text = parse(junit(hostile, options))
      .children.flatMap((group) => all(group, 'failure'))
      .map(({ attributes }) => attributes.message)
      .join('\n');
    for (const attack of attacks.filter((one) => !/[\uFFFE\uFFFF]/.test(one))) {
      assert.ok(text.includes(visible(attack)), attack);
    }
  });
});

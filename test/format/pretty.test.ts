import * as assert from 'uvu/assert';
import { pretty } from '../../src/format/pretty.ts';
import { textWidth } from '../../src/text/cells.ts';
import { suite } from '../suite.ts';
import { hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

/** What picocolors writes. */
const style = /\u001b\[\d+m/g;

suite('pretty', (test) => {
  test('says the same with colours', () => {
    for (const some of [report, cleanReport, hostile]) {
      const colored = pretty(some, { ...options, colors: true });
      assert.match(colored, style);
      assert.is(colored.replace(style, '').replace(/ +$/gm, ''), pretty(some, options));
    }
  });
  test('lets no name command the terminal or the build server', () => {
    const lines = safeLines(pretty(hostile, options));
    for (const line of lines) assert.not.match(line, /^\s*::/);
    safeLines(pretty(hostile, { ...options, colors: true }).replace(style, ''));
  });
  test('needs neither texts nor rules', () => {
    const bare = { ...report, rules: [], files: report.files.map(({ path, resources }) => ({ path, resources })) };
    assert.match(
      pretty(bare, options),
      /^error\[invalid-cpu\]: The CPU limit 3 .*\n {2}nearest .*\n {2}--> jobs\/ジョブ 1\.yaml:11:43 in job "夜間バッチ"\n/m,
    );
  });
  test('shows of several refusals only the one that is about the finding', () => {
    const both = ['refused for this', 'refused for that'];
    const shown = (predicts?: string): string => {
      const [diagnostic] = report.diagnostics;
      const rule = report.rules.find(({ id }) => id === diagnostic!.rule)!;
      const finding = { ...diagnostic!, ...(predicts !== undefined && { predicts }) };
      return pretty({ ...report, diagnostics: [finding], rules: [{ ...rule, predicts: both }] }, options);
    };
    assert.match(shown(both[1]), /= gcloud: "refused for that"/);
    assert.not.match(shown(both[1]), /refused for this/);
    assert.not.match(shown(), /refused for/);
  });
  test('shows few of many related places, and the lines of the others', () => {
    const [diagnostic] = report.diagnostics.filter(({ path, suppressed }) => path === 'service.yaml' && !suppressed);
    const lines = (count: number): string => {
      const related = Array.from({ length: count }, (_, i) => {
        const start = { line: i + 1, column: 1 };
        return {
          message: `Place ${i + 1}.`,
          span: { start: 0, end: 1 },
          range: { ...diagnostic!.range, start, end: start },
        };
      });
      return pretty({ ...report, diagnostics: [{ ...diagnostic!, related }] }, options);
    };
    assert.match(lines(5), /Place 5\./);
    assert.not.match(lines(5), /= also:/);
    assert.match(lines(7), /Place 4\.[\s\S]*= also: 3 other places, on lines 5, 6 and 7\n/);
    assert.not.match(lines(7), /Place 5\./);
  });
  test('takes one line where there is nothing to say', () => {
    assert.is(pretty(cleanReport, options), 'No problems in 4 Cloud Run resources of 4 files.\n');
    const none = { diagnostics: [], rules: [], files: [{ path: 'a.yaml', resources: 0 }] };
    assert.is(
      pretty(none, options),
      'Nothing was linted: no Cloud Run service, job, worker pool or instance in 1\nfile.\n',
    );
  });
  test('leaves no line empty behind a long place of what has no name', () => {
    const [diagnostic] = report.diagnostics;
    const { subject: _, ...nameless } = { ...diagnostic!, path: `${'folder/'.repeat(20)}service.yaml` };
    assert.match(pretty({ ...report, diagnostics: [nameless] }, options), /service\.yaml:\d+:\d+\n *(?:\||=)/);
  });
  test('keeps to the width, but for places and long words', () => {
    for (const width of [60, 80, 120]) {
      const lines = pretty(report, { ...options, width }).split('\n');
      for (const line of lines) assert.ok(textWidth(line) <= width || /https:|-->/.test(line), line);
    }
  });
});

import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { refusalsOf } from '../../scripts/site/refusals.ts';
import { Search, type SearchEntry } from '../../src/web/search.ts';
import { suite } from '../suite.ts';

const entries: readonly SearchEntry[] = rules.map((rule) => ({
  title: rule.id,
  url: `${rule.id}.html`,
  summary: rule.summary,
  predicts: refusalsOf(rule),
}));

const search = new Search(entries);

suite('the search', (test) => {
  test('finds every rule by its id', () => {
    for (const { id } of rules) assert.is(search.find(id)[0]?.title, id);
  });

  test('finds a rule first by each refusal that it predicts', () => {
    for (const { title, predicts } of entries) {
      for (const text of predicts) {
        const [first] = search.find(text);
        // Two rules may predict the same words.
        assert.ok(first!.title === title || first!.predicts.includes(text), `${text}: ${first?.title}, not ${title}`);
      }
    }
  });

  test('finds it with the names of a real service in the refusal, too', () => {
    const text = "ERROR: (gcloud.run.services.replace) Dependent container 'redis' must have startup probe specified";
    assert.is(search.find(text)[0]?.title, 'dependency-without-startup-probe');
  });

  test('finds a rule by what its findings quote, with the names of another file in it', () => {
    const missed: string[] = [];
    let count = 0;
    for (const { title, predicts } of entries) {
      for (const text of predicts) {
        const other = `ERROR: (gcloud.run.services.replace) ${text.replace(/'[\w-]+'|"[\w-]+"/g, "'zebra'")}`;
        if (!other.includes('zebra')) continue;
        count++;
        const found = search.find(other).slice(0, 2);
        if (!found.some((entry) => entry.title === title || entry.predicts.includes(text)))
          missed.push(`${title}: ${other}`);
      }
    }
    assert.ok(count > 15, String(count));
    assert.equal(missed, []);
  });

  test('finds a page by its other names, after one that has the name for a title', () => {
    const page = (title: string, names: readonly string[]) => ({ title, names, url: title, summary: '', predicts: [] });
    const few = new Search([page('Running Envoy', ['Envoy']), page('new-name', ['old-name']), page('old-name', [])]);
    assert.is(few.find('envoy')[0]?.title, 'Running Envoy');
    assert.equal(
      few
        .find('old-name')
        .slice(0, 2)
        .map(({ title }) => title),
      ['old-name', 'new-name'],
    );
  });

  test('finds nothing for nothing', () => {
    assert.equal(search.find(' '), []);
    assert.equal(search.find('qqqqqq'), []);
  });
});

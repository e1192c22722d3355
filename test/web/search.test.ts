import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { Search, type SearchEntry } from '../../src/web/search.ts';
import { suite } from '../suite.ts';

const entries: readonly SearchEntry[] = rules.map(({ id, summary, predicts }) => ({
  title: id,
  url: `${id}.html`,
  summary,
  predicts: [predicts ?? []].flat(),
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

  test('finds nothing for nothing', () => {
    assert.equal(search.find(' '), []);
    assert.equal(search.find('qqqqqq'), []);
  });
});

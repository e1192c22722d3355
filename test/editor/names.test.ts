import * as assert from 'uvu/assert';
import { occurrenceAt, occurrencesIn } from '../../src/editor/names.ts';
import { rename, renameableAt } from '../../src/editor/rename.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import { suite } from '../suite.ts';
import { analyseHere, open, placeOf, shop } from './manifest.ts';

/** The text with a name changed at a piece, or why it is not. */
function renamed(text: string, piece: string, name: string): string {
  const edits = rename(open(text), placeOf(text, piece), name);
  if (typeof edits === 'string') return edits;
  const set = new EditSet();
  assert.ok(set.add(edits), 'edits that meet each other');
  return set.applyTo(text);
}

suite('names', (test) => {
  test('are found wherever a container or a volume is meant', () => {
    const shown = occurrencesIn(open(shop)).map(({ role, span }) => `${role} ${shop.slice(span.start, span.end)}`);
    assert.equal(shown.sort(), [
      'address localhost:9901',
      'definition proxy',
      'definition scratch',
      'definition web',
      'reference proxy',
      'reference proxy',
      'reference scratch',
      'reference web',
    ]);
  });

  test('lead from a port of localhost to the container that listens there', () => {
    const found = occurrenceAt(open(shop), placeOf(shop, 'localhost:9901'));
    assert.is(found?.of.name, 'proxy');
    assert.ok(found?.leadsTo);
  });

  test('change everywhere at once, in the JSON of an annotation too', () => {
    const after = renamed(shop, 'proxy\n', 'edge');
    assert.is(
      after,
      shop.replaceAll('"proxy"', '"edge"').replace('://proxy', '://edge').replace('name: proxy', 'name: edge'),
    );
    assert.is(renamed(shop, '"web"'.slice(1), 'app'), shop.replace('"web"', '"app"').replace('name: web', 'name: app'));
    assert.is(renamed(shop, 'scratch,', 'tmp'), shop.replaceAll('name: scratch', 'name: tmp'));
  });

  test('change in flow style without quotes as well', () => {
    const flow = shop.replace(`'{"web":["proxy"]}'`, '"{web: [proxy]}"');
    assert.is(
      renamed(flow, 'proxy\n', 'edge'),
      flow.replaceAll('proxy]', 'edge]').replace('://proxy', '://edge').replace('name: proxy', 'name: edge'),
    );
  });

  test('change into nothing that the deploy would refuse or that another one has', () => {
    assert.is(renamed(shop, 'proxy\n', 'web'), 'There is a container "web" already.');
    assert.match(renamed(shop, 'proxy\n', 'Web 1'), /^A container cannot be called "Web 1"/);
    assert.is(
      renamed(shop, 'proxy\n', 'scratch').includes('name: scratch\n          image'),
      true,
      'a volume is no container',
    );
  });

  test('of addresses without a name and of other values are left alone', () => {
    assert.is(renameableAt(open(shop), placeOf(shop, 'localhost')), undefined);
    assert.is(renamed(shop, 'acme/web', 'x'), 'There is no name of a container or a volume here.');
  });

  test('leave a file as sound as it was', () => {
    const after = renamed(shop, 'proxy\n', 'edge');
    const rules = (text: string) => analyseHere(text).diagnostics.map(({ rule }) => rule);
    assert.equal(rules(after), rules(shop));
  });
});

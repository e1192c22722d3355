import * as assert from 'uvu/assert';
import { productById } from '../../src/catalogue/by-id.ts';
import { products } from '../../src/catalogue/index.ts';
import { parseImage } from '../../src/model/image.ts';
import { suite } from '../suite.ts';

suite('catalogue/products', (test) => {
  test('ids are unique and kebab case', () => {
    assert.is(new Set(products.map(({ id }) => id)).size, products.length);
    for (const { id } of products) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('no image belongs to two products', () => {
    const seen = new Map<string, string>();
    for (const { id, images } of products) {
      for (const image of images) {
        assert.is(seen.get(image), undefined, `${image} in ${seen.get(image)} and ${id}`);
        seen.set(image, id);
      }
    }
  });

  for (const product of products) {
    test(`${product.id} is complete`, () => {
      for (const image of product.images) {
        const { repository, tag, digest } = parseImage(image);
        assert.is(repository, image, 'an image is a whole reference without a tag');
        assert.is(tag ?? digest, undefined);
      }
      assert.ok(product.sources.length > 0);
      for (const source of [...product.sources, product.background?.source, product.endOfLife?.source]) {
        if (source !== undefined) assert.match(source, /^https:\/\//);
      }
      assert.is(productById(product.id)?.name, product.name);
      assert.is(productById(product.id), productById(product.id), 'the same object each time');
      for (const { pattern } of product.signals?.args ?? []) assert.is(pattern.flags, '');
      for (const listen of product.listens ?? []) {
        const movable = [...(listen.portFrom ?? []), ...(listen.listenFrom ?? [])];
        assert.ok(listen.port !== undefined || movable.length > 0, 'a listener without a port has a setting for one');
      }
      for (const { noneOf, program, programs, when } of product.wrongStarts ?? []) {
        assert.is(when === 'lacks' || when === 'detached', noneOf !== undefined);
        assert.is(when === 'program', programs !== undefined);
        assert.is(when === 'detached', program !== undefined);
      }
      const { main, optional, paths = [], reads = {}, required } = product.config ?? {};
      for (const path of [main, ...Object.keys(reads)]) {
        assert.ok(path === undefined || paths.some((folder) => path.startsWith(`${folder}/`)), `${path} is read`);
      }
      assert.not(optional && required);
    });
  }
});

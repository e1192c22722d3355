import { execFileSync } from 'node:child_process';
import * as assert from 'uvu/assert';
import { bundleScript } from '../../scripts/bundle-script.ts';
import { readManifests } from '../../scripts/manifests.ts';
import { inTemporaryFolder } from '../integrations/repository.ts';
import { suite } from '../suite.ts';

/** A lint that leaves its model behind, or a good part of it, leaves several times as much. */
const most = 40_000;

suite('What a lint leaves behind', (test) => {
  test('is little, even before the engine collects all of its memory', async () => {
    const files = (await readManifests('examples')).map(({ path }) => path);
    await inTemporaryFolder(async (folder) => {
      const script = await bundleScript('test/robustness/retained.ts', folder);
      // The engine is kept from putting young objects among the old ones on a guess of its own.
      const flags = ['--expose-gc', '--no-allocation-site-pretenuring'];
      const told = Number(execFileSync(process.execPath, [...flags, script, ...files], { encoding: 'utf8' }));
      assert.ok(told < most, `${Math.round(told)} bytes a lint`);
      assert.ok(told > -most, `${Math.round(told)} bytes a lint: something else was collected`);
    });
  });
});

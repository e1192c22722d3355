import * as assert from 'uvu/assert';
import { hasManifestName } from '../../src/cli/discover.ts';
import { suite } from '../suite.ts';

suite('cli/discover', (test) => {
  test('knows manifests and templates of them by their names', () => {
    for (const name of [
      'a.yaml',
      'a.yml',
      'a.yaml.tmpl',
      'a.yml.j2',
      'a.yaml.sample',
      'service.yml.example',
      'main.tf',
      'main.tofu',
      'service.json',
    ]) {
      assert.ok(hasManifestName(name), name);
    }
    for (const name of [
      'a.example',
      'yaml',
      'a.yaml.bak',
      'a.yaml.example.txt',
      'package.json',
      'web/tsconfig.base.json',
      'terraform.tfvars',
      'main.tf.json',
    ]) {
      assert.not(hasManifestName(name), name);
    }
  });
});

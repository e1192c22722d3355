import * as assert from 'uvu/assert';
import { formatBytes, formatCpu, parseBytes, parseCpu } from '../../src/model/quantity.ts';
import { suite } from '../suite.ts';

suite('model/quantity', (test) => {
  test('reads CPU in milli-CPU', () => {
    assert.equal(['1', '2.5', '.5', '500m', '80m', '0'].map(parseCpu), [1000, 2500, 500, 500, 80, 0]);
    for (const text of ['', 'one', '1 ', '1cpu', '-1', '1e3', '1Mi', 'm']) assert.is(parseCpu(text), undefined, text);
  });

  test('reads memory in bytes', () => {
    assert.equal(
      ['512Mi', '1Gi', '1.5Gi', '512M', '1G', '64Ki', '1024'].map(parseBytes),
      [536870912, 1073741824, 1610612736, 512000000, 1000000000, 65536, 1024],
    );
    for (const text of ['', 'Mi', '512mi', '512 Mi', '512MB', '-1Mi']) {
      assert.is(parseBytes(text), undefined, text);
    }
  });

  test('writes both as people do', () => {
    assert.equal([536870912, 1610612736, 512000000, 900].map(formatBytes), [
      '512 MiB',
      '1.5 GiB',
      '488.3 MiB',
      '900 bytes',
    ]);
    assert.equal([1000, 1500, 80].map(formatCpu), ['1 vCPU', '1.5 vCPU', '0.08 vCPU']);
  });
});

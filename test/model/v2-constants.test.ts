import * as assert from 'uvu/assert';
import { annotations } from '../../src/model/annotations.ts';
import { meantByV2 } from '../../src/model/v2-constants.ts';
import { suite } from '../suite.ts';

/** The values that an annotation of Cloud Run takes. */
function valuesOf(name: string): readonly string[] {
  const value = annotations.find(({ key }) => key === `run.googleapis.com/${name}`)?.value;
  return value?.kind === 'choice' ? value.values : [];
}

suite('model/v2-constants', (test) => {
  test('knows what the constants of the v2 API are called in v1', () => {
    for (const [name, constant, meant] of [
      ['ingress', 'INGRESS_TRAFFIC_ALL', 'all'],
      ['ingress', 'INGRESS_TRAFFIC_INTERNAL_ONLY', 'internal'],
      ['ingress', 'INTERNAL', 'internal'],
      ['ingress', 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER', 'internal-and-cloud-load-balancing'],
      ['ingress', 'INGRESS_TRAFFIC_NONE', 'none'],
      ['execution-environment', 'EXECUTION_ENVIRONMENT_GEN1', 'gen1'],
      ['execution-environment', 'GEN2', 'gen2'],
      ['vpc-access-egress', 'ALL_TRAFFIC', 'all-traffic'],
      ['vpc-access-egress', 'PRIVATE_RANGES_ONLY', 'private-ranges-only'],
      ['scalingMode', 'MANUAL', 'manual'],
      ['post-key-revocation-action-type', 'PREVENT_NEW', 'prevent-new'],
      ['post-key-revocation-action-type', 'SHUTDOWN', 'shut-down'],
    ] as const) {
      assert.is(meantByV2(valuesOf(name), constant), meant, constant);
    }
    assert.is(meantByV2(['Memory', 'Disk'], 'MEMORY'), 'Memory');
  });

  test('leaves alone what is a value, or stands for another', () => {
    assert.is(meantByV2(valuesOf('launch-stage'), 'BETA'), undefined);
    assert.is(meantByV2(valuesOf('ingress'), 'INGRESS'), undefined);
    assert.is(meantByV2(valuesOf('ingress'), 'Internal'), undefined);
    assert.is(meantByV2(valuesOf('ingress'), undefined), undefined);
  });
});

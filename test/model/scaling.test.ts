import * as assert from 'uvu/assert';
import { Service } from '../../src/model/service.ts';
import { suite } from '../suite.ts';
import { service, workloads } from './reading.ts';

function annotated(own: string, template = ''): Service {
  const [found] = workloads(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, annotations: { ${own} } }
spec: { template: { metadata: { annotations: { ${template} } } } }
`);
  if (!(found instanceof Service)) throw new Error('no service');
  return found;
}

function traffic(list: string) {
  const [found] = workloads(`apiVersion: serving.knative.dev/v1\nkind: Service\nspec: { traffic: ${list} }\n`);
  return (found as Service).traffic;
}

suite('model/scaling', (test) => {
  test('reads the bounds of both levels', () => {
    const { scaling } = annotated(
      'run.googleapis.com/minScale: "2", run.googleapis.com/maxScale: 5',
      'autoscaling.knative.dev/minScale: "${MIN}", autoscaling.knative.dev/maxScale: ten',
    );
    assert.is(scaling.service.min.value, 2);
    assert.is(scaling.service.max.value, 5);
    assert.is(scaling.revision.min.value, undefined);
    assert.ok(scaling.revision.min.exists);
    assert.is(scaling.revision.max.value, undefined);
    assert.not(scaling.manualCount.exists);
    assert.not(annotated('run.googleapis.com/minScale: ""').scaling.service.min.exists);
  });

  test('names the bound that keeps instances', () => {
    assert.is(annotated('').scaling.kept, undefined);
    assert.is(annotated('run.googleapis.com/minScale: "0"').scaling.kept, undefined);
    assert.is(annotated('run.googleapis.com/minScale: "3"').scaling.kept?.value, 3);
    assert.is(
      annotated('run.googleapis.com/minScale: "3"', 'autoscaling.knative.dev/minScale: "1"').scaling.kept?.value,
      1,
    );
    const manual = 'run.googleapis.com/scalingMode: manual, run.googleapis.com/manualInstanceCount: "4"';
    assert.is(annotated(`${manual}, run.googleapis.com/minScale: "3"`).scaling.kept?.value, 4);
    assert.is(
      annotated('run.googleapis.com/scalingMode: manual, run.googleapis.com/minScale: "3"').scaling.kept,
      undefined,
    );
  });

  test('reads who gets the traffic', () => {
    const targets = traffic(
      '[{ percent: 100 }, { latestRevision: true, percent: "%P%" }, { revisionName: a, tag: x }, { latestRevision: false }, { latestRevision: "%L%" }]',
    );
    assert.equal(
      targets.map(({ isLatest }) => isLatest),
      [true, true, false, false, undefined],
    );
    assert.equal(
      targets.map(({ percent }) => percent),
      [100, undefined, 0, 0, 0],
    );
    assert.equal(
      targets.map(({ hasPercent }) => hasPercent),
      [true, true, false, false, false],
    );
    assert.is(targets[2]!.tag, 'x');
    const [open] = traffic('["${TARGET}"]');
    assert.is(open?.percent, undefined);
    assert.is(open?.isLatest, undefined);
  });

  test('knows whether a network is connected', () => {
    const vpc = (annotations: string) => service(`{ metadata: { annotations: { ${annotations} } } }`).vpcAccess.exists;
    assert.not(vpc('run.googleapis.com/vpc-access-egress: all-traffic'));
    assert.not(vpc('run.googleapis.com/vpc-access-connector: ""'));
    assert.ok(vpc('run.googleapis.com/vpc-access-connector: "${CONNECTOR}"'));
    assert.ok(vpc(`run.googleapis.com/network-interfaces: '[{"network":"a"}]'`));
    assert.is(vpc('run.googleapis.com/vpc-access-conector: acme'), undefined);
    assert.is(annotated('run.googleapis.com/vpc-access-connector: acme').vpcAccess.exists, undefined);
  });
});

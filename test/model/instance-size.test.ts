import * as assert from 'uvu/assert';
import { leastCpuFor, memoryRange } from '../../src/model/instance-size.ts';
import { suite } from '../suite.ts';
import { containers, service, workloads } from './reading.ts';

const gi = 2 ** 30;

suite('model/instance-size', (test) => {
  test('knows the memory that goes with each CPU, the smaller row in between', () => {
    const most = (cpu: number) => memoryRange(cpu).most / gi;
    assert.equal(
      [80, 499, 500, 999, 1000, 1500, 2000, 4000, 6000, 8000, 9000].map(most),
      [0.5, 0.5, 1, 1, 4, 4, 8, 16, 24, 32, 32],
    );
    assert.equal(
      [1000, 2000, 4000, 6000, 8000].map((cpu) => memoryRange(cpu).least / gi),
      [0, 0, 2, 4, 4],
    );
  });

  test('knows the CPU that a memory asks for', () => {
    assert.equal(
      [0.1, 0.5, 0.6, 1.1, 4, 4.1, 16.5, 32].map((memory) => leastCpuFor(memory * gi)),
      [80, 80, 500, 1000, 1000, 2000, 6000, 8000],
    );
    assert.is(leastCpuFor(33 * gi), undefined);
  });

  test('adds up all containers, defaults included', () => {
    const both = containers('[{ name: a, resources: { limits: { cpu: 500m, memory: 1Gi } } }, { name: b }]');
    assert.is(both.totalCpu, 1500);
    assert.is(both.totalMemory, 1.5 * gi);
  });

  test('knows no total where one container is unknown, or there is none', () => {
    for (const cpu of ['"${CPU}"', '%CPU%', 'two', 'CPU']) {
      const some = containers(`[{ name: a }, { name: b, resources: { limits: { cpu: ${cpu}, memory: 1Gi } } }]`);
      assert.is(some.totalCpu, undefined, cpu);
      assert.is(some.totalMemory, 1.5 * gi);
    }
    assert.is(containers('[]').totalCpu, undefined);
  });

  test('knows nothing of what is missing where a template fills in whole lines', () => {
    const [shop] = workloads(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          {{ if .Values.limits }}
          resources: { limits: { memory: 1Gi } }
          {{ end }}
`);
    assert.is(shop?.containers[0]?.cpu, undefined);
    assert.is(shop?.containers[0]?.memory, 2 ** 30);
    assert.is(shop?.totalMemory, undefined);
    assert.is(shop?.hasCpuAlways, undefined);
    assert.is(shop?.containers[0]?.startupProbe.periodSeconds, undefined);
  });

  test('sees a GPU by its limit or its type', () => {
    assert.not(containers('[{ name: a }]').gpu.isWanted);
    assert.ok(containers('[{ resources: { limits: { nvidia.com/gpu: "1" } } }]').gpu.isWanted);
    const typed = service(
      '{ spec: { nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }, containers: [{}] } }',
    );
    assert.is(typed.gpu.accelerator.value, 'nvidia-l4');
    assert.equal(typed.gpu.containers, []);
    assert.ok(typed.gpu.isWanted);
  });

  test('knows when CPU is there and where an instance runs', () => {
    const annotated = (key: string, value: string) =>
      service(`{ metadata: { annotations: { run.googleapis.com/${key}: ${value} } }, spec: { containers: [{}] } }`);
    const always = ['"false"', "'False'", '"true"', '"${X}"', 'maybe'];
    assert.equal(
      always.map((value) => annotated('cpu-throttling', value).hasCpuAlways),
      [true, true, false, undefined, undefined],
    );
    const environments = ['gen1', 'gen2', '""', '%GEN%'];
    assert.equal(
      environments.map((value) => annotated('execution-environment', value).executionEnvironment),
      ['gen1', 'gen2', undefined, undefined],
    );
    assert.is(containers('[{}]').executionEnvironment, 'any');
    const [job] = workloads('apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: { name: a }\n');
    assert.is(job?.executionEnvironment, 'gen2');
    assert.is(job?.hasCpuAlways, true);
  });
});

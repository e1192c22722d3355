import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { containers, service, workloads } from './reading.ts';

const ingress = (list: string) => containers(list).ingress?.label;

suite('model/service', (test) => {
  test('takes the only container for the ingress, on port 8080 unless it says otherwise', () => {
    assert.is(ingress('[{ name: a }]'), 'a');
    assert.is(containers('[{ name: a }]').ingress?.containerPort, 8080);
    assert.is(containers('[{ name: a, ports: [{ containerPort: 3000 }] }]').ingress?.containerPort, 3000);
    assert.is(containers('[{ name: a, ports: [{ name: h2c }] }]').ingress?.containerPort, 8080);
    assert.is(containers('[{ name: a, ports: [{ containerPort: "3000" }] }]').ingress?.containerPort, 3000);
    assert.is(containers('[{ name: a, ports: [{ containerPort: "%PORT%" }] }]').ingress?.containerPort, undefined);
  });

  test('takes the one of several that has ports, wherever it stands', () => {
    assert.is(ingress('[{ name: a }, { name: b, ports: [{ containerPort: 80 }] }]'), 'b');
    assert.is(ingress('[{ name: a, ports: [] }, { name: b, ports: { containerPort: 80 } }]'), 'b');
    assert.is(ingress('[{ name: a, ports: }, { name: b, ports: "%PORTS%" }]'), 'b');
    assert.is(containers('[{ name: a }, { name: b, ports: [{}] }]').sidecars[0]?.label, 'a');
  });

  test('has no ingress where none or several claim to be it, or in a job', () => {
    assert.is(ingress('[{ name: a }, { name: b }]'), undefined);
    assert.is(ingress('[{ name: a, ports: [{}] }, { name: b, ports: [{}] }]'), undefined);
    assert.is(ingress('[]'), undefined);
    const [job] = workloads(
      'apiVersion: run.googleapis.com/v1\nkind: Job\nspec: { template: { spec: { template: { spec: { containers: [{ image: x, ports: [{ containerPort: 1 }] }] } } } } }\n',
    );
    assert.is(job?.ingress, undefined);
    assert.is(job?.containers.length, 1);
  });

  test('leaves an only container without a name unnamed in messages', () => {
    const [only] = containers('[{ image: x }]').containers;
    assert.equal([only?.subject, only?.after('of')], ['The container', '']);
    const [named] = containers('[{ name: a }]').containers;
    assert.equal([named?.subject, named?.after('in')], ['"a"', ' in "a"']);
    const [, second] = containers('[{ name: a }, { image: x }]').containers;
    assert.equal([second?.subject, second?.after('for')], [`"${second?.label}"`, ` for "${second?.label}"`]);
  });

  test('tells which container holds a place', () => {
    const found = containers('[{ name: a }, { name: b, env: [{ name: A }] }]');
    const env = found.containers[1]?.field.get('env').items[0]?.get('name');
    assert.is(found.containerAt(env?.path ?? [])?.name, 'b');
    assert.is(found.containerAt(found.templateSpec.get('containers').path), undefined);
    assert.is(found.containerAt(found.metadata.path), undefined);
  });

  test('reads one mapping in place of the list as one container', () => {
    const { containers: found } = containers('{ name: a, image: x }');
    assert.equal(
      found.map(({ name }) => name),
      ['a'],
    );
  });

  test('calls a container by its name as written, else by its position', () => {
    const labels = containers('[{ image: x }, { name: "${NAME}" }, { name: "" }, { name: d }]').containers;
    assert.equal(
      labels.map(({ label }) => label),
      ['the first container', '${NAME}', 'the third container', 'd'],
    );
    assert.equal(
      labels.map(({ name }) => name),
      [undefined, undefined, undefined, 'd'],
    );
  });

  test('tells CPU at all times from CPU within requests, and both from what it cannot know', () => {
    const cpu = (text: string) =>
      service(`{ metadata: { annotations: { run.googleapis.com/cpu-throttling: ${text} } } }`).hasCpuAlways;
    assert.equal([`"false"`, `'False'`, 'false'].map(cpu), [true, true, true]);
    assert.equal([`"true"`, `'True'`, ''].map(cpu), [false, false, false]);
    assert.equal([`"%X%"`, 'maybe'].map(cpu), [undefined, undefined]);
    assert.is(service('{}').hasCpuAlways, false);
  });
});

suite('model/container', (test) => {
  const [web] = containers(`[{
    name: web, command: node, args: [server.js, "--port=1", 8080],
    env: [{ name: A, value: one }, { name: A, value: two }, { name: B, valueFrom: { secretKeyRef: { name: s, key: "1" } } },
          { name: C, value: "" }, { name: D, value: "\${D}" }, { name: E }],
    volumeMounts: [{ name: v, mountPath: /data/ }, { name: w, mountPath: /data/deep }, { name: x, mountPath: "%X%" }],
    resources: { limits: { cpu: 500m } } }]`).containers;

  test('reads command and args as gcloud does, a lone text included', () => {
    assert.equal(web!.command, ['node']);
    assert.equal(web!.args, ['server.js', '--port=1', '8080']);
  });

  test('takes the last of several variables of one name', () => {
    assert.is(web!.variable('A')?.value, 'two');
    assert.is(web!.variable('none'), undefined);
  });

  test('tells what a variable is set to, if it can be known', () => {
    const state = (name: string) => [web!.variable(name)?.value, web!.variable(name)?.isSet];
    assert.equal(state('B'), [undefined, true]);
    assert.equal(state('C'), ['', false]);
    assert.equal(state('D'), [undefined, true]);
    assert.equal(state('E'), [undefined, false]);
    assert.is(web!.variable('B')?.isFromSecret, true);
  });

  test('finds the deepest mount that holds a path', () => {
    const holder = (path: string) => web!.mountHolding(path)?.volumeName;
    assert.is(holder('/data/file'), 'v');
    assert.is(holder('/data'), 'v');
    assert.is(holder('/data/deep/file'), 'w');
    assert.is(holder('/database'), undefined);
    assert.is(holder('/other'), undefined);
  });

  test("has Cloud Run's defaults where the file is silent, and nothing where it cannot be read", () => {
    const size = (limits: string) => {
      const [container] = containers(`[{ resources: { limits: ${limits} } }]`).containers;
      return [container?.cpu, container?.memory];
    };
    assert.equal(size('{}'), [1000, 512 * 2 ** 20]);
    assert.equal(size('{ cpu: "2", memory: 1Gi }'), [2000, 2 ** 30]);
    assert.equal(size('{ cpu: 0.5, memory: 512M }'), [500, 512e6]);
    assert.equal(size('{ cpu: "%CPU%", memory: much }'), [undefined, undefined]);
  });
});

suite('model/probe', (test) => {
  const probe = (text: string) => containers(`[{ startupProbe: ${text} }]`).containers[0]!.startupProbe;

  test('has the defaults of Cloud Run', () => {
    const { periodSeconds, timeoutSeconds, failureThreshold, initialDelaySeconds, windowSeconds } =
      probe('{ tcpSocket: {} }');
    assert.equal(
      [periodSeconds, timeoutSeconds, failureThreshold, initialDelaySeconds, windowSeconds],
      [10, 1, 3, 0, 30],
    );
  });

  test('knows no window where a part of it is filled in later', () => {
    assert.is(probe('{ periodSeconds: 5, failureThreshold: 12 }').windowSeconds, 60);
    assert.is(probe('{ periodSeconds: "%PERIOD%", failureThreshold: 12 }').windowSeconds, undefined);
  });

  test('tells an empty probe from a missing one', () => {
    assert.is(probe('').exists, false);
    assert.is(probe('{}').exists, true);
    assert.equal(probe('{}').handlers, []);
  });

  test('reads port and path of its handler', () => {
    assert.is(probe('{ tcpSocket: { port: 5432 } }').port.value, 5432);
    assert.is(probe('{ grpc: { port: 1 } }').path, undefined);
    assert.is(probe('{ httpGet: { port: 1 } }').path, '/');
    assert.is(probe('{ httpGet: { path: /healthz } }').path, '/healthz');
    assert.is(probe('{ httpGet: {} }').port.exists, false);
    assert.equal(probe('{ httpGet: {}, tcpSocket: {} }').handlers, ['httpGet', 'tcpSocket']);
  });
});

suite('model/volume', (test) => {
  const volume = (text: string) => service(`{ spec: { volumes: [${text}] } }`).volumes[0]!;

  test('takes an emptyDir for memory unless it says disk', () => {
    for (const text of ['{ emptyDir: {} }', '{ emptyDir: { medium: Memory } }', '{ emptyDir: { medium: "" } }']) {
      assert.is(volume(text).isMemory, true, text);
    }
    for (const text of ['{ emptyDir: { medium: Disk } }', '{ emptyDir: { medium: "%M%" } }', '{ secret: {} }']) {
      assert.is(volume(text).isMemory, false, text);
    }
  });

  test('reads the bound in bytes', () => {
    assert.is(volume('{ emptyDir: { sizeLimit: 512Mi } }').sizeLimit, 512 * 2 ** 20);
    assert.is(volume('{ emptyDir: {} }').sizeLimit, undefined);
    assert.is(volume('{ emptyDir: { sizeLimit: big } }').sizeLimit, undefined);
  });
});

suite('model/recognise', (test) => {
  const kind = (apiVersion: string, name: string) =>
    workloads(`apiVersion: ${apiVersion}\nkind: ${name}\nmetadata: { name: x }\n`)[0]?.kind;

  test('knows every kind, also under the other group', () => {
    assert.is(kind('serving.knative.dev/v1', 'Service'), 'Service');
    assert.is(kind('run.googleapis.com/v1', 'Job'), 'Job');
    assert.is(kind('run.googleapis.com/v1', 'WorkerPool'), 'WorkerPool');
    assert.is(kind('run.googleapis.com/v1', 'Instance'), 'Instance');
    assert.is(kind('run.googleapis.com/v1', 'Service'), 'Service');
  });

  test('leaves everything else alone', () => {
    assert.is(kind('v1', 'Service'), undefined);
    assert.is(kind('apps/v1', 'Deployment'), undefined);
    assert.is(kind('batch/v1', 'Job'), undefined);
    assert.is(kind('serving.knative.dev/v1', 'Route'), undefined);
    assert.equal(workloads('- a\n'), []);
    assert.equal(workloads('serving.knative.dev/v1\n'), []);
  });

  test('finds every workload of a file, and none in a broken document', () => {
    const one = 'apiVersion: serving.knative.dev/v1\nkind: Service\n';
    assert.is(workloads(`${one}---\nkind: ConfigMap\n---\n${one}`).length, 2);
    assert.is(workloads(`${one}a: b: c\n---\n${one}`).length, 1);
  });
});

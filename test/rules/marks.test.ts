import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

/** A service whose values a tool fills in, each mark in every kind of place. */
const service = (mark: string) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: ${mark}
spec:
  template:
    metadata:
      annotations:
        autoscaling.knative.dev/maxScale: ${mark}
    spec:
      serviceAccountName: ${mark}
      containerConcurrency: ${mark}
      containers:
        - name: app
          image: ${mark}
          ports:
            - containerPort: ${mark}
          resources: { limits: { cpu: "1", memory: 512Mi } }
          env:
            - name: MODE
              value: ${mark}
        - name: helper
          image: docker.io/acme/helper:1.4.2
          resources:
            limits:
              cpu: "1"
              memory: ${mark}
          startupProbe: { tcpSocket: { port: 9000 } }
`;

const linted = (text: string) =>
  lint('a.yaml', text, { rules, explicit: true })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

// The marks of ytt and Octopus are comments to other readers of YAML, so they cannot be examples of a rule.
suite('rules/marks', (test) => {
  test('finds no error in a template, whatever tool fills it in', () => {
    for (const mark of [
      '${x}',
      '<+env.x>',
      '#@ data.values.x',
      '#{X}#',
      '((x))',
      '{{{x}}}',
      '{% if a %}x{% endif %}',
    ]) {
      assert.equal(linted(service(mark)), [], mark);
    }
  });
});

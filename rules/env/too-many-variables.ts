import { shortened, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** Over all containers of an instance; https://cloud.google.com/run/quotas. */
const most = 1000;

const listed = Array.from({ length: 998 }, (_, index) => `{ name: SHOP_${index + 1}, value: a }`).join(', ');

export default defineRule({
  id: 'too-many-variables',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['env'], wholeText: true },
  summary: 'The containers have more than 1,000 variables together.',
  why: 'Cloud Run counts the variables of all containers of an instance, and refuses more than 1,000.',
  remedy: 'Put settings into a file in Secret Manager or in the image, and mount or read that.',
  help: 'Put settings into a file in Secret Manager or in the image, and read that.',
  references: [
    'https://cloud.google.com/run/quotas',
    'https://cloud.google.com/run/docs/configuring/services/environment-variables',
  ],
  predicts: '… limit on EnvVars across all containers',
  bad: [
    shortened(
      template`
      spec:
        containers:
      # ^^^^^^^^^^ The containers have 1001 variables together, but Cloud Run takes at most 1000.
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [${listed}]
          - name: agent
            image: docker.io/acme/agent:2.0
            env:
              - { name: MODE, value: a }
              - { name: LEVEL, value: b }
              - { name: ZONE, value: c }
    `,
      listed,
      '{ name: SHOP_1, value: a }, … { name: SHOP_998, value: a }',
    ),
  ],
  good: [
    shortened(
      template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [${listed}]
          - name: agent
            image: docker.io/acme/agent:2.0
            env:
              - { name: MODE, value: a }
              - { name: LEVEL, value: b }
    `,
      listed,
      '{ name: SHOP_1, value: a }, … { name: SHOP_998, value: a }',
    ),
  ],
  *check({ containers, templateSpec }) {
    const total = containers.reduce((sum, { env }) => sum + env.length, 0);
    if (total <= most) return;
    yield {
      on: templateSpec.get('containers').key,
      message: `The containers have ${total} variables together, but Cloud Run takes at most ${most}.`,
    };
  },
});

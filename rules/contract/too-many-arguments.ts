import { shortened, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** Over all containers of an instance; https://cloud.google.com/run/quotas. */
const most = 1000;

const listed = Array.from({ length: 999 }, (_, index) => `--shop=${index + 1}`).join(', ');

export default defineRule({
  id: 'too-many-arguments',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['args'], wholeText: true },
  summary: 'The containers have more than 1,000 arguments together.',
  why: 'Cloud Run counts the arguments of all containers of an instance, and refuses more than 1,000.',
  remedy: 'Put the arguments into a file, and name that file in one argument.',
  help: 'Put the arguments into a file, and name that file in one argument.',
  references: ['https://cloud.google.com/run/quotas'],
  bad: [
    shortened(
      template`
      spec:
        containers:
      # ^^^^^^^^^^ The containers have 1001 arguments together, but Cloud Run takes at most 1000.
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            args: [${listed}]
          - name: agent
            image: docker.io/acme/agent:2.0
            args: [--mode=a, --level=b]
    `,
      listed,
      '--shop=1, … --shop=999',
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
            command: [shop, serve]
            args: [${listed}]
          - name: agent
            image: docker.io/acme/agent:2.0
            args: [--mode=a]
    `,
      listed,
      '--shop=1, … --shop=999',
    ),
  ],
  *check({ containers, templateSpec }) {
    const total = containers.reduce((sum, { field }) => sum + field.get('args').items.length, 0);
    if (total <= most) return;
    yield {
      on: templateSpec.get('containers').key,
      message: `The containers have ${total} arguments together, but Cloud Run takes at most ${most}.`,
    };
  },
});

import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'concurrency-out-of-range',
  severity: 'error',
  refused: true,
  appliesTo: 'service',
  needs: { mentions: ['containerConcurrency'] },
  summary: 'The number of requests that an instance takes at a time is not from 1 to 1000.',
  why: 'Cloud Run sends an instance at most 1000 requests at a time, and refuses a larger number. Nothing, or 0, means 80, or 1 with less than one CPU.',
  remedy: 'Write a number from 1 to 1000. What the application can bear is usually far less.',
  help: 'Write a number from 1 to 1000.',
  references: [
    'https://cloud.google.com/run/docs/about-concurrency',
    'https://cloud.google.com/run/docs/configuring/concurrency',
  ],
  bad: [
    template`
      spec:
        containerConcurrency: 2000
      #                       ^^^^ An instance takes 1 to 1000 requests at a time, not 2000.
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        containerConcurrency: -1
      #                       ^^ An instance takes 1 to 1000 requests at a time, not -1.
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      spec:
        containerConcurrency: 1000
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        containerConcurrency: 0
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ concurrency }) {
    const { value } = concurrency;
    if (value === undefined || (value >= 0 && value <= 1000)) return;
    yield { on: concurrency, message: `An instance takes 1 to 1000 requests at a time, not ${value}.` };
  },
});

import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'relative-working-dir',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['workingDir'] },
  summary: 'The working directory of a container is not an absolute path.',
  why: 'Cloud Run takes a relative `workingDir`, but nothing says what it is relative to. The program may start in another folder than the image has for it, and not find its files.',
  remedy: 'Begin it with a slash, or leave it to the image.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/Container'],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            workingDir: srv/shop
      #                 ^^^^^^^^ The "workingDir" of "shop" is not absolute. Begin it with a slash.
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            workingDir: /srv/shop
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            workingDir: /srv/shop
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            workingDir: WORKDIR
          - name: cache
            image: docker.io/library/redis:7.4
            workingDir: ""
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const folder = container.field.get('workingDir');
      if (!/^[^/A-Z]/.test(folder.value ?? '/')) continue;
      yield {
        on: folder,
        message: say`The ${fieldName('workingDir')}${container.after('of')} is not absolute. Begin it with a slash.`,
      };
    }
  },
});

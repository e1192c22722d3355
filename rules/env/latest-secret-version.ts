import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'latest-secret-version',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['latest'] },
  summary: 'A variable takes the latest version of a secret, so a new version takes effect without a deploy.',
  why: 'A variable gets its secret when its instance starts. After a new version, old and new instances of the same revision differ, and a bad version takes effect without a deploy. Only a mounted secret is read afresh.',
  remedy:
    'Write a version number, in quotes, and deploy to change it. Where the program should follow the latest version, mount the secret as a volume.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: latest
      #                  ^^^^^^ "DB_PASSWORD" takes whatever version of the secret is the latest when an instance starts. Write a version number.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: INDEX_KEY
                valueFrom: { secretKeyRef: { name: index-key, key: latest } }
      #                                                            ^^^^^^ 2 variables of "search" take whatever version of their secrets is the latest when an instance starts. Write a version number.
              - name: ADMIN_KEY
                valueFrom: { secretKeyRef: { name: admin-key, key: latest } }
      #                                                            ~~~~~~ "ADMIN_KEY" does so too.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: "4"
              - name: INDEX_KEY
                valueFrom:
                  secretKeyRef:
                    name: index-key
                    key: "%VERSION%"
              - name: CHANNEL
                value: latest
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: shop
                mountPath: /secrets
        volumes:
          - name: shop
            secret:
              secretName: shop
              items:
                - key: latest
                  path: shop.json
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const latest = container.env.flatMap(({ field, secret }) => {
        const key = secret?.get('key');
        return key?.value === 'latest' ? { key, name: field.get('name').text ?? '' } : [];
      });
      // One for each container: a manifest with ten secrets has one habit, not ten mistakes.
      const [first, ...others] = latest;
      if (!first) continue;
      const who =
        others.length === 0
          ? `"${first.name}"${container.after('of')} takes`
          : `${latest.length} variables${container.after('of')} take`;
      yield {
        on: first.key,
        message: `${who} whatever version of ${others.length === 0 ? 'the secret' : 'their secrets'} is the latest when an instance starts. Write a version number.`,
        related: others.map(({ key, name }) => ({ on: key, message: `"${name}" does so too.` })),
      };
    }
  },
});

import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, instanceOf, proxyArguments, replaceText, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'joined-proxy-arguments',
  deprecatedIds: ['unknown-proxy-flag'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['args', 'command'] },
  summary: 'A database proxy gets several arguments in one item.',
  why: 'Cloud Run starts the program with the items as they are: no shell takes one apart at its blanks. The proxy looks for a flag that is called `port 5432`, finds none, prints its usage and exits.',
  remedy: 'Write each argument as an item of its own, or an equals sign between a flag and its value.',
  help: false,
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/cmd/root.go',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/cmd/root.go',
    'https://cloud.google.com/run/docs/configuring/services/containers#configure-entrypoint',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port 5432", "--health-check true", "acme-prod:europe-west1:orders"]
      #            ^^^^^^^^^^^^^ "proxy" gets "--port 5432" as one argument, and has no flag of that name. Write "--port=5432".
      #                           ^^^^^^^^^^^^^^^^^^^^^ "proxy" gets "--health-check true" as one argument, and has no flag of that name. Write each word as an item of its own.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432 acme-prod:europe-west1:orders"]
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" gets "--port=5432 acme-prod:europe-west1:orders" as one argument. Write each argument as an item of its own.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            # A value may hold blanks, and what looks like a flag.
            args: ["-p", "5432", "--user-agent", "shop --nightly", "acme-prod:europe-west1:orders"]
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
                args:
        <         - --port 5432 # Postgres
        >         - --port=5432 # Postgres
                  - acme-prod:europe-west1:orders
      `,
    flow: changedTemplate`
          spec:
            containers:
              - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
        <       args: ["--port 5432", "acme-prod:europe-west1:orders"]
        >       args: ["--port=5432", "acme-prod:europe-west1:orders"]
      `,
  },
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      for (const { flag, item, joins, offset, text } of proxyArguments(member)) {
        if (joins === undefined) continue;
        const fact = `"${member.label}" gets "${text}" as one argument`;
        if (joins === 'arguments') {
          yield { on: item, message: `${fact}. Write each argument as an item of its own.` };
        } else if (joins === 'words') {
          yield { on: item, message: `${fact}, and has no flag of that name. Write each word as an item of its own.` };
        } else {
          const { rest, text: written } = flag!;
          const end = offset + written.length;
          yield {
            on: item,
            message: `${fact}, and has no flag of that name. Write "${written}=${rest.trimStart()}".`,
            fix: safeFix('Put an equals sign between flag and value', replaceText(item, end, end + 1, '=')),
          };
        }
      }
    }
  },
});

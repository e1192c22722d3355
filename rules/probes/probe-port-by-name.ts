import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, firstReader, isStandIn, safeFix, say, unquoteScalar } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'probe-port-by-name',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe names its port instead of giving the number.',
  why: 'Kubernetes lets a probe refer to a port by its name. gcloud takes numbers only, and refuses the file.',
  remedy: 'Write the number. On the ingress container it can be left out: the probe asks the container port.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  predicts: 'Error decoding the "port" field. Only integer ports are supported by gcloud.',
  predictsAlike: true,
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports: [{ name: http1, containerPort: 8080 }]
            startupProbe:
              httpGet:
                path: /healthz
                port: http1
      #               ^^^^^ The startup probe names its port, "http1", but gcloud takes only numbers. Write 8080.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: docker.io/acme/agent:2.0
            livenessProbe:
              grpc:
                port: health
      #               ^^^^^^ The liveness probe of "agent" names its port, "health", but gcloud takes only numbers. Write the number.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports: [{ name: http1, containerPort: 8080 }]
            startupProbe:
              httpGet:
                path: /healthz
                port: 8080
            livenessProbe:
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            startupProbe:
              tcpSocket:
                port: "8080"
          - name: agent
            image: docker.io/acme/agent:2.0
            startupProbe:
              tcpSocket:
                port: "%AGENT_PORT%"
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                ports:
                  - name: http1
                    containerPort: 8080
                startupProbe:
                  tcpSocket:
        <           port: http1
        >           port: 8080
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                ports: [{ name: http1, containerPort: 8080 }]
        <       startupProbe: { tcpSocket: { port: "http1" } }
        >       startupProbe: { tcpSocket: { port: 8080 } }
      `,
  },
  *check(workload) {
    for (const container of workload.containers) {
      const port = container.field.get('ports').items[0];
      for (const probe of container.probes) {
        const { text, plain } = probe.port;
        if (text === undefined || (plain && plain.kind !== 'string') || isStandIn(text) || !/[A-Za-z]/.test(text))
          continue;
        const number = port?.get('name').text === text ? port.get('containerPort').value : undefined;
        const instead = number === undefined ? 'the number' : number;
        yield {
          on: probe.port,
          message: say`The ${probe.label}${container.after('of')} names its port, "${text}", but ${firstReader} takes only numbers. Write ${instead}.`,
          // Safe: gcloud refuses the name, and the container's own list says which port has it.
          fix: number === undefined ? undefined : safeFix(`Write ${number}`, unquoteScalar(probe.port, String(number))),
        };
      }
    }
  },
});

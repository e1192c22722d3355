import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, instanceOf, nameOf, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'public-service',
  severity: 'warning',
  securitySeverity: '6.0',
  appliesTo: 'served',
  needs: { mentions: ['run.googleapis.com/invoker-iam-disabled'] },
  summary: 'Anyone on the internet may call the service.',
  why: '`invoker-iam-disabled` turns off the check of who calls, and nothing limits from where. For a public site that is right; for anything else every container behind the port is open to all.',
  remedy:
    'For a public service, silence this with the reason. Else remove it and grant `roles/run.invoker`, or set `run.googleapis.com/ingress` to `internal` or `internal-and-cloud-load-balancing`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/authenticating/public',
    'https://cloud.google.com/run/docs/securing/ingress',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/invoker-iam-disabled: "true"
      #                                            ^^^^^^ Nobody checks who calls the service, and it can be reached from everywhere. Say why in an ignore comment, or limit "run.googleapis.com/ingress".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: all
      #                               ~~~ The ingress is open to all here.
          run.googleapis.com/invoker-iam-disabled: 'True'
      #                                            ^^^^^^ Nobody checks who calls the service, and it can be reached from everywhere. Say why in an ignore comment, or limit "run.googleapis.com/ingress".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
        annotations:
          run.googleapis.com/invoker-iam-disabled: "true"
      #                                            ^^^^^^ Nobody checks who calls the instance, and it can be reached from everywhere. Say why in an ignore comment, or limit "run.googleapis.com/ingress".
      spec:
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: internal-and-cloud-load-balancing
          run.googleapis.com/invoker-iam-disabled: "true"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: all
          run.googleapis.com/invoker-iam-disabled: "false"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/iap-enabled: "true"
          run.googleapis.com/invoker-iam-disabled: "true"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/default-url-disabled: "true"
          run.googleapis.com/invoker-iam-disabled: "true"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/invoker-iam-disabled: "true"
      spec:
        template:
          spec:
            containers:
              - name: auth
                image: us-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
                ports: [{ containerPort: 8080 }]
                args: ["--http-address=0.0.0.0:8080", "--upstream=http://localhost:8081", "--email-domain=acme.example"]
                env:
                  - name: OAUTH2_PROXY_CLIENT_ID
                    value: shop
                  - name: OAUTH2_PROXY_CLIENT_SECRET
                    valueFrom: { secretKeyRef: { name: client-secret, key: "1" } }
                  - name: OAUTH2_PROXY_COOKIE_SECRET
                    valueFrom: { secretKeyRef: { name: cookie-secret, key: "1" } }
              - name: shop
                image: docker.io/acme/shop:1.4.2
                env: [{ name: PORT, value: "8081" }]
    `,
  ],
  *check(service) {
    const disabled = service.annotation('run.googleapis.com/invoker-iam-disabled');
    const ingress = service.annotation('run.googleapis.com/ingress');
    const iap = service.annotation('run.googleapis.com/iap-enabled');
    if (disabled.text?.toLowerCase() !== 'true' || ingress.mayHoldMore) return;
    // Identity-Aware Proxy checks who calls in place of the invoker role.
    if (iap.exists && iap.text?.toLowerCase() !== 'false') return;
    // Without its own address the service is reached through a load balancer, which may check as well.
    const url = service.annotation('run.googleapis.com/default-url-disabled');
    if (url.exists && url.text?.toLowerCase() !== 'false') return;
    // A proxy in front is there to check who calls, and gets the requests of everyone.
    const front = instanceOf(service).members.find(({ container }) => container.isIngress);
    if (front && (front.role === 'auth-proxy' || front.role === 'api-gateway')) return;
    if (ingress.exists && !ingress.isNull && ingress.text !== 'all') return;
    yield {
      on: disabled,
      message: say`Nobody checks who calls the ${nameOf(service.kind)}, and it can be reached from everywhere. Say why in an ignore comment, or limit ${annotationName('run.googleapis.com/ingress')}.`,
      related: ingress.exists ? [{ on: ingress, message: 'The ingress is open to all here.' }] : [],
    };
  },
});

import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isFloating, isOfOthers, nameAndProduct } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'floating-sidecar-tag',
  severity: 'warning',
  securitySeverity: '4.0',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'A sidecar of someone else has no fixed version.',
  why: 'Each revision gets whatever a tag such as `latest` or `stable` names when it is deployed. A deploy that changes one line of the application can so bring a new major version of the sidecar, with other flags and ports, and rolling back does not bring the old one back in the next deploy.',
  remedy: 'Write the version that you have tested, or its digest, and let a bot propose updates.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#images',
    'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.revisions#RevisionStatus',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:latest
      #                                            ^^^^^^^ "datadog" (Datadog serverless-init) runs whatever version is the latest at the deploy. Write a version or a digest.
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: proxy
            image: nginx
      #            ^^^^^ "proxy" (nginx) runs whatever version is the latest at the deploy. Write a version or a digest.
            ports: [{ containerPort: 80 }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:stable
      #                                         ^^^^^^^ "tailscale" runs whatever version is tagged "stable" at the deploy. Write a version or a digest.
            env:
              - name: TS_AUTHKEY
                valueFrom: { secretKeyRef: { name: tailscale, key: "1" } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:latest
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
          - name: proxy
            image: docker.io/envoyproxy/envoy@sha256:0a2e8e3a6d0a4f2f8c1b5d7e9f3a5c7b9d1e3f5a7c9b1d3e5f7a9c1b3d5e7f90
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: otel/opentelemetry-collector-contrib:\${COLLECTOR_VERSION}
    `,
    template`
      spec:
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/images/otel-collector:latest
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const { image, container, product } = member;
      if (!image || !isOfOthers(member) || !isFloating(image)) continue;
      yield {
        on: container.tagPlace,
        message: `${nameAndProduct(container.label, product!)} runs whatever version is ${image.tag === undefined || image.tag === 'latest' ? 'the latest' : `tagged "${image.tag}"`} at the deploy. Write a version or a digest.`,
      };
    }
  },
});

import type { RulePage } from '../../src/rule.ts';

/** The rules that the fixed report names. */
export const rules: readonly RulePage[] = [
  {
    id: 'dependency-without-startup-probe',
    category: 'startup',
    severity: 'error',
    summary: 'A container that others wait for has no startup probe.',
    why: 'Cloud Run takes a container for started when its startup probe answers. Without one, **nothing** ends the wait.',
    remedy:
      'Give the container a `startupProbe`, best on the port that answers once it can serve, with a period and a failure threshold that cover its slowest start.',
    references: ['https://cloud.google.com/run/docs/deploying#multicontainer-yaml'],
    predicts: "Dependent container 'NAME' must have startup probe specified",
    fixable: 'unsafe',
    bad: [
      {
        yaml: `kind: Service
spec:
  containers:
    - name: proxy
#           ^^^^^ "proxy" is waited for by "app" but has no startup probe.
`,
      },
    ],
    good: [{ yaml: 'kind: Service\n' }, { yaml: 'kind: Service # another\n' }],
  },
  {
    id: 'invalid-cpu',
    category: 'resources',
    severity: 'error',
    summary: 'A CPU limit is not one of the sizes that Cloud Run has.',
    why: 'The deploy is refused.',
    remedy: 'Write "1", "2", "4", "6" or "8", or a fraction below one.',
    references: ['https://cloud.google.com/run/docs/configuring/services/cpu'],
    fixable: 'safe',
    bad: [{ yaml: 'cpu: 3\n#    ^ The CPU limit 3 is not one of the sizes of Cloud Run.\n' }],
    good: [{ yaml: 'cpu: "4"\n' }],
  },
  {
    id: 'plaintext-secret',
    category: 'security',
    severity: 'warning',
    summary: 'A secret stands in the manifest as plain text.',
    why: 'Whoever may read the repository or the service may read it.',
    remedy: 'Keep it in Secret Manager and refer to it with `valueFrom.secretKeyRef`.',
    references: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
    securitySeverity: '6.5',
    bad: [{ yaml: 'value: hunter2\n' }],
    good: [{ yaml: 'valueFrom: { secretKeyRef: { name: password, key: latest } }\n' }],
  },
  {
    id: 'floating-image-tag',
    category: 'security',
    severity: 'info',
    summary: 'An image is named by a tag that moves.',
    why: 'Each revision may run another build.',
    remedy: 'Name the image by digest or by a version.',
    references: ['https://cloud.google.com/run/docs/deploying'],
    bad: [{ yaml: 'image: app:latest\n' }],
    good: [{ yaml: 'image: app:1.4.2\n' }],
  },
];

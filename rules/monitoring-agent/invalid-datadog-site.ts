import { template } from '../../src/examples.ts';
import { defineRule, didYouMean } from '../../src/rule-kit.ts';

const sites = [
  'datadoghq.com',
  'us3.datadoghq.com',
  'us5.datadoghq.com',
  'datadoghq.eu',
  'ap1.datadoghq.com',
  'ap2.datadoghq.com',
  'uk1.datadoghq.com',
  'ddog-gov.com',
  'us2.ddog-gov.com',
];

/** Names that sites go by in Datadog's documentation, and the value that each of them wants. */
const byName: Readonly<Record<string, string>> = {
  us1: 'datadoghq.com',
  'us1.datadoghq.com': 'datadoghq.com',
  'app.datadoghq.com': 'datadoghq.com',
  us3: 'us3.datadoghq.com',
  us5: 'us5.datadoghq.com',
  eu: 'datadoghq.eu',
  eu1: 'datadoghq.eu',
  'eu.datadoghq.com': 'datadoghq.eu',
  'eu1.datadoghq.com': 'datadoghq.eu',
  'app.datadoghq.eu': 'datadoghq.eu',
  ap1: 'ap1.datadoghq.com',
  ap2: 'ap2.datadoghq.com',
  uk1: 'uk1.datadoghq.com',
};

export default defineRule({
  id: 'invalid-datadog-site',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['DD_SITE'] },
  summary: 'DD_SITE is not a Datadog site.',
  why: `The agent builds the host names of Datadog's intakes from \`DD_SITE\`. A value that is no site gives names that do not exist, or that belong to someone else: nothing arrives, and the API key goes to the wrong place.`,
  remedy: `Write the site that your Datadog address ends in: ${sites.map((site) => `\`${site}\``).join(', ')}. EU1 is \`datadoghq.eu\`, US1 is \`datadoghq.com\`.`,
  help: false,
  references: [
    'https://docs.datadoghq.com/getting_started/site/',
    'https://github.com/DataDog/terraform-google-cloud-run-datadog/blob/main/variables.tf',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_SITE
                value: eu1.datadoghq.com
      #                ^^^^^^^^^^^^^^^^^ "DD_SITE" of "datadog" is "eu1.datadoghq.com", which is not a Datadog site. Write "datadoghq.eu".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DD_SITE
                value: https://app.datadoghq.com
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "https://app.datadoghq.com", which is not a Datadog site. Write "datadoghq.com".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DD_SITE
                value: datadog.eu
      #                ^^^^^^^^^^ "DD_SITE" of "shop" is "datadog.eu", which is not a Datadog site. Did you mean "datadoghq.eu"?
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DD_SITE
                value: https://api.us5.datadoghq.com/
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "https://api.us5.datadoghq.com/", which is not a Datadog site. Write "us5.datadoghq.com".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_SITE
                value: us3.datadoghq.com
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DD_SITE
                value: "\${DD_SITE}"
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DD_SITE
                value: ca1.datadoghq.com
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DD_SITE, value: " US5.datadoghq.com. " }]
          # A relay of the team's own, perhaps.
          - name: worker
            image: docker.io/acme/worker:1.4.2
            env: [{ name: DD_SITE, value: telemetry.example.com }]
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const site = container.variable('DD_SITE');
      const value = site?.value;
      if (!site || !value || isSite(value)) continue;
      const bare = value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/:].*$/s, '');
      const hint = byName[bare] ?? sites.find((known) => bare === known || isHostOf(known, bare));
      // A host of someone's own may stand for Datadog's.
      if (hint === undefined && bare === value && /\..*\./.test(bare) && !/d(?:ata)?d[o0]g/.test(bare)) continue;
      yield {
        on: site.place,
        message: `"DD_SITE"${container.after('of')} is "${value}", which is not a Datadog site.${hint ? ` Write "${hint}".` : didYouMean(bare, sites)}`,
        help: hint
          ? undefined
          : `Write the site that your Datadog address ends in, such as "datadoghq.com" (US1) or "datadoghq.eu" (EU1).`,
      };
    }
  },
});

/** Whether the agents reach a site by it: they trim it, and host names know no case. */
function isSite(value: string): boolean {
  const name = value.trim().toLowerCase().replace(/\.$/, '');
  if (sites.includes(name) || name === 'datad0g.com') return true;
  // One that Datadog may have opened since: two letters and a number before a domain of theirs.
  return byName[name] === undefined && /^[a-z]{2}\d\.(?:datadoghq\.com|ddog-gov\.com)$/.test(name);
}

/** Whether the host is one of those that the site has for people or programs. */
function isHostOf(site: string, host: string): boolean {
  const own = host.endsWith(`.${site}`) ? host.slice(0, -site.length - 1) : '';
  return /^(?:api|app|docs|www)$|^[a-z-]*(?:intake|trace\.agent|agent)/.test(own) && /^[a-z.-]+$/.test(own);
}

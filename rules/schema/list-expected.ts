import { changedTemplate, template } from '../../src/examples.ts';
import {
  defineRule,
  fieldName,
  isMappingPlaceholder,
  safeFix,
  say,
  whoseField,
  wrapAsListItem,
  writtenFields,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'list-expected',
  severity: 'warning',
  appliesTo: 'workload',
  only: 'yaml',
  summary: 'One mapping stands where a list of mappings belongs.',
  why: 'gcloud happens to take it for a list of one, but the API, Terraform and editors do not, and the next container or port that someone adds will replace the first.',
  remedy: 'Begin the item with a dash.',
  help: 'Begin the item with a dash.',
  references: ['https://cloud.google.com/run/docs/reference/yaml/v1'],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports:
      #     ^^^^^ "ports" is one mapping, but should be a list.
              containerPort: 8080
              name: h2c
            env: { name: LOG_LEVEL, value: debug }
      #     ^^^ "env" is one mapping, but should be a list.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            command: /bin/shop
            ports:
            - containerPort: 8080
              name: h2c
            env: [{ name: LOG_LEVEL, value: debug }]
            volumeMounts: "{{ mounts }}"
          - image: docker.io/acme/agent:1.4.2
            env: {ENV}
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                # one port
                ports:
        <         containerPort: 8080 # as in the image
        <         # HTTP/2
        <         name: h2c
        >         - containerPort: 8080 # as in the image
        >           # HTTP/2
        >           name: h2c
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       ports: { containerPort: 8080 } # one
        <       env: {name: A, value: b}
        >       ports: [{ containerPort: 8080 }] # one
        >       env: [{name: A, value: b}]
      `,
  },
  *check(workload) {
    for (const place of writtenFields(workload.open)) {
      const { properties = {} } = place.shape?.items ?? {};
      if (isMappingPlaceholder(place)) continue;
      // Names and values right under "env": each of them is an unknown field.
      if (!place.keys.some((key) => Object.hasOwn(properties, key))) continue;
      const edits = wrapAsListItem(place);
      const key = String(place.path.at(-1));
      yield {
        on: place,
        message: say`${fieldName(key)}${whoseField(workload, place)} is one mapping, but should be a list.`,
        fix: safeFix('Make it a list', edits),
      };
    }
  },
});

import { inFile, manifest, template } from '../../../src/examples.ts';

const filledIn = template`
  spec:
    containers:
      - image: %IMAGE%
`;

export default [
  // The name says that it is a template.
  ...['j2', 'tpl', 'tmpl', 'template'].map((ending) => inFile(`service.yaml.${ending}`, filledIn)),
  // A file of another kind.
  manifest`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: {{ name }}
  `,
  // Template logic fills in lines: what it makes of the rest is not known.
  template`
    spec:
      {{- include "shop.account" . }}
      containers:
        - image: {{ image }}
  `,
  template`
    spec:
      serviceAccountName: {{ account }}
      #                   ^^^^^^^^^^^^^ The placeholder "{{ account }}" has no quotes, like 1 other in this file.
      containers:
        - image: {{ image }}
  `,
];

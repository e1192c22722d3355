import { manifest, template } from '../../../src/examples.ts';

export default [
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

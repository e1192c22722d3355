import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          # {% if debug %}
          env: [{ name: LOG_LEVEL, value: debug }]
          # {% else %}
          env: [{ name: LOG_LEVEL, value: info }]
          # {% endif %}
  `,
];

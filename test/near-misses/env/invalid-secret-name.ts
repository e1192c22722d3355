import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: "", key: latest } }
            - name: PASSWORD
              valueFrom: { secretKeyRef: { name: "\${PREFIX}.password", key: latest } }
            - name: KEY
              valueFrom: { secretKeyRef: { name: "projects/acme/secrets/\${KEY_SECRET}", key: latest } }
              #                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "KEY" names its secret by a path. Write the last part alone, or an alias for another project's.
      volumes:
        - secret: { secretName: shop.settings }
        #                       ^^^^^^^^^^^^^ A volume names its secret "shop.settings", but a name has letters, digits, hyphens and underscores only.
        - name: logs
          emptyDir: { medium: Memory }
  `,
];

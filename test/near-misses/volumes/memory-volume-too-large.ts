import { template } from '../../../src/examples.ts';

export default [
  // A volume without a size is for another rule, one without a name can be mounted by nobody.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: 1Gi } }
          volumeMounts: [{ name: logs, mountPath: /logs }, { name: cache, mountPath: /cache }, { mountPath: /tmp }]
      volumes:
        - { name: logs, emptyDir: { medium: Memory } }
        - { name: cache, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
        - { emptyDir: { medium: Memory, sizeLimit: 1Gi } }
  `,
  // Memory that is filled in later.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: \${MEMORY} } }
          volumeMounts: [{ name: logs, mountPath: /logs }, { name: cache, mountPath: /cache }]
      volumes:
        - { name: logs, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
        - { name: cache, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: logs, mountPath: /logs }, { name: cache, mountPath: /cache }]
      volumes:
        - { name: logs, emptyDir: { medium: Memory, sizeLimit: 512Mi } }
        - { name: cache, emptyDir: { medium: Memory, sizeLimit: 512Mi } }
    #                                                           ^^^^^ The in-memory volumes "logs" and "cache" may grow to 1 GiB together, but "shop" has 512 MiB of memory.
  `,
];

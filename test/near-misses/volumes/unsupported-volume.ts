import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - name: data
          {{- include "shop.source" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - "\${VOLUME}"
        - name: data
        #       ^^^^ The volume "data" has no source. Write "secret", "emptyDir", "csi" or "nfs".
          emptyDr: ~
        - emptyDir: { medium: Tape }
        #                     ^^^^ Cloud Run has no medium "Tape" for a volume. Write "Memory" or "Disk".
  `,
];

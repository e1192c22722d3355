import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: ~ } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1" } }
        - name: search
          image: docker.io/acme/search:1.4.2
          resources: { limits: { memory: plenty } }
          #                              ^^^^^^ The memory limit of "search" is "plenty", which is not a quantity. Write "512Mi" or "2Gi".
        - name: report
          image: docker.io/acme/report:1.4.2
          resources: { limits: { memory: 536870912b } }
          #                              ^^^^^^^^^^ The memory limit of "report" is "536870912b", which is not a quantity. Write "536870912".
      volumes:
        - emptyDir: { medium: Memory, sizeLimit: 64MB }
        #                                        ^^^^ The size of the volume is "64MB", which is not a quantity. Write "64Mi".
  `,
];

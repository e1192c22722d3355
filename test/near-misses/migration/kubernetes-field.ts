import { template } from '../../../src/examples.ts';

export default [
  // Others explain these.
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      replicaCount: 3
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: POD_FILE
              valueFrom: { fileKeyRef: { path: /etc/pod } }
          livenessProbe: { exec: { command: [/healthy] } }
      volumes:
        - name: data
          hostPath: { path: /data }
  `,
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          lifecycle: { preStop: { exec: { command: [/stop] } } }
      #   ^^^^^^^^^ Cloud Run has no "lifecycle" for "shop". Catch SIGTERM in the program instead: it comes ten seconds before SIGKILL. What must run first goes into the entry point.
          startupProbe: { tcpSocket: { port: 8080 }, terminationGracePeriodSeconds: 5 }
          #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no "terminationGracePeriodSeconds" for "shop". Leave it out: Cloud Run sends SIGTERM, and ten seconds later SIGKILL.
  `,
];

import { template } from '../../src/examples.ts';
import { defineRule, didYouMean, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'undefined-volume',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A container mounts a volume that the instance does not have.',
  why: 'Every `volumeMounts` entry needs a volume of the same name under `volumes`, beside `containers`. Cloud Run refuses the revision otherwise.',
  remedy: 'Correct the name, or add the volume.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#VolumeMount',
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  ],
  predicts: '… which were not found in volumes list',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/library/nginx:1.29
            ports: [{ containerPort: 80 }]
            volumeMounts:
              - name: nginx-config
      #               ^^^^^^^^^^^^ The container mounts a volume "nginx-config", but there is none of that name. Did you mean "nginx-conf"?
                mountPath: /etc/nginx/conf.d
        volumes:
          - name: nginx-conf
            secret:
              secretName: nginx-conf
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: logs
      #               ^^^^ "shop" mounts a volume "logs", but there is none of that name.
                mountPath: /logs
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/library/nginx:1.29
            ports: [{ containerPort: 80 }]
            volumeMounts:
              - name: nginx-conf
                mountPath: /etc/nginx/conf.d
        volumes:
          - name: nginx-conf
            secret:
              secretName: nginx-conf
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cloudsql
                mountPath: /cloudsql
              - name: "%CONFIG_VOLUME%"
                mountPath: /config
        volumes:
          - name: shop-config
            secret:
              secretName: shop-config
    `,
  ],
  *check(workload) {
    const { volumes } = workload;
    if (workload.templateSpec.get('volumes').mayHoldMore) return;
    if (volumes.some(({ field, name }) => field.get('name').exists && name === undefined)) return;
    const names = volumes.slice(0, 100).flatMap(({ name }) => name ?? []);
    for (const container of workload.containers) {
      for (const mount of container.mounts) {
        const name = mount.volumeName;
        // Cloud Run itself brings this volume, for the instances of the annotation cloudsql-instances.
        if (name === undefined || mount.volume || name === 'cloudsql') continue;
        yield {
          on: mount.field.get('name'),
          message: `${container.subject} mounts a volume "${name}", but there is none of that name.${didYouMean(name, names)}`,
          help: say`Correct the name, or add "${name}" to ${fieldName('volumes')}.`,
        };
      }
    }
  },
});

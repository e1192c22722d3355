import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'nfs-without-vpc',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['nfs'] },
  summary: 'An NFS share is mounted without a connection to a VPC network.',
  why: 'NFS servers such as Filestore have addresses inside a VPC network. Without a connection the mount fails, and the instance does not start.',
  remedy:
    'Connect the instance: `run.googleapis.com/network-interfaces` for Direct VPC egress, or `run.googleapis.com/vpc-access-connector`, on the template.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/nfs-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: share
                mountPath: /share
        volumes:
          - name: share
            nfs:
              server: 10.0.0.5
      #               ^^^^^^^^ No VPC network is connected, so the NFS server "10.0.0.5" cannot be reached. Add "run.googleapis.com/network-interfaces" to the template.
              path: /export
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: private-ranges-only
      spec:
        containers:
          - image: docker.io/acme/render:7.1
            volumeMounts:
              - name: assets
                mountPath: /assets
        volumes:
          - name: assets
            nfs:
              server: filestore.acme.internal
      #               ^^^^^^^^^^^^^^^^^^^^^^^ No VPC network is connected, so the NFS server "filestore.acme.internal" cannot be reached. Add "run.googleapis.com/network-interfaces" to the template.
              path: /assets
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme","subnetwork":"run"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: share
                mountPath: /share
        volumes:
          - name: share
            nfs:
              server: 10.0.0.5
              path: /export
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: "\${CONNECTOR}"
      spec:
        containers:
          - image: docker.io/acme/render:7.1
            volumeMounts:
              - name: assets
                mountPath: /assets
        volumes:
          - name: assets
            nfs:
              server: filestore.acme.internal
              path: /assets
    `,
  ],
  *check(workload) {
    if (workload.vpcAccess.exists !== false) return;
    for (const { field, sources } of workload.volumes) {
      if (!sources.includes('nfs')) continue;
      const server = field.get('nfs').get('server');
      const which = server.value === undefined ? 'the NFS server' : `the NFS server "${server.value}"`;
      yield {
        on: server.exists ? server : field.get('nfs').key,
        message: say`No VPC network is connected, so ${which} cannot be reached. Add ${annotationName('run.googleapis.com/network-interfaces')} to the template.`,
      };
    }
  },
});

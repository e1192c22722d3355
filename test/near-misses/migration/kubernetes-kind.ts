import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: of-the-cluster-that-runs-the-service
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels: { cloud.googleapis.com/location: europe-west1 }
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: cache
  `,
  manifest`
    apiVersion: v1
    kind: ConfigMap
    #     ^^^^^^^^^ Cloud Run does not deploy a Kubernetes "ConfigMap". Put the values into "env", into secrets of Secret Manager, or into a Cloud Storage bucket.
    metadata:
      name: shop
  `,
];

export const equivalent = {
  '!options.explicit -> false': 'No manifest says whether it was named: test/rules/documents.test.ts does.',
};

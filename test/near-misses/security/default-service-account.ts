import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
  // One level of the job is missing: the account stands there, at the wrong place, and that is found as that.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          serviceAccountName: report@acme-prod.iam.gserviceaccount.com
          containers:
            - image: docker.io/acme/report:2.2
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/identity-type: agent-identity
    spec:
      serviceAccount: shop
      containers:
        - image: docker.io/acme/shop:1.4.2
          {{- include "shop.volumes" . }}
  `,
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
    {{- include "shop.more" . }}
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      dynamic "template" {
        for_each = var.templates

        content {
          service_account = template.value
        }
      }
    }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              serviceAccount: report@acme-prod.iam.gserviceaccount.com
              containers:
                - image: docker.io/acme/report:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          serviceAccountName: ~
          #                   ^ The containers run as the default service account of Compute Engine. Write a "serviceAccountName" of their own.
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          serviceAccountName: ""
          #                   ^^ The containers run as the default service account of Compute Engine. Write a "serviceAccountName" of their own.
          serviceAccount: puller@acme-prod.iam.gserviceaccount.com
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
];

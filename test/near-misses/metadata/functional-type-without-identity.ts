import { manifest, terraform } from '../../../src/examples.ts';

const planner = (annotations: string) => manifest`
  apiVersion: serving.knative.dev/v1
  kind: Service
  metadata:
    name: planner
    annotations:
      apphub.cloud.google.com/functional-type: agent
  spec:
    template:
      metadata:
        annotations:
          ${annotations}
      spec:
        containers:
          - image: docker.io/acme/planner:1.4.2
`;

export default [
  planner('run.googleapis.com/identity-type: "${IDENTITY}"'),
  planner('{{- include "planner.annotations" . }}'),
  // The v2 API takes no annotation for the identity.
  terraform`
    resource "google_cloud_run_v2_service" "planner" {
      name     = "planner"
      location = "europe-west1"
      annotations = {
        "apphub.cloud.google.com/functional-type" = "agent"
      }
      template {
        containers {
          image = "docker.io/acme/planner:1.4.2"
        }
      }
    }
  `,
];

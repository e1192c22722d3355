apiVersion: serving.knative.dev/v1
kind: Service

# Puts the configuration where right.yaml mounts it from.
gcloud secrets create inventory-envoy --data-file=envoy.yaml

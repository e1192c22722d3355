# Puts the configuration where right.yaml mounts it from.
gcloud secrets create orders-collector-config --data-file=config.yaml

# Puts the configuration where right.yaml mounts it from.
gcloud secrets create storefront-nginx-sites --data-file=default.conf

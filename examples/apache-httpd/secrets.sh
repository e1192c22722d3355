# Puts the configuration where right.yaml mounts it from. cloudrun-lint does not read Apache's language.
gcloud secrets create intranet-httpd-proxy --data-file=tomcat.conf

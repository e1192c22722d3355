import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      initContainers: []
      containers:
        - image: docker.io/acme/shop:1.4.2
          environment: [{ name: LOG_LEVEL, value: debug }]
      #   ^^^^^^^^^^^ "environment" is not a field of a container. Use "env", a list of "name" and "value".
  `,
  template`
    spec:
      apiVersion: serving.knative.dev/v1
  #   ^^^^^^^^^^ "apiVersion" is not a field of "spec.template.spec". Move it to the top of the file.
      containers:
        - image: docker.io/acme/shop:1.4.2
          containerConcurrency: 80
      #   ^^^^^^^^^^^^^^^^^^^^ "containerConcurrency" is not a field of a container. Move it to "spec.template.spec".
          value: debug
      #   ^^^^^ "value" is not a field of a container. Move it to "spec.template.spec.containers.env".
          port: 8080
      #   ^^^^ "port" is not a field of a container. Did you mean "ports"?
          env:
            - name: LOG_LEVEL
              DEBUG: "1"
          #   ^^^^^ "DEBUG" of "LOG_LEVEL" is not a field of an environment variable.
          startupProbe:
            tcpSocket: { port: 8080, timeoutSeconds: 3 }
            #                        ^^^^^^^^^^^^^^ "timeoutSeconds" is not a field of "tcpSocket". Move it to "spec.template.spec.containers.startupProbe".
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      containerConcurrency: 80
    # ^^^^^^^^^^^^^^^^^^^^ "containerConcurrency" is not a field of "metadata". Move it to "spec.template.spec".
    spec:
      containerConcurrency: 80
    # ^^^^^^^^^^^^^^^^^^^^ "containerConcurrency" is not a field of "spec". Move it to "spec.template.spec".
      timeoutSeconds: 300
    # ^^^^^^^^^^^^^^ "timeoutSeconds" is not a field of "spec". Move it to "spec.template.spec".
      metadata: { annotations: { autoscaling.knative.dev/maxScale: "4" } }
    # ^^^^^^^^ "metadata" is not a field of "spec". Move it to "spec.template".
      template:
        spec:
          timeoutSecs: 300
      #   ^^^^^^^^^^^ "timeoutSecs" is not a field of "spec.template.spec". Did you mean "timeoutSeconds"?
          containers:
            - image: docker.io/acme/shop:1.4.2
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    config_map_key_ref: { name: shop, key: log-level }
                #   ^^^^^^^^^^^^^^^^^^ "config_map_key_ref" of "LOG_LEVEL" is not a field of "valueFrom". Did you mean "configMapKeyRef"?
  `,
  manifest`
    { "apiVersion": "serving.knative.dev/v1", "kind": "Service", "metadata": { "name": "shop" },
      "timeoutSeconds": 80, "latestRevision": true, "labels": { "team": "checkout" },
      #                                             ^^^^^^^^ "labels" is not a field of a service. Move it to "metadata".
      #                     ^^^^^^^^^^^^^^^^ "latestRevision" is not a field of a service. Move it to "spec.traffic".
    # ^^^^^^^^^^^^^^^^ "timeoutSeconds" is not a field of a service. Move it to "spec.template.spec".
      "spec": { "template": { "spec": { "containers": [{ "image": "docker.io/acme/shop:1.4.2" }] } } } }
  `,
];

export const equivalent = {
  'root.shape -> true': 'For types: the root of a workload has the shape of its kind.',
};

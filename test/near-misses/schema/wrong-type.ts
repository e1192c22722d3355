import { template } from '../../../src/examples.ts';

export default [
  // Others explain these better, or know that gcloud never reads them as they stand.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: { shop: [cache] }
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DEBUG
              value: yes
          resources: { limits: { cpu: 2 } }
          startupProbe:
            tcpSocket: { port: http }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: 0.5 } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: [cache]
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          workingDir: { WORK_DIR }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: 7
        #                                          ^ "run.googleapis.com/container-dependencies" must be text, but it is a number.
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources:
            limits: { cpu: true, memory: 512 }
            #                            ^^^ "memory" in "shop" must be text, but it is a number.
            #              ^^^^ "cpu" in "shop" must be text, but it is a boolean.
            requests: { cpu: 1 }
            #                ^ "cpu" in "shop" must be text, but it is a number.
          startupProbe:
            tcpSocket: { port: 8e3 }
            #                  ^^^ "port" in "shop" must be a whole number, but it is a number with decimal places.
          livenessProbe:
            tcpSocket: { port: "80/81" }
            #                  ^^^^^^^ "port" in "shop" must be a whole number, but it is text.
  `,
  // Cloud Deploy makes texts of numbers and booleans, where a text belongs.
  template`
    spec:
      timeoutSeconds: 30.5
      #               ^^^^ "timeoutSeconds" must be a whole number, but it is a number with decimal places.
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2 # from-param: \${image}
          env:
            - name: SIZE
              value: 12
            - name: LIMITS
              value: { small: 1 }
          #   ^^^^^ "value" of "LIMITS" in "shop" must be text, but it is a mapping.
  `,
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      timeoutSeconds: 300.0
      #               ^^^^^ "timeoutSeconds" must be a whole number, but it is a number with decimal places.
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          args: 5
          #     ^ "args" in "shop" must be text, but it is a number.
          securityContext: "true"
          #                ^^^^^^ "securityContext" in "shop" must be a mapping, but it is text.
          volumeMounts:
            - { name: data, mountPath: /data, readOnly: 1.0 }
            #                                           ^^^ "readOnly" of "data" in "shop" must be true or false, but it is a number.
            - { name: logs, mountPath: /logs, readOnly: "yes" }
            #                                           ^^^^^ "readOnly" of "logs" in "shop" must be true or false, but it is text.
          startupProbe:
            timeoutSeconds: 5m
            #               ^^ "timeoutSeconds" in "shop" must be a whole number, but it is text.
            tcpSocket: { port: 8080 }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          args:
            - ~
            # ^ An item of "args" in "cache" must be text, but it is empty.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          workingDir: [/srv]
        # ^^^^^^^^^^ "workingDir" in "shop" must be text, but it is a list.
        #  = Write it as one text. JSON goes in quotes.
  `,
];

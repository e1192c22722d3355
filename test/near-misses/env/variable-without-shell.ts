import { template } from '../../../src/examples.ts';

export default [
  // The image's own entry point may be a shell.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          args: [gunicorn, "--bind=0.0.0.0:$PORT", main:app]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          command: [/app/worker]
  `,
  // Whoever fills in what no platform gives fills it in here.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: [/app/server, --home, $HOME]
  `,
  // Only the container with the port is given one.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          command: [/app/worker, --port, $PORT]
  `,
  // A variable of the file's own, whose name may be chosen for what fills it in.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: [/app/server, --service, $K_SERVICE]
          env: [{ name: K_SERVICE, value: shop }]
  `,
  // Something else fills in "$REGION" before the deploy, and so the name of the service.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--region, $REGION]
        - name: search
          image: docker.io/acme/search:1.4.2
          command: [/search]
          args: [--service, $K_SERVICE]
          env:
            - name: K_SERVICE
              value: search
  `,
  // What Cloud Run sets in every container is given to the one without a port, too.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--service, $K_SERVICE]
          #                 ^^^^^^^^^^ Without a shell nothing replaces "$K_SERVICE", so the program gets it as it is. Start the program with "sh -c".
  `,
];

export const equivalent = {
  'found.length === 0 -> false': 'Only saves time.',
};

import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Listener, say, serverCommandOf, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'app-port-mismatch',
  severity: 'error',
  appliesTo: 'served',
  needs: { mentions: ['command'], beside: true },
  summary: 'The command of the container that takes the requests names another port than the one they go to.',
  why: 'Cloud Run sends requests to `containerPort`, which is 8080 where the file is silent, and starts no instance whose container does not listen there. Web servers bring a port of their own, 8000 for uvicorn and gunicorn, 5000 for Flask, 8501 for Streamlit, and a command that was written for Docker or Kubernetes often repeats it.',
  remedy:
    'Write the port of the command as `containerPort`, or change the command. To follow `PORT`, let a shell read it: `command: [sh, -c]` and `exec uvicorn main:app --host 0.0.0.0 --port "$PORT"` as the argument.',
  references: [
    'https://cloud.google.com/run/docs/container-contract#port',
    'https://cloud.google.com/run/docs/troubleshooting#container-failed-to-start',
    'https://www.uvicorn.org/settings/',
    'https://docs.gunicorn.org/en/stable/settings.html#bind',
    'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
  ],
  predicts:
    'Container failed to start. Failed to start and then listen on the port defined by the PORT environment variable.',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [uvicorn, main:app, --host, 0.0.0.0, --port, "8000"]
      #                                                           ^^^^^^ Requests go to port 8080, but "uvicorn" listens on 8000.
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
      #                              ~~~~ Cloud Run sends them there.
            command: [gunicorn]
            args: ["--bind=0.0.0.0:5000", "--workers=2", main:app]
      #                    ^^^^^^^^^^^^ Requests go to port 8080, but "gunicorn" in "web" listens on 5000.
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [python, manage.py, runserver, "0.0.0.0:8000"]
      #                                             ^^^^^^^^^^^^^^ Requests go to port 8080, but "manage.py" listens on 8000.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [env, uvicorn, main:app]
            args: ["--port=9000"]
      #                    ^^^^ Requests go to port 8080, but "uvicorn" listens on 9000.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [tini, -g, --, uvicorn, main:app]
            args: ["--port=9000"]
      #                    ^^^^ Requests go to port 8080, but "uvicorn" listens on 9000.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [docker-entrypoint.sh, uvicorn, main:app]
            args: ["--port=9000"]
      #                    ^^^^ Requests go to port 8080, but "uvicorn" listens on 9000.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [uv, run, --no-sync, uvicorn, main:app]
            args: ["--port=9000"]
      #                    ^^^^ Requests go to port 8080, but "uvicorn" listens on 9000.
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # It installs a package of that name, and starts nothing that we know.
            command: [uv, pip, install, uvicorn, --port, "9000"]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8000 }]
            command: [uvicorn, main:app, --host, 0.0.0.0, --port, "8000"]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # gunicorn listens on PORT unless it is told otherwise; its configuration file may say so, too.
            command: [gunicorn, --workers, "2", main:app]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [uvicorn, main:app, --host, 0.0.0.0, --port, "8000"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # It may listen on 8080 and pass requests on.
          - name: gate
            image: europe-west1-docker.pkg.dev/acme-prod/shop/gate:2.0.1
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # nginx may stand between the two.
            command: [sh, -c]
            args: ["nginx && exec uvicorn main:app --port 8000"]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(service) {
    const { ingress } = service;
    const wanted = ingress?.containerPort;
    if (!ingress || wanted === undefined) return;
    const { members } = instanceOf(service);
    const member = instanceOf(service).of(ingress);
    const server = member.product ? undefined : serverCommandOf(member);
    if (!server || server.port === wanted) return;
    // Containers share their ports: another one may answer there.
    const others = members.filter((other) => other !== member);
    if (others.some(({ listenersKnown, listeners }) => !listenersKnown || listeners.some(isAt(wanted)))) return;
    const stated = ingress.portPlace;
    yield {
      on: server.on,
      message: `Requests go to port ${wanted}, but "${server.program}"${ingress.after('in')} listens on ${server.port}.`,
      help: say`Write ${setting('containerPort', server.port)} in "${ingress.label}", or let it listen on ${wanted}.`,
      ...(stated && { related: [{ on: stated, message: 'Cloud Run sends them there.' }] }),
    };
  },
});

function isAt(wanted: number): (listener: Listener) => boolean {
  return ({ port }) => port === wanted;
}

import { rules } from '../../rules/index.ts';
import { type Analyse, OpenFile, type Snapshot } from '../../src/editor/open-file.ts';
import { analyse } from '../../src/lint.ts';

/** A service with two containers that know each other in every way that the server follows. */
export const shop = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"web":["proxy"]}'
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: web
          image: acme/web
          ports: [{containerPort: 8080}]
          env:
            - name: BACKEND_URL
              value: http://proxy:9901/x
            - name: LOCAL_URL
              value: http://localhost:9901/x
          volumeMounts:
            - {name: scratch, mountPath: /scratch}
        - name: proxy
          image: envoyproxy/envoy:v1.30.0
          args: ["--admin-port=9901"]
          startupProbe: {tcpSocket: {port: 9901}}
      volumes:
        - name: scratch
          emptyDir: {medium: Memory, sizeLimit: 64Mi}
`;

/** Analyses by all rules. */
export const analyseHere: Analyse = (text) => analyse('service.yaml', text, { rules });

/** What is known of a text that was just opened. */
export function open(text: string): Snapshot {
  return new OpenFile(analyseHere).take(text);
}

/** Where a piece of a text begins, for a cursor in its first word: the piece stands there once. */
export function placeOf(text: string, piece: string): number {
  const at = text.indexOf(piece);
  if (at === -1 || text.indexOf(piece, at + 1) !== -1) throw new Error(`"${piece}" does not stand there once`);
  return at;
}

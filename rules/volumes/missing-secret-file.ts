import { template } from '../../src/examples.ts';
import {
  defineRule,
  folderOf,
  hasPlaceholder,
  means,
  quoteNames,
  say,
  setting,
  type Text,
  type VolumeMount,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'missing-secret-file',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['secret'], wholeText: true },
  summary: 'A container reads a file that its secret volume does not hold.',
  why: 'A secret volume holds the files that `items` lists, or one file named like the secret. It is read-only, and whatever the image had at the mount path is hidden. A program that opens another file there finds nothing, and Cloud Run logs `Could not open file at path … The path is in a mounted secrets volume, but the exact path does not correspond to any secret specified in the mount configuration`.',
  remedy: 'Write the name of the file as `path` of an item, or correct the path that the program is given.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://cloud.google.com/run/docs/troubleshooting',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            args: [--config=/etc/otelcol/config.yaml]
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^ The secret volume "collector-config" in "collector" has no file "/etc/otelcol/config.yaml", only "/etc/otelcol/config.yml".
            volumeMounts:
              - name: collector-config
                mountPath: /etc/otelcol
      #                    ~~~~~~~~~~~~ The volume is mounted here.
        volumes:
          - name: collector-config
            secret:
              secretName: collector-config
              items:
                - key: latest
                  path: config.yml
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: GOOGLE_APPLICATION_CREDENTIALS
                value: /secrets/key.json
      #                ^^^^^^^^^^^^^^^^^ The secret volume "key" has no file "/secrets/key.json", only "/secrets/shop-key".
            volumeMounts:
              - name: key
                mountPath: /secrets/
      #                    ~~~~~~~~~ The volume is mounted here.
        volumes:
          - name: key
            secret:
              secretName: shop-key
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: SETTINGS
                value: /etc/otelcol-shop/settings.json
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            args: [--config=file:/etc/otelcol/conf/config.yaml, --folder=/etc/otelcol/conf/]
            volumeMounts:
              - name: collector-config
                mountPath: /etc/otelcol
        volumes:
          - name: collector-config
            secret:
              secretName: collector-config
              items:
                - key: latest
                  path: conf/config.yaml
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: KEY_FILE
                value: /secrets/shop-key
              - name: OTHER_FILE
                value: "/secrets/%OTHER%"
              - name: PATTERN
                value: /secrets/*.json
            volumeMounts:
              - name: key
                mountPath: /secrets
        volumes:
          - name: key
            secret:
              secretName: shop-key
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            # Paths of URLs that begin as the folder does.
            args: [--route-prefix=/config/v1, --health-path, /config/health]
            env:
              - name: BASE_PATH
                value: /config/api
            volumeMounts:
              - name: config
                mountPath: /config
        volumes:
          - name: config
            secret:
              secretName: shop-config
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const contents = new Map<VolumeMount, Contents | undefined>();
      for (const { text, name = '' } of container.namedTexts) {
        for (const { path, start } of pathsIn(text.text ?? '')) {
          // The path of a URL is no file.
          if (means(start === 0 ? name : (text.text ?? '').slice(Math.max(0, start - 100), start), 'route')) continue;
          const mount = container.mountHolding(path.replace(/(?<![/.])[/.]+$/, ''));
          if (!mount) continue;
          if (!contents.has(mount)) contents.set(mount, contentsOf(mount));
          const held = contents.get(mount);
          if (!held || held.paths.has(path.replace(/(?<![/.])[/.]+$/, ''))) continue;
          yield {
            on: text.part(start, start + path.length),
            message: `The secret volume "${mount.volumeName}"${container.after('in')} has no file "${path}", only ${quoteNames(held.files)}.`,
            help: helpFor(path, mount, held),
            related: [{ on: mount.field.get('mountPath'), message: 'The volume is mounted here.' }],
          };
        }
      }
    }
  },
});

/** Absolute paths in a text, the first few: what is a pattern, or is completed by a shell or a template, is left out. */
function* pathsIn(text: string): Generator<{ readonly path: string; readonly start: number }> {
  if (text.length > 10_000) return;
  for (const { 0: path, index } of text.matchAll(/(?<![\w./$}%-])\/[\w./@%+-]+/g)) {
    const next = text[index + path.length] ?? '';
    if (!/[*?[{$<(\w./@%+-]/.test(next) && !hasPlaceholder(path)) yield { path, start: index };
  }
}

/** What a secret volume shows at its mount path. */
interface Contents {
  readonly files: readonly string[];
  /** The files and the folders that they lie in. */
  readonly paths: ReadonlySet<string>;
}

/** undefined where the mount shows no secret, or one of its files is unknown. */
function contentsOf({ volume, path = '/' }: VolumeMount): Contents | undefined {
  if (path === '/' || volume?.sources.length !== 1 || volume.sources[0] !== 'secret') return undefined;
  const files = volume.files?.map((file) => `${path}/${file}`);
  if (!files || files.some((file) => file.length > 4096)) return undefined;
  const paths = new Set([path]);
  for (const file of files) {
    for (let at = file; at.length > path.length; at = folderOf(at)) paths.add(at);
  }
  return { files, paths };
}

/** Which of the two to write: the name of the file, or another path. */
function helpFor(path: string, { path: folder = '' }: VolumeMount, { files }: Contents): Text {
  const other = files.length === 1 ? `"${files[0]}"` : 'another path';
  return say`Write ${setting('path', path.slice(folder.length + 1))} in the item of the volume, or ${other} here.`;
}

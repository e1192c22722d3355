/** A kind of text that can be made as long as one likes: a unit, as often as there is room, in a place of a file. */
export interface Kind {
  /** Tells it apart from the others. */
  readonly name: string;
  /** The file that it is in. */
  readonly path: string;
  /** The text with so many units at least. */
  readonly of: (length: number) => string;
}

/** A place of a file, with what stands before and behind it. */
interface Place {
  readonly path: string;
  readonly before: string;
  readonly behind: string;
}

const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n';
const toContainer = `${head}spec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: acme/shop:1\n`;
const sidecar = '        - name: proxy\n          image: acme/proxy:1\n';
const jsonHead =
  '{"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"shop"},"spec":{"template":{"spec":{"containers":[{"image":"acme/shop:1",';
const hclHead =
  'resource "google_cloud_run_v2_service" "shop" {\n  name = "shop"\n  location = "europe-west1"\n  template {\n    containers {\n      image = "acme/shop:1"\n';

const places: Readonly<Record<string, Place>> = {
  top: { path: 'service.yaml', before: head, behind: '' },
  args: { path: 'service.yaml', before: `${toContainer}          args: [`, behind: `]\n${sidecar}` },
  value: {
    path: 'service.yaml',
    before: `${toContainer}          env:\n            - name: A\n              value: "`,
    behind: `"\n${sidecar}`,
  },
  plain: { path: 'service.yaml', before: `${toContainer}          workingDir: a`, behind: `\n${sidecar}` },
  block: {
    path: 'service.yaml',
    before: `${toContainer}          args: [x]\n          command:\n            - |\n              `,
    behind: '\n',
  },
  annotation: {
    path: 'service.yaml',
    before: `${head}  annotations:\n    run.googleapis.com/container-dependencies: '`,
    behind: `'\n${toContainer.slice(head.length)}${sidecar}`,
  },
  json: { path: 'service.json', before: `${jsonHead}"args":[`, behind: ']}]}}}}' },
  hcl: { path: 'main.tf', before: '', behind: '' },
  'hcl block': { path: 'main.tf', before: hclHead, behind: '\n    }\n  }\n}\n' },
  'hcl list': { path: 'main.tf', before: `${hclHead}      args = [`, behind: ']\n    }\n  }\n}\n' },
  'hcl text': { path: 'main.tf', before: `${hclHead}      working_dir = "`, behind: '"\n    }\n  }\n}\n' },
  'hcl heredoc': { path: 'main.tf', before: `${hclHead}      args = [<<-EOT\n`, behind: '\nEOT\n]\n    }\n  }\n}\n' },
};

const yamlTokens: readonly string[] = [
  'a',
  'a: ',
  'a:\n',
  '- ',
  '? ',
  ':',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  ' #',
  ' ',
  '\n',
  '\n  ',
  '\n              ',
  '\t',
  '\r',
  '\r\n',
  '\u2028',
  '&a ',
  '*a ',
  '!t ',
  '| ',
  '>',
  '|\n',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<: ',
  '{{',
  '}}',
  '{{ x }}',
  '{% if %}',
  '${',
  '${X}',
  '$(X)',
  '$',
  '\\',
  '"a"',
  'a=',
  '--a=',
  '/',
  ':8080',
  'http://',
  '<%',
  '0',
  '.',
  '-',
  '_',
  '\ufeff',
  '\u00e9',
  'run.googleapis.com/',
  'name: a\n',
  'image: x\n',
  '""',
  "''",
  '#@',
  '&&',
  ';',
  '|',
];

const hclTokens: readonly string[] = [
  'a',
  'a = ',
  'a = 1\n',
  'a {\n',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  ',',
  '"',
  '"a"',
  '${',
  '%{',
  '${a}',
  '$${',
  '%{ if a }',
  '%{ endif }',
  '#',
  '//',
  '/*',
  '*/',
  '\n',
  ' ',
  '\t',
  '\r\n',
  '<<EOT\n',
  '<<-A\n',
  '\nEOT\n',
  'EOT',
  '?',
  ':',
  '::',
  '.',
  '...',
  '*',
  '-',
  '!',
  '==',
  '&&',
  '=>',
  'for a in b : ',
  '0',
  '1.',
  'e1',
  '\\',
  '\\n',
  '\u00e9',
  '$',
  '%',
  'resource "google_cloud_run_v2_service" "a" {}\n',
  'env {\n',
  'dynamic "env" {\n',
  'local.a',
  'var.a',
];

/** Pieces of manifests, by their number. */
const pieces: Readonly<Record<string, Place & { readonly unit: (i: number) => string }>> = {
  containers: {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) => `        - name: c${i}\n          image: acme/c${i}:1\n`,
  },
  'containers on one port': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) =>
      `        - { name: c${i}, image: nginx, args: [--port=8080], env: [{ name: PORT, value: "8080" }], ports: [{ containerPort: 8080 }] }\n`,
  },
  'containers with probes': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) =>
      `        - { name: c${i}, image: otel/opentelemetry-collector, startupProbe: { tcpSocket: { port: ${i} } }, livenessProbe: { httpGet: { path: / } } }\n`,
  },
  'containers with the same name': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: () => '        - name: app\n          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2\n',
  },
  'containers with volumes': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) =>
      `        - { name: c${i}, image: x, volumeMounts: [{ name: v, mountPath: /a/b/c${i} }, { name: v${i}, mountPath: /a }] }\n`,
  },
  variables: {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: sidecar,
    unit: (i) => `            - { name: V${i}, value: "localhost:${i}" }\n`,
  },
  'the same variables': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: sidecar,
    unit: () => '            - { name: DATABASE_URL, value: "postgres://u:p@127.0.0.1:5432/d" }\n',
  },
  'variables that name others': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: sidecar,
    unit: (i) => `            - { name: V${i}, value: "$(V${i + 1})" }\n`,
  },
  'secret variables': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: sidecar,
    unit: (i) => `            - { name: API_KEY_${i}, value: sk_live_${i}aB3dE5fG7hJ9kL1mN3pQ5rS7 }\n`,
  },
  'one long variable': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n            - { name: SECRET_KEY, value: "`,
    behind: `" }\n${sidecar}`,
    unit: (i) => `${i}abc`,
  },
  'variables from a secret': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: sidecar,
    unit: (i) => `            - { name: V${i}, valueFrom: { secretKeyRef: { name: s${i}, key: latest } } }\n`,
  },
  arguments: {
    path: 'service.yaml',
    before: `${toContainer}          args:\n`,
    behind: sidecar,
    unit: (i) => `            - --flag${i}=http://localhost:${i}/\n`,
  },
  'arguments of a proxy': {
    path: 'service.yaml',
    before: `${toContainer}        - image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2\n          args:\n`,
    behind: '',
    unit: (i) => `            - "--port=${i}"\n            - a:b:c${i}\n`,
  },
  'words of a script': {
    path: 'service.yaml',
    before: `${toContainer}          command: [sh, -c]\n          args:\n            - |\n`,
    behind: '\n',
    unit: (i) => `              export A${i}=$B && exec ./run --port $PORT ${i} & \n`,
  },
  annotations: {
    path: 'service.yaml',
    before: `${head}  annotations:\n`,
    behind: toContainer.slice(head.length),
    unit: (i) => `    run.googleapis.com/x${i}: "x"\n`,
  },
  'the same annotations': {
    path: 'service.yaml',
    before: `${head}  annotations:\n`,
    behind: toContainer.slice(head.length),
    unit: () => '    run.googleapis.com/ingress: "al"\n',
  },
  labels: {
    path: 'service.yaml',
    before: `${head}  labels:\n`,
    behind: toContainer.slice(head.length),
    unit: (i) => `    A${i}: "X Y"\n`,
  },
  documents: { path: 'service.yaml', before: '', behind: '', unit: () => `---\n${toContainer}` },
  'documents with parts': {
    path: 'service.yaml',
    before: '',
    behind: '',
    unit: () =>
      `---\n${toContainer}          ports: [{ containerPort: 99999 }]\n          env: [{ name: PORT, value: a }]\n${sidecar}`,
  },
  comments: {
    path: 'service.yaml',
    before: head,
    behind: toContainer.slice(head.length),
    unit: (i) => `# comment ${i}\n`,
  },
  'comments that silence': {
    path: 'service.yaml',
    before: head,
    behind: toContainer.slice(head.length),
    unit: (i) => `# cloudrun-lint-disable-next-line no-such-rule${i}\n`,
  },
  'comments that silence what is there': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: '',
    unit: (i) => `            - { name: "V ${i}", value: 1 } # cloudrun-lint-disable-line\n`,
  },
  'comments that disable and enable': {
    path: 'service.yaml',
    before: head,
    behind: toContainer.slice(head.length),
    unit: () => '# cloudrun-lint-disable\n# cloudrun-lint-enable invalid-cpu, invalid-memory\n',
  },
  aliases: { path: 'service.yaml', before: `${head}x: &x { a: b }\ny:\n`, behind: '', unit: () => '  - *x\n' },
  anchors: {
    path: 'service.yaml',
    before: `${head}y:\n`,
    behind: '',
    unit: (i) => `  - &a${i} { b: *a${Math.max(0, i - 1)} }\n`,
  },
  merges: {
    path: 'service.yaml',
    before: `${head}x: &x { a: b }\ny:\n`,
    behind: '',
    unit: (i) => `  - { <<: *x, b: ${i} }\n`,
  },
  'one merge of all': {
    path: 'service.yaml',
    before: `${head}x: &x { a: b }\ny: { <<: [`,
    behind: '] }\n',
    unit: () => '*x, ',
  },
  'containers by alias': {
    path: 'service.yaml',
    before: `${head}x: &x { image: nginx, env: [{ name: A, value: "$(B)" }], ports: [{ containerPort: 8080 }] }\nspec:\n  template:\n    spec:\n      containers:\n`,
    behind: '',
    unit: () => '        - *x\n',
  },
  'block scalars': { path: 'service.yaml', before: `${head}x:\n`, behind: '', unit: (i) => `  - |\n    text ${i}\n` },
  'unknown fields': { path: 'service.yaml', before: toContainer, behind: '', unit: (i) => `          fieldd${i}: x\n` },
  'the same fields': { path: 'service.yaml', before: toContainer, behind: '', unit: () => '          image: x\n' },
  volumes: {
    path: 'service.yaml',
    before: `${toContainer}          volumeMounts: [{ name: v1, mountPath: /x }]\n      volumes:\n`,
    behind: '',
    unit: (i) => `        - { name: v${i}, emptyDir: { medium: Memory, sizeLimit: 1Gi } }\n`,
  },
  mounts: {
    path: 'service.yaml',
    before: `${toContainer}          volumeMounts:\n`,
    behind: '      volumes: [{ name: v, emptyDir: {} }]\n',
    unit: (i) => `            - { name: v${i}, mountPath: "/a/b${i}/c" }\n`,
  },
  traffic: {
    path: 'service.yaml',
    before: `${toContainer}  traffic:\n`,
    behind: '',
    unit: (i) => `    - { revisionName: shop-${i}, percent: 1, tag: t${i} }\n`,
  },
  'JSON of dependencies': {
    path: 'service.yaml',
    before: `${head}spec:\n  template:\n    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: '{`,
    behind: `"z":[]}'\n${toContainer.slice(head.length + 'spec:\n  template:\n'.length)}${sidecar}`,
    unit: (i) => `"c${i}":["c${i + 1}"],`,
  },
  'a circle of dependencies': {
    path: 'service.yaml',
    before: `${head}spec:\n  template:\n    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: '{`,
    behind: `"z":["app"]}'\n${toContainer.slice(head.length + 'spec:\n  template:\n'.length)}${sidecar}`,
    unit: (i) => `"c${i}":["c${(i * 7) % 997}", "c0"],`,
  },
  'JSON containers': {
    path: 'service.json',
    before: `${jsonHead}"name":"a"}`,
    behind: ']}}}}',
    unit: (i) => `,{"image":"nginx","name":"c${i}","env":[{"name":"A","value":1}]}`,
  },
  'JSON variables': {
    path: 'service.json',
    before: `${jsonHead}"env":[{"name":"A"}`,
    behind: ']}]}}}}',
    unit: (i) => `,{"name":"V${i}","value":"${i}"}`,
  },
  'pretty JSON': {
    path: 'service.json',
    before: `${jsonHead}"env":[{"name":"A"}`,
    behind: ']}]}}}}',
    unit: (i) => `,\n      {\n        "name": "V${i}",\n        "value": ${i}\n      }`,
  },
  'v2 containers': {
    path: 'service.json',
    before: '{"name":"projects/p/locations/l/services/s","template":{"containers":[{"image":"x"}',
    behind: ']}}',
    unit: (i) => `,{"image":"nginx","name":"c${i}","dependsOn":["c${i + 1}"],"env":[{"name":"A","value":1}]}`,
  },
  'Terraform resources': {
    path: 'main.tf',
    before: '',
    behind: '',
    unit: (i) => `${hclHead.replace('"shop"', `"s${i}"`)}    }\n  }\n}\n`,
  },
  'Terraform containers': {
    path: 'main.tf',
    before: `${hclHead}    }\n`,
    behind: '  }\n}\n',
    unit: (i) =>
      `    containers {\n      name = "c${i}"\n      image = "nginx"\n      depends_on = ["c${i + 1}"]\n    }\n`,
  },
  'Terraform variables': {
    path: 'main.tf',
    before: hclHead,
    behind: '    }\n  }\n}\n',
    unit: (i) => `      env {\n        name = "V${i}"\n        value = "x\${var.a}"\n      }\n`,
  },
  'Terraform locals': {
    path: 'main.tf',
    before: `${hclHead}      working_dir = local.a0\n    }\n  }\n}\nlocals {\n`,
    behind: '}\n',
    unit: (i) => `  a${i} = local.a${i + 1}\n`,
  },
  'Terraform locals that double': {
    path: 'main.tf',
    before: `${hclHead}      working_dir = local.a0\n    }\n  }\n}\nlocals {\n`,
    behind: '}\n',
    unit: (i) => `  a${i} = "\${local.a${i + 1}}\${local.a${i + 1}}"\n`,
  },
  'Terraform variables declared': {
    path: 'main.tf',
    before: `${hclHead}      working_dir = var.a0\n    }\n  }\n}\n`,
    behind: '',
    unit: (i) => `variable "a${i}" {\n  default = "b"\n}\n`,
  },
  'Terraform arguments': {
    path: 'main.tf',
    before: `${hclHead}      args = [\n`,
    behind: '      ]\n    }\n  }\n}\n',
    unit: (i) => `        "--port=${i}",\n`,
  },
  'Terraform dynamic': {
    path: 'main.tf',
    before: hclHead,
    behind: '    }\n  }\n}\n',
    unit: (i) =>
      `      dynamic "env" {\n        for_each = { A${i} = "b" }\n        content {\n          name = env.key\n          value = env.value\n        }\n      }\n`,
  },
  'Terraform for_each': {
    path: 'main.tf',
    before: `${hclHead}      dynamic "env" {\n        for_each = {\n`,
    behind:
      '        }\n        content {\n          name = env.key\n          value = env.value\n        }\n      }\n    }\n  }\n}\n',
    unit: (i) => `          A${i} = "b"\n`,
  },
  'Terraform operators': {
    path: 'main.tf',
    before: `${hclHead}      working_dir = a`,
    behind: '\n    }\n  }\n}\n',
    unit: () => ' + a',
  },
  'Terraform comments': {
    path: 'main.tf',
    before: hclHead,
    behind: '    }\n  }\n}\n',
    unit: (i) => `      # comment ${i}\n`,
  },
  'Terraform labels': {
    path: 'main.tf',
    before: `${hclHead}    }\n  }\n  labels = {\n`,
    behind: '  }\n}\n',
    unit: (i) => `    A${i} = "X"\n`,
  },
  'Terraform concat': {
    path: 'main.tf',
    before: `${hclHead}      args = concat([`,
    behind: '])\n    }\n  }\n}\n',
    unit: (i) => `"a${i}"], [`,
  },
  'Terraform brackets': {
    path: 'main.tf',
    before: `${hclHead}      args = [`,
    behind: ']\n    }\n  }\n}\n',
    unit: () => '[], ',
  },
  'Terraform modules': {
    path: 'main.tf',
    before: '',
    behind: '',
    unit: (i) =>
      `module "m${i}" {\n  source = "GoogleCloudPlatform/cloud-run/google//modules/v2"\n  service_name = "s"\n  containers = [{ container_image = "nginx" }]\n}\n`,
  },
  'template lines': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) => `          {{- if .x${i} }}\n          a${i}: b\n          {{- end }}\n`,
  },
  'lone CR': { path: 'service.yaml', before: head, behind: toContainer.slice(head.length), unit: (i) => `# a${i}\r` },
  'long lines': {
    path: 'service.yaml',
    before: `${toContainer}          env:\n`,
    behind: '',
    unit: (i) => `            - { name: V${i}, value: "${'x'.repeat(1000)}" }\n`,
  },
  'misspelt values': {
    path: 'service.yaml',
    before: toContainer,
    behind: '',
    unit: (i) =>
      `        - { name: "C ${i}", image: "A B", resources: { limits: { cpu: x${i}, memory: 1 } }, ports: [{ name: x, containerPort: 0 }] }\n`,
  },
};

/** Every kind: pieces of manifests, and pairs of tokens in every place. */
export function* kinds(): Generator<Kind> {
  for (const [name, { path, before, behind, unit }] of Object.entries(pieces)) {
    yield { name, path, of: (length) => filled(length, before, unit, behind) };
  }
  for (const [name, { path, before, behind }] of Object.entries(places)) {
    const tokens = path === 'main.tf' ? hclTokens : yamlTokens;
    for (const first of tokens) {
      for (const second of tokens) {
        const pair = first === second ? first : first + second;
        yield {
          name: `${name}: ${JSON.stringify(pair)}`,
          path,
          of: (length) => filled(length, before, () => pair, behind),
        };
      }
      // Enough of a word that the number of words is no limit.
      const long = first + 'x'.repeat(14);
      yield {
        name: `${name}: ${JSON.stringify(long)}`,
        path,
        of: (length) => filled(length, before, () => long, behind),
      };
    }
  }
}

function filled(length: number, before: string, unit: (i: number) => string, behind: string): string {
  const parts: string[] = [];
  let left = length - before.length - behind.length;
  for (let i = 0; left > 0; i++) {
    const next = unit(i);
    parts.push(next);
    left -= next.length;
  }
  return before + parts.join('') + behind;
}

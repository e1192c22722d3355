import * as assert from 'uvu/assert';
import { besideOf } from '../../src/beside/beside.ts';
import { secretLinesOf } from '../../src/beside/build/secrets.ts';
import { givenFiles } from '../../src/beside/given-files.ts';
import { linksOf } from '../../src/beside/links.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import type { Workload } from '../../src/model/workload.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

type Files = Readonly<Record<string, string>>;

function service(images: Readonly<Record<string, string>>, files: Files, folder = ''): Workload {
  const containers = Object.entries(images).map(
    ([name, image]) => `        - name: ${name}\n          image: "${image}"\n`,
  );
  const text = `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n${containers.join('')}`;
  const filesAround = () => givenFiles(files, folder);
  return new ManifestFile(new YamlSource('service.yaml', text), { explicit: true, target: 'cloud-run', filesAround })
    .workloads[0]!;
}

/** The Dockerfile of each container with its certainty; only those that have one. */
function links(
  images: Readonly<Record<string, string>>,
  files: Files,
  folder?: string,
): Readonly<Record<string, string>> {
  const workload = service(images, files, folder);
  return Object.fromEntries(
    workload.containers.flatMap((container) => {
      const link = linksOf(workload)?.of(container);
      return link ? [[container.name ?? '', `${link.path} ${link.certainty} ${link.because}`]] : [];
    }),
  );
}

const from = 'FROM nginx:1.27\n';
const host = 'europe-docker.pkg.dev/acme/shop';
const byName = "folder of the image's name";

suite('beside/links', (test) => {
  test('ties a folder that is called as the image', () => {
    const files = { 'edge/Dockerfile': from, 'Web/Dockerfile': from };
    assert.equal(links({ edge: `${host}/edge:1`, app: `${host}/web:1` }, files), {
      edge: `edge/Dockerfile 0.95 ${byName}`,
      app: `Web/Dockerfile 0.85 ${byName}`,
    });
  });

  test('ties nothing to one container alone', () => {
    const workload = service({ edge: `${host}/edge` }, { 'edge/Dockerfile': from });
    assert.is(linksOf(workload), undefined);
  });

  test('ties a published image to nothing, and one of another registry only by a build line', () => {
    const files = { 'nginx/Dockerfile': from, 'litellm/Dockerfile': from, 'hello/Dockerfile': from };
    const images = {
      nginx: 'nginx:1.27',
      litellm: 'ghcr.io/berriai/litellm:1',
      hello: 'us-docker.pkg.dev/cloudrun/container/hello',
    };
    assert.equal(links(images, files), {});
    const script = { 'build.sh': 'docker build -t ghcr.io/acme/edge ./edge\n', 'edge/Dockerfile': from };
    assert.equal(links({ edge: 'ghcr.io/acme/edge:2', b: 'b' }, script), {
      edge: 'edge/Dockerfile 0.95 built by build.sh',
    });
  });

  test('searches the manifest’s folder and below it first, then the folders above', () => {
    const files = { 'a/edge/Dockerfile': from, 'b/edge/Dockerfile': from };
    const images = { edge: `${host}/edge`, app: `${host}/app` };
    assert.equal(links(images, files, 'b'), { edge: `b/edge/Dockerfile 0.95 ${byName}` });
    assert.equal(links(images, files, 'c'), {});
    assert.equal(links(images, { 'c/other/Dockerfile': from, 'edge/Dockerfile': from }, 'c'), {});
  });

  test('ties a folder that is called as the container where the image is a placeholder', () => {
    const files = { 'edge/Dockerfile': from, 'collector/Dockerfile': 'FROM otel/opentelemetry-collector:0.120.0\n' };
    const images = { edge: '${EDGE_IMAGE}', collector: '%COLLECTOR%', app: `${host}/\${NAME}` };
    const doubtful = "0.7 folder of the container's name";
    assert.equal(links(images, files), {
      edge: `edge/Dockerfile ${doubtful}`,
      collector: `collector/Dockerfile ${doubtful}`,
    });
    const found = service(images, files).containers.map((container) => besideOf(container)?.link?.certainty);
    assert.equal(found, [undefined, 0.9, undefined]);
  });

  test('reads build lines of every tool', () => {
    const steps = (step: string) => `steps:\n  - ${step}\n`;
    const builders: Files = {
      'cloudbuild.yaml': steps(
        `name: gcr.io/cloud-builders/docker\n    args: [build, -t, '${host}/x:$SHORT_SHA', -f, img/Dockerfile, img]`,
      ),
      'deploy/cloudbuild.yaml': steps(
        `name: gcr.io/kaniko-project/executor\n    args: ['--destination=${host}/x', '--context=img']`,
      ),
      'cloudbuild-x.yaml': steps(
        `name: gcr.io/cloud-builders/docker\n    entrypoint: bash\n    args:\n      - -c\n      - |\n        docker build \\\n          -t $_HOST/x \\\n          img\nsubstitutions:\n  _HOST: ${host}`,
      ),
      'skaffold.yaml': `build:\n  artifacts:\n    - image: ${host}/x\n      context: img\n`,
      'compose.yaml': `services:\n  x:\n    image: ${host}/x\n    build: ./img\n`,
      Makefile: `IMAGE := ${host}/x\nimage:\n\t@docker buildx build --platform linux/amd64 -t $(IMAGE):latest img\n`,
      'build.sh': `cd img && gcloud builds submit --tag ${host}/x\n`,
      '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: img\n          tags: ${host}/x:1\n`,
    };
    for (const [path, text] of Object.entries(builders)) {
      const files = { [path]: text, 'img/Dockerfile': from, 'other/Dockerfile': from };
      const found = links({ a: `${host}/x:1`, b: 'b' }, files, path.startsWith('deploy') ? 'deploy' : '');
      assert.match(found.a ?? '', /^img\/Dockerfile 0\.95 built by /, path);
    }
  });

  test('follows another name, a variable, a folder in parentheses and another program', () => {
    const workflow = (step: string) =>
      `env: { REPO: '${host}' }\njobs:\n  a:\n    env: { NAME: x }\n    steps:\n${step}`;
    const builders: Files = {
      'tag.sh': `docker build -t web img\ndocker tag web:latest ${host}/x:1\n`,
      'steps/cloudbuild.yaml': `steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, web, /img]\n`,
      'cloudbuild.yaml': `steps:\n  - name: gcr.io/google.com/cloudsdktool/cloud-sdk\n    entrypoint: docker\n    args: [build, -t, '\${_IMAGE}', img]\nsubstitutions:\n  _IMAGE: '\${_REPO}/x'\n  _REPO: ${host}\n`,
      Makefile: `image:\n\t( cd img; docker build -t ${host}/x . )\n`,
      'up.sh': `(cd elsewhere)\ndocker build -t ${host}/x img\n`,
      'deploy/own.sh': `HERE="$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)"\ndocker build -t ${host}/x "$HERE/../img"\n`,
      'deploy/root.sh': `ROOT=$(git rev-parse --show-toplevel)\ncd "$ROOT/img"\nexport ROOT="$ROOT"\ndocker build -t ${host}/x .\n`,
      '.github/workflows/run.yml': workflow(
        `      - run: docker build -t \${{ env.REPO }}/$NAME:\${{ github.sha }} img\n`,
      ),
      '.github/workflows/action.yml': workflow(
        `      - uses: docker/build-push-action@v6\n        with: { context: img, tags: '\${{ env.REPO }}/\${{ env.NAME }}' }\n`,
      ),
    };
    for (const [path, text] of Object.entries(builders)) {
      const files = { [path]: text, 'img/Dockerfile': from, 'other/Dockerfile': from };
      const found = links({ a: `${host}/x:1`, b: 'b' }, files, path.startsWith('deploy') ? 'deploy' : '');
      if (path === 'steps/cloudbuild.yaml') assert.is(found.a, undefined);
      else assert.match(found.a ?? '', /^img\/Dockerfile 0\.95 built by /, path);
    }
  });

  test('goes by a variable that the manifest and the build have in common, if the build names the manifest', () => {
    const files = (script: string) => ({ 'build.sh': script, 'img/Dockerfile': from });
    const images = { a: '%WEB_IMAGE%', b: '${APP_IMAGE}:$TAG' };
    const build = 'docker build -t $WEB_IMAGE img\n';
    const deploy = 'sed s@%WEB_IMAGE%@$WEB_IMAGE@ service.yaml\n';
    assert.equal(links(images, files(`${build}${deploy}`)), { a: 'img/Dockerfile 0.85 built by build.sh' });
    assert.equal(
      links(
        images,
        files(`TAG=$(date)\nexport WEB_IMAGE=${host}/\${N}:$TAG\ndocker build -t ${host}/\${N}:$TAG img\n${deploy}`),
      ),
      {
        a: 'img/Dockerfile 0.85 built by build.sh',
      },
    );
    assert.equal(links(images, files(build)), {});
    assert.equal(links(images, files(`docker build -t $OTHER img\n${deploy}`)), {});
    assert.equal(links(images, files(build.concat('cat other-service.yaml my.service.yaml service.yamls\n'))), {});
    assert.equal(links({ a: '${HOST}/$WEB_IMAGE', b: 'b' }, files(`${build}${deploy}`)), {});
  });

  test('knows what is written in place of a mark', () => {
    const images = { a: '%WEB%', b: 'APP_IMAGE' };
    const tied = { a: 'img/Dockerfile 0.85 built by', b: 'app/Dockerfile 0.85 built by' };
    const builders: Files = {
      'build.sh': `TAG=${host}/x\ndocker build -t $TAG img\ndocker build -t ${host}/y app\nsed -i -e "s@%WEB%@\${TAG}@g" -e 's|APP_IMAGE|${host}/y|' service.yaml\n`,
      'cloudbuild.yaml': `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, '\${_X}', img]
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, ${host}/y, app]
  - name: ubuntu
    env: ['APP_IMAGE=${host}/y', 'XX=\${_X}']
    script: |
      sed -i s@%WEB%@\${XX}@g service.yaml
substitutions: { _X: ${host}/x }
`,
    };
    for (const [path, text] of Object.entries(builders)) {
      const found = links(images, { [path]: text, 'img/Dockerfile': from, 'app/Dockerfile': from });
      for (const name of ['a', 'b'] as const) assert.ok(found[name]?.startsWith(tied[name]), `${path} ${name}`);
    }
    const workflow = `env: { IMAGE: ${host}/x }
jobs:
  a:
    steps:
      - run: docker build -t $IMAGE:\${{ github.sha }} img
      - run: |
          docker build -t ${host}/y app
          echo "APP_IMAGE=${host}/y" >> "$GITHUB_ENV"
      - run: sed "s|%WEB%|$IMAGE:\${{ github.sha }}|" service.yaml | gcloud run services replace -
`;
    const files = { '.github/workflows/a.yml': workflow, 'img/Dockerfile': from, 'app/Dockerfile': from };
    const deployed = links(images, files);
    for (const name of ['a', 'b'] as const) assert.ok(deployed[name]?.startsWith(tied[name]), name);
    const twice =
      'docker build -t one img\ndocker build -t two app\nsed s/%WEB%/one/ service.yaml\nsed s/%WEB%/two/ service.yaml\n';
    assert.equal(links(images, { 'build.sh': twice, 'img/Dockerfile': from, 'app/Dockerfile': from }), {});
  });

  test('ties nothing where build lines or signals disagree, or a context lies elsewhere', () => {
    const images = { a: `${host}/x`, b: 'b' };
    const both = { 'one/Dockerfile': from, 'two/Dockerfile': from, 'x/Dockerfile': from };
    const build = (...lines: string[]) => ({
      ...both,
      'build.sh': lines.map((line) => `docker build -t ${host}/x ${line}\n`).join(''),
    });
    assert.equal(links(images, build('one', 'two')), {});
    assert.equal(links(images, build('one')), {});
    assert.equal(links(images, build('/tmp/x')), {});
    assert.equal(links(images, build('../x')), {});
    assert.equal(links(images, build('x')), { a: 'x/Dockerfile 0.95 built by build.sh' });
  });

  test('takes a tag for the image only where nothing tells them apart', () => {
    const tied = (tag: string, image: string) =>
      links({ a: image, b: 'b' }, { 'build.sh': `docker build -t ${tag} img\n`, 'img/Dockerfile': from }).a?.split(
        ' ',
      )[1];
    assert.is(tied('gcr.io/$PROJECT/x', 'gcr.io/acme/x:1'), '0.95');
    assert.is(tied('$HOST/$PROJECT/x', '${HOST}/${P}/x:1'), '0.85');
    assert.is(tied('gcr.io/acme/shop/x', '${REGISTRY}/x:1'), '0.85');
    assert.is(tied('$REGISTRY/x', 'gcr.io/acme/shop/x:1'), '0.85');
    assert.is(tied('gcr.io/acme/shop/x', 'gcr.io/x'), undefined);
    assert.is(tied('gcr.io/acme/$NAME', 'gcr.io/acme/x'), undefined);
    assert.is(tied('gcr.io/acme/y', 'gcr.io/acme/x'), undefined);
    assert.is(tied('gcr.io/other/x', 'gcr.io/acme/x'), undefined);
    assert.is(tied('acme/x', 'gcr.io/acme/x'), undefined);
  });

  test('reads which file a command puts into a secret', () => {
    const read = (text: string) =>
      [...secretLinesOf(text, 'deploy/setup.sh')].map(({ secret, file }) => [secret, file]);
    assert.equal(read('gcloud secrets create conf --data-file=edge.conf\n'), [['conf', 'edge.conf']]);
    assert.equal(read('cat a.conf | gcloud secrets versions add conf --data-file=-\n'), [['conf', 'a.conf']]);
    const here = 'HERE=$(cd "$(dirname "$0")" && pwd)\nFILE="$HERE/edge.conf"\nNAME=conf\n';
    assert.equal(read(`${here}gcloud secrets create "$NAME" \\\n  --data-file="$FILE"\n`), [
      ['conf', '//deploy/edge.conf'],
    ]);
    assert.equal(read('gcloud secrets create conf --data-file=$FILE\n'), []);
    assert.equal(read('gcloud secrets create conf-$ENV --data-file=edge.conf\n'), []);
  });

  test('passes over files that are made to multiply', () => {
    const found = (lines: readonly string[]) =>
      links({ a: `${host}/x`, b: 'b' }, { 'build.sh': `${lines.join('\n')}\n`, 'img/Dockerfile': from }).a;
    const build = `docker build -t ${host}/x img`;
    assert.ok(found(Array(400).fill(build)));
    assert.is(found(Array(600).fill(build)), undefined);
    const again = (count: number) => [...Array(count).fill('docker build -t y img'), `docker tag y ${host}/x`];
    assert.ok(found(again(4)));
    assert.is(found(again(5)), undefined);
    const holds = (count: number) => [
      ...Array.from({ length: count }, (_, at) => `V${at}=v`),
      `T=${host}/x`,
      'docker build -t $T img',
    ];
    assert.ok(found(holds(190)));
    assert.is(found(holds(300)), undefined);
    assert.is(found([`T=${host}/${'x'.repeat(300)}`, 'docker build -t $T img']), undefined);
  });

  test('reads no more than its bounds, and then concludes nothing of names', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}/a.txt`, '']));
    const images = { edge: `${host}/edge`, b: 'b' };
    assert.equal(links(images, { ...many, 'edge/Dockerfile': from }), {});
    assert.equal(links(images, { 'node_modules/edge/Dockerfile': from, '.x/edge/Dockerfile': from }), {});
  });

  test('reads no more for all workloads of a manifest than for some', () => {
    const one = `---\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - { name: edge, image: "${host}/edge:1" }\n        - { name: app, image: "${host}/app:1" }\n`;
    const filesAround = () => givenFiles({ 'edge/Dockerfile': from, Makefile: '#'.repeat(100_000) }, '');
    const options = { explicit: true, target: 'cloud-run', filesAround } as const;
    const { workloads } = new ManifestFile(new YamlSource('service.yaml', one.repeat(60)), options);
    const linked = workloads.map((workload) => linksOf(workload)?.of(workload.containers[0]!) !== undefined);
    assert.equal(linked.slice(0, 30), Array(30).fill(true));
    assert.equal(linked.slice(50), Array(10).fill(false));
    assert.ok(linksOf(workloads[59]!)!.files.isExhausted);
  });
});

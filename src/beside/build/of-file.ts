import { groupBy } from '../../group-by.ts';
import { onceEach } from '../../once.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { Field } from '../../tree/field.ts';
import type { Placed } from '../../tree/place.ts';
import type { SourceText } from '../../tree/source-text.ts';
import { YamlSource } from '../../yaml/source.ts';
import type { BuildLine, ImageLine } from './build-line.ts';
import { buildLine, buildLinesOfShell, imageLinesOfWords, withVariables } from './commands.ts';
import { fillIn, mostValues, replacementsOf, type Values } from './shell-values.ts';

/** A value of a YAML file that no schema describes. */
type Open = Field<{ readonly [key: string]: unknown }>;

/** The names of files that say how images are built, by what reads them. */
const readers: readonly (readonly [
  pattern: RegExp,
  read: (source: SourceText, folders: Folders) => Generator<ImageLine>,
])[] = [
  [/^cloudbuild[\w.-]*\.ya?ml$/i, ofCloudBuild],
  [/^skaffold\.ya?ml$/, ofSkaffold],
  [/^(?:docker-)?compose[\w.-]*\.ya?ml$/, ofCompose],
  [/^(?:GNUm|[Mm])akefile$/, ofMakefile],
  [/\.(?:sh|bash)$/, ofScript],
];

/** The folders that relative paths may count from: the file's own, and the root of the repository. */
type Folders = readonly string[];

/** Whether the file of this name may say how an image is built. */
export function mayHoldBuildLines(name: string): boolean {
  return readers.some(([pattern]) => pattern.test(name));
}

/** The build lines of a file; [] where it has none or cannot be read. Its path counts from the root. */
export function buildLinesOf(source: SourceText, path: string): readonly BuildLine[] {
  return read(source, path);
}

const read = onceEach((source: SourceText, path?: string): readonly BuildLine[] => {
  const lines: ImageLine[] = [];
  for (const line of readLines(source, path)) {
    lines.push(line);
    // No file that people write builds so much.
    if (lines.length > mostLines) return [];
  }
  const built = lines.flatMap((line) => ('of' in line ? [] : line));
  const byName = groupBy(built, ({ image }) => withoutLatest(image));
  const named = lines.flatMap((line) => {
    const same = 'of' in line ? (byName.get(withoutLatest(line.of)) ?? []) : [];
    // What is built again and again under one name is no one thing.
    return same.length > mostBuilt ? [] : same.map((other) => ({ ...other, image: line.image }));
  });
  return [...built, ...named];
});

/** A file that builds more images than this is passed over. */
const mostLines = 500;
/** No name that a file gives to more images than this is followed to another one. */
const mostBuilt = 4;

function withoutLatest(image: string): string {
  return image.replace(/:latest$/, '');
}

function readLines(source: SourceText, path?: string): Iterable<ImageLine> {
  if (!/\b(?:builds?|bud|kaniko|artifacts|image)\b/.test(source.text)) return [];
  const folder = folderOf(path ?? '');
  const folders = [...new Set([folder, ''])];
  if (folder === '.github/workflows') return ofWorkflow(source, ['']);
  const reader = readers.find(([pattern]) => pattern.test(baseName(path ?? '')));
  return reader ? reader[1](source, folders) : [];
}

function* ofCloudBuild(source: SourceText, folders: Folders): Generator<ImageLine> {
  for (const root of documentsOf(source.path, source.text)) {
    const steps = root.get('steps').items as readonly Open[];
    const values: Values = new Map([
      ...replacementsOf(source.text),
      ...steps.flatMap(environmentOfStep).slice(0, mostValues),
      ...textsOf(root.get('substitutions') as Open),
    ]);
    yield* withVariables(ofSteps(steps, folders, values), values);
  }
}

function* ofSteps(steps: readonly Open[], folders: Folders, values: Values): Generator<ImageLine> {
  for (const step of steps) yield* ofStep(step, folders, values);
}

function* ofStep(step: Open, folders: Folders, values: Values): Generator<ImageLine> {
  const fill = (text = ''): string => fillIn(text, values);
  const dir = fill(step.get('dir').text);
  const from = dir === '' ? folders : folders.map((folder) => `${folder}/${dir}`);
  const words = (step.get('args').items as readonly Open[]).map(({ text }) => fill(text));
  const image = fill(step.get('name').text);
  const entrypoint = step.get('entrypoint').text;
  const on = step.get('args');
  if (/kaniko/.test(image)) yield* ofKaniko(words, from, on);
  else if (/^(?:bash|sh|\/bin\/(?:ba)?sh)$/.test(entrypoint ?? ''))
    yield* buildLinesOfShell(words.at(-1) ?? '', from, on);
  else {
    const [, program = ''] = /(?:^|\/)(docker|gcloud|cloud-sdk)(?:$|[:@])/.exec(image) ?? [];
    yield* imageLinesOfWords([entrypoint ?? program.replace('cloud-sdk', 'gcloud'), ...words], from, on);
  }
  const script = step.get('script');
  if (script.text !== undefined) yield* buildLinesOfShell(fill(script.text), from, script);
}

/** What a step sets for its program: `env: [IMAGE=web]`. */
function environmentOfStep(step: Open): readonly (readonly [string, string])[] {
  return (step.get('env').items as readonly Open[]).flatMap(({ text = '' }) => {
    const equals = text.indexOf('=');
    return equals > 0 ? [[text.slice(0, equals), text.slice(equals + 1)] as const] : [];
  });
}

/** A map's entries that are texts. */
function textsOf(map: Open): ReadonlyMap<string, string | undefined> {
  return new Map(map.entries.slice(0, mostValues).map(([name, field]) => [name, (field as Open).text]));
}

function* ofKaniko(words: readonly string[], folders: Folders, on: Placed): Generator<BuildLine> {
  const values = (flag: string) =>
    words.flatMap((word) => (word.startsWith(`${flag}=`) ? word.slice(flag.length + 1) : []));
  const [context = '.'] = values('--context').map((text) => text.replace(/^(?:dir:\/\/)?\/workspace\/?/, './'));
  const [dockerfile] = values('--dockerfile');
  const tags = values('--destination').flatMap((tag) => ['-t', tag]);
  const file = dockerfile === undefined ? [] : ['-f', dockerfile];
  for (const line of buildLine([...tags, ...file, context], folders, on, 'context')) yield { ...line, inContext: true };
}

/** https://skaffold.dev/docs/references/yaml/ */
function* ofSkaffold(source: SourceText, [folder = '']: Folders): Generator<BuildLine> {
  for (const root of documentsOf(source.path, source.text)) {
    for (const artifact of root.get('build' as never).get('artifacts' as never).items as readonly Open[]) {
      const image = artifact.get('image').text;
      // Without Docker it is a buildpack's, or another tool's.
      const others = ['buildpacks', 'jib', 'ko', 'bazel', 'custom'].some((tool) => artifact.get(tool).exists);
      if (image === undefined || others) continue;
      const docker = (artifact.get('docker').exists ? artifact.get('docker') : artifact.get('kaniko')) as Open;
      const context = artifact.get('context').text ?? '.';
      const target = docker.get('target').text;
      const dockerfile = docker.get('dockerfile').text ?? 'Dockerfile';
      yield { image, context, dockerfile, inContext: true, target, folders: [folder], on: artifact.get('image') };
    }
  }
}

/** https://docs.docker.com/reference/compose-file/build/ */
function* ofCompose(source: SourceText, [folder = '']: Folders): Generator<BuildLine> {
  for (const root of documentsOf(source.path, source.text)) {
    for (const [, service] of root.get('services').entries as readonly (readonly [string, Open])[]) {
      const build = service.get('build') as Open;
      const image = service.get('image').text;
      const context = build.text ?? build.get('context').text ?? (build.isMap ? '.' : undefined);
      if (image === undefined || context === undefined || build.get('dockerfile_inline').exists) continue;
      const dockerfile = build.get('dockerfile').text;
      const target = build.get('target').text;
      yield { image, context, dockerfile, inContext: true, target, folders: [folder], on: service.get('image') };
    }
  }
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
function* ofWorkflow(source: SourceText, folders: Folders): Generator<ImageLine> {
  const text = withoutExpressions(source.text);
  const marks = replacementsOf(text);
  for (const root of documentsOf(source.path, text)) {
    for (const [, job] of root.get('jobs').entries as readonly (readonly [string, Open])[]) {
      const usual = job
        .get('defaults')
        .get('run' as never)
        .get('working-directory' as never) as Open;
      for (const step of job.get('steps').items as readonly Open[]) {
        const dir = step.get('working-directory').text ?? usual.text ?? '';
        const values = new Map([...marks, ...environmentOf([root, job, step])]);
        const script = step.get('run');
        if (script.text !== undefined) yield* buildLinesOfShell(script.text, [dir], script, true, values);
        if (/^docker\/build-push-action@/.test(step.get('uses').text ?? ''))
          yield* withVariables(ofAction(step.get('with') as Open, folders, values), values);
      }
    }
  }
}

/** The variables that hold for a step, of those around it the nearest. */
function environmentOf(around: readonly Open[]): Values {
  return new Map(around.flatMap((place) => [...textsOf(place.get('env') as Open)]));
}

/** A text with what stands in `${{ }}` as a shell would write it, and without blanks. Its lines stay. */
function withoutExpressions(text: string): string {
  return text.replace(/\$\{\{([^{}\n]*)\}\}/g, (_, inner: string) => {
    return `\${${inner
      .trim()
      .replace(/^env\./, '')
      .replace(/\W+/g, '_')}}`;
  });
}

/** https://github.com/docker/build-push-action */
function* ofAction(given: Open, folders: Folders, values: Values): Generator<BuildLine> {
  const textOf = (name: string): string | undefined => {
    const { text } = given.get(name);
    return text && fillIn(text, values);
  };
  const words = (textOf('tags')?.split(/[\n,]/) ?? []).flatMap((tag) => (tag.trim() === '' ? [] : ['-t', tag.trim()]));
  const dockerfile = textOf('file');
  const target = textOf('target');
  if (dockerfile !== undefined) words.push('-f', dockerfile);
  if (target !== undefined) words.push('--target', target);
  yield* buildLine([...words, textOf('context') ?? '.'], folders, given.get('tags'), 'context');
}

function* ofMakefile(source: SourceText, folders: Folders): Generator<ImageLine> {
  yield* buildLinesOfShell(source.text, folders, wholeOf(source), false);
}

function* ofScript(source: SourceText, folders: Folders): Generator<ImageLine> {
  yield* buildLinesOfShell(source.text, folders, wholeOf(source));
}

function wholeOf(source: SourceText): Placed {
  return { source, span: { start: 0, end: 0 }, path: [], stablePath: [] };
}

function documentsOf(path: string, text: string): readonly Open[] {
  return new YamlSource(path, text).documents.flatMap((document) =>
    document.problem ? [] : [Field.root(document) as Open],
  );
}

import { type Commented, commentedOf } from './beside/comments.ts';
import { linksOf } from './beside/links.ts';
import { withBriefTexts } from './brief.ts';
import type { UserProduct } from './catalogue/user-product.ts';
import { compareDiagnostics, type Diagnostic, withoutTwins } from './diagnostic.ts';
import { mayConcernUs, sourceOf } from './dialect/source-of.ts';
import { instanceOf } from './instance/instance.ts';
import { ManifestFile } from './model/manifest-file.ts';
import { mayBeCloudRun } from './model/recognise.ts';
import type { Deployer, FilesAround, Target } from './model/surroundings.ts';
import { applyIgnores, type KnownRules, namesOf } from './policy/ignore.ts';
import { applyIgnoresElsewhere } from './policy/ignore-elsewhere.ts';
import { applyOverrides, type CompiledOverride } from './policy/overrides.ts';
import type { Rule } from './rule.ts';
import { runRules } from './run-rules.ts';
import { type Secrets, secretsBeside, secretsIn } from './secrecy.ts';
import type { Timing } from './timing.ts';
import type { SourceText } from './tree/source-text.ts';

/** What the caller has decided before a text is linted. */
export interface LintOptions {
  /** The rules to run. */
  readonly rules: readonly Rule[];
  /** True if a person named this very file: then a document that is not Cloud Run's may be explained. */
  readonly explicit?: boolean;
  /** `cloud-run` lints services too that are meant for Knative on a cluster; `auto`, the default, leaves them alone. */
  readonly target?: Target;
  /** Who deploys the file, as far as others beside it tell; gcloud where nobody says. */
  readonly deployer?: () => Deployer;
  /** Whether kustomize lays the file over another, so that it is a piece of a manifest; asked where a part is missing. */
  readonly isPatch?: () => boolean;
  /** The texts of the other Terraform files of the folder; asked where something hangs on them. */
  readonly moduleFiles?: () => readonly string[];
  /** The files of the repository; asked only for workloads with several containers. */
  readonly filesAround?: () => FilesAround | undefined;
  /** False: comments silence nothing, so that everything is seen. */
  readonly ignoreComments?: boolean;
  /** All rules by the names that comments may have for them, where some are not run. */
  readonly knownRules?: KnownRules;
  /** Rules that no comment may silence. */
  readonly locked?: ReadonlySet<string>;
  /** What the team says of its own images. */
  readonly userProducts?: readonly UserProduct[];
  /** Other severities for parts of this file. */
  readonly overrides?: readonly CompiledOverride[];
  /** Other severities for a file beside this one, by the name that findings give it; none where nobody says. */
  readonly overridesAt?: (path: string) => readonly CompiledOverride[];
  /** Those of `rules` that run for the sake of an override alone. */
  readonly off?: ReadonlySet<string>;
  /** Told where the time goes, if somebody asks. */
  readonly timing?: Timing;
}

/** What came of one text. */
export interface LintResult {
  /** Sorted, without twins. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many Cloud Run objects it holds; 0 where it was not even parsed. */
  readonly resources: number;
  /** What nothing that shows the text may show; undefined where there is none, or nothing was found to show. */
  readonly secrets: Secrets | undefined;
}

/** What came of one text, and what was read on the way, for whoever asks more of it than findings. */
export interface Analysis {
  /** The parsed text and its model; undefined where nothing of Cloud Run is in the text, so that it was not parsed. */
  readonly file: ManifestFile | undefined;
  /** Sorted, without twins. Offsets count behind a byte order mark, see `markBefore`. */
  readonly diagnostics: readonly Diagnostic[];
  /** As in `LintResult`. */
  readonly secrets: Secrets | undefined;
}

/** Lints one text. Pure and synchronous; never throws, whatever the text. */
export function lint(path: string, text: string, options: LintOptions): LintResult {
  const { file, diagnostics, secrets } = analyse(path, text, options);
  return { diagnostics, resources: file?.workloads.length ?? 0, secrets };
}

/** As `lint`, and keeps what it has read: an editor asks for names, symbols and completions of the same text. */
export function analyse(path: string, text: string, options: LintOptions): Analysis {
  if (!options.explicit && !mayConcernUs(path, text, mayBeCloudRun)) {
    return { file: undefined, diagnostics: [], secrets: undefined };
  }
  const { timing } = options;
  const began = timing?.now() ?? 0;
  const file = new ManifestFile(sourceOf(path, text, options.moduleFiles), {
    explicit: options.explicit ?? false,
    target: options.target ?? 'auto',
    ...(options.deployer && { deployer: options.deployer }),
    ...(options.isPatch && { isPatch: options.isPatch }),
    filesAround: options.filesAround,
  });
  timing?.step('parse', began);
  for (const workload of options.userProducts ? file.workloads : []) instanceOf(workload, options.userProducts);
  const found = runRules(options.rules, file, timing);
  const ran = timing?.now() ?? 0;
  const judged = decide(file, withoutTwins(found.sort(compareDiagnostics)), options);
  const sorted = withoutTwins([...judged].sort(compareDiagnostics));
  const secrets = sorted.length > 0 ? secretsIn(file) : undefined;
  const own = secrets ? sorted.map((diagnostic) => secrets.concealIn(diagnostic)) : sorted;
  // Behind the secrets: half of one is not found.
  const diagnostics = concealBeside(file, own).map(withBriefTexts);
  timing?.step('judge', ran);
  return { file, diagnostics, secrets };
}

/** What the team has decided on what was found: by comments in the file, then by its configuration. */
function decide(file: ManifestFile, found: readonly Diagnostic[], options: LintOptions): readonly Diagnostic[] {
  const { ignoreComments = true, overrides = [], off = new Set(), overridesAt } = options;
  const elsewhere = found.some(({ about }) => about !== undefined);
  let judged = ignoreComments ? applyIgnores(file, found, options) : found;
  if (elsewhere && ignoreComments) {
    const { rules, knownRules = namesOf(rules), locked } = options;
    judged = applyIgnoresElsewhere(judged, (path) => commentedIn(file, path), { knownRules, locked });
  }
  judged = applyOverrides(judged, overrides, off);
  if (!elsewhere || !overridesAt) return judged;
  return judged.flatMap((diagnostic) => {
    return diagnostic.about ? applyOverrides([diagnostic], overridesAt(diagnostic.path), new Set()) : [diagnostic];
  });
}

/** What was found, without the secrets of files beside the manifest that it speaks of. */
function concealBeside(file: ManifestFile, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, Secrets | undefined>();
  const secretsAt = (path: string): Secrets | undefined => {
    if (!known.has(path)) {
      const source = besideAt(file, path);
      known.set(path, source && secretsBeside(source.text));
    }
    return known.get(path);
  };
  return found.map((diagnostic) => {
    const paths = new Set([diagnostic.path, ...diagnostic.related.flatMap(({ path }) => path ?? [])]);
    paths.delete(file.source.path);
    let said = diagnostic;
    for (const path of paths) said = secretsAt(path)?.concealIn(said) ?? said;
    return said;
  });
}

/** A file that was read beside the manifest, with its comments. */
function commentedIn(file: ManifestFile, path: string): Commented | undefined {
  const source = besideAt(file, path);
  return source && commentedOf(source);
}

/** A file that was read beside the manifest. */
function besideAt({ workloads }: ManifestFile, path: string): SourceText | undefined {
  for (const workload of workloads) {
    const source = linksOf(workload)?.files.named(path);
    if (source) return source;
  }
  return undefined;
}

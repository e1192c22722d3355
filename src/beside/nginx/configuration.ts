import { globTest } from '../../text/glob.ts';
import type { Setup } from '../configuration.ts';
import type { ConfigFile, Configuration, Defect, OpenedPort } from '../facts.ts';
import type { ImageFiles } from '../image-files.ts';
import { namedFiles } from '../named-files.ts';
import { defectsIn, variablesOf } from './defects.ts';
import { fillWith } from './fill.ts';
import { type Directive, parseNginx } from './parse.ts';
import { readNginx } from './read.ts';

const folder = '/etc/nginx';
const parts = '/etc/nginx/conf.d';
const templates = '/etc/nginx/templates';

/** Files of the image that hold no server: https://github.com/nginx/nginx/tree/master/conf. */
const withoutServer =
  /^(?:\/etc\/nginx\/)?(?:mime\.types|fastcgi_params|fastcgi\.conf|uwsgi_params|scgi_params|proxy_params|koi-utf|koi-win|win-utf|modules-enabled\/.*|\/usr\/share\/nginx\/modules\/.*)$/;

/** What nginx of the official images reads: its main file, the parts that this includes, and the templates of parts. */
export function nginxConfiguration(setup: Setup, id: string): Configuration | undefined {
  const { commandLine, isMounted } = setup;
  const words = commandLine.programWords.map(({ text }) => text);
  const main = namedFiles(id, commandLine).at(-1)?.path ?? `${folder}/nginx.conf`;
  if (!/^(?:nginx(?:-debug)?|docker-entrypoint\.sh|)$/.test(commandLine.program) && !words[0]?.startsWith('-'))
    return undefined;
  const image = setup.filesIn([folder, parts, templates, '/docker-entrypoint.d']);
  if (isMounted(folder) || image.mayDiffer(main) || image.mayDiffer(parts) || image.mayDiffer(templates))
    return undefined;
  // Scripts there run before nginx, as do templates by a script of the image.
  if ([...image.copied.keys()].some((path) => path.startsWith('/docker-entrypoint.d/'))) return undefined;
  const own = new Reading(setup, image, id === 'nginx-unprivileged' ? 8080 : 80);
  return own.read(main);
}

/** Follows the files of one container. */
class Reading {
  readonly #setup: Setup;
  readonly #image: ImageFiles;
  readonly #stockPort: number;
  readonly #files: ConfigFile[] = [];
  readonly #defects: Defect[] = [];
  #isWhole = true;
  #hasStockServer = false;
  readonly #templates: ReadonlyMap<string, ConfigFile>;

  constructor(setup: Setup, image: ImageFiles, stockPort: number) {
    this.#setup = setup;
    this.#image = image;
    this.#stockPort = stockPort;
    const rendered = [...image.copied.values()].flatMap((file) => {
      const name = file.at.startsWith(`${templates}/`) ? file.at.slice(templates.length + 1) : '';
      return name.endsWith('.template') ? [[`${parts}/${name.replace(/\.template$/, '')}`, file] as const] : [];
    });
    this.#templates = new Map(rendered);
  }

  read(main: string): Configuration | undefined {
    const { variableOf, base, build } = this.#setup;
    if (
      this.#templates.size > 0 &&
      [...this.#setup.build.env.keys()].some((name) => name.startsWith('NGINX_ENVSUBST_'))
    )
      return undefined;
    if (
      this.#templates.size > 0 &&
      this.#setup.container.env.some(({ name = '' }) => name.startsWith('NGINX_ENVSUBST_'))
    )
      return undefined;
    const own = this.#image.copied.get(main);
    if (!own && main !== `${folder}/nginx.conf`) return undefined;
    const directives = own ? this.#open(own, 0) : this.#include(`${parts}/*.conf`, 0);
    const variables = variablesOf(directives);
    for (const file of this.#files) {
      const isTemplate = file.at.startsWith(`${templates}/`);
      for (const defect of defectsIn(file, {
        isTemplate,
        isMain: file === own,
        variables,
        variableOf,
        setup: this.#setup,
      }))
        this.#defects.push(defect);
    }
    const usual = this.#stockPort === 8080 ? 8000 : 80;
    const { opened, called } = readNginx(directives, usual, this.#isWhole, (word) => {
      return fillWith(word, this.#isTemplate(word.source.path) ? variableOf : undefined, variables);
    });
    const stock: OpenedPort[] =
      this.#hasStockServer && build.base
        ? [{ port: this.#stockPort, reach: 'all', protocol: 'http', purpose: 'data', on: build.base.on }]
        : [];
    const isBroken = this.#defects.some(({ kind }) => kind === 'unreadable' || kind === 'misplaced');
    return {
      opened: isBroken ? [] : [...opened, ...stock],
      isComplete:
        this.#isWhole && !isBroken && base.repository !== undefined && opened.every(({ port }) => port !== undefined),
      called: isBroken ? [] : called,
      defects: this.#defects,
      files: this.#files,
    };
  }

  #isTemplate(path: string): boolean {
    return this.#files.some(({ at, source }) => source.path === path && at.startsWith(`${templates}/`));
  }

  /** The directives of a file, with those of the files that it includes in their places. */
  #open(file: ConfigFile, depth: number): readonly Directive[] {
    if (depth > 10 || this.#files.length > 50) {
      this.#isWhole = false;
      return [];
    }
    this.#files.push(file);
    return this.#expand(parseNginx(file.source).directives, depth);
  }

  #expand(directives: readonly Directive[], depth: number): readonly Directive[] {
    return directives.flatMap((directive) => {
      const { name, args, block } = directive;
      if (name.text === 'include') return this.#include(args[0]?.text ?? '', depth);
      return block ? [{ ...directive, block: this.#expand(block, depth) }] : [directive];
    });
  }

  #include(pattern: string, depth: number): readonly Directive[] {
    if (withoutServer.test(pattern)) return [];
    const path = pattern.startsWith('/') ? pattern : `${folder}/${pattern}`;
    if (!path.startsWith(`${folder}/`) || this.#image.mayDiffer(path.replace(/\/[^/]*$/, ''))) {
      this.#isWhole = false;
      return [];
    }
    const test = globTest(path);
    const available = new Map(this.#image.copied);
    for (const [at, file] of this.#templates) available.set(at, file);
    const stock = `${parts}/default.conf`;
    const isTaken = available.has(stock) || this.#image.removed.has(stock) || this.#image.removed.has(parts);
    if (test(stock) && !isTaken) this.#hasStockServer = true;
    const files = [...available].filter(
      ([at, { at: real }]) => test(at) && !real.startsWith(`${templates}/`) === !this.#templates.has(at),
    );
    // One name that is not there is a file of the image below, or missing.
    if (files.length === 0 && !/[*?[]/.test(path) && path !== stock) this.#isWhole = false;
    return files.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, file]) => this.#open(file, depth + 1));
  }
}

#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { Module } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { CodeCache } from './code-cache.ts';
import { refuseNode } from './node-version.ts';

/**
 * The bundle's `cli.js`. It runs `core.js` from code that an earlier run compiled, where there is some: compiling
 * takes longer than linting a file. Node's own cache (`module.enableCompileCache`) is newer than Node 20 and leaves
 * out what is compiled on first call, which here is nearly all: on Node 22 and 24 a run with it takes half as many
 * instructions again.
 */
function launch(): void {
  const file = join(import.meta.dirname, 'core.js');
  // Bun and Deno call themselves Node.js, too, but keep no code of V8's.
  const isNode = process.versions.bun === undefined && process.versions.deno === undefined;
  const cache = isNode ? CodeCache.open(process.env) : undefined;
  if (!cache) {
    void (require(file) as Core).start();
    return;
  }
  const code = readFileSync(file);
  // The same as `require` would do. `node:module` is not asked for the class, since it takes long to load.
  const Modules = module.constructor as typeof Module;
  const script = new Script(Modules.wrap(code.toString('utf8')), { filename: file, cachedData: cache.dataOf(code) });
  const core: NodeModule = new Modules(file);
  core.filename = file;
  require.cache[file] = core;
  script.runInThisContext().call(core.exports, core.exports, require, core, file, import.meta.dirname);
  core.loaded = true;
  const keep = (): void => {
    if (script.cachedDataRejected ?? true) cache.save(code, script.createCachedData());
  };
  void (core.exports as Core).start(keep).then((isOrdinary) => {
    if (isOrdinary) keep();
  });
}

/** What Node gives every CommonJS module, as `cli.js` is one. */
declare const require: NodeJS.Require;
declare const module: NodeModule;

/** What `core.js` exports. */
type Core = typeof import('./start.ts');

const refusal = refuseNode(process.versions.node);
if (refusal === undefined) {
  launch();
} else {
  console.error(`cloudrun-lint: ${refusal}`);
  process.exitCode = 2;
}

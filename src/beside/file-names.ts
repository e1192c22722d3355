/** Names of files that may lie beside a manifest and count, but for what a configuration names outright. */
const name = /^(?:(?:Docker|Container|[Mm]ake|GNUmake)file)|\.(?:[Dd]ockerfile|conf|template|sh|bash|ya?ml|json)$/;

/** Whether a change of a file of this name may change what is found in a manifest. */
export function mayLieBeside(fileName: string): boolean {
  return name.test(fileName);
}

/** The same as globs of an editor. */
export const globsBeside: readonly string[] = [
  '**/{Dockerfile,Containerfile,Makefile,makefile,GNUmakefile}*',
  '**/*.{Dockerfile,dockerfile,conf,template,sh,bash,yaml,yml,json}',
];

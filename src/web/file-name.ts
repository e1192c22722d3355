/** The name of the document that holds the configuration. */
export const configName = 'cloudrun-lint.yaml';

/** Why a file cannot have a name; "" where it can. */
export function nameProblem(name: string, others: readonly string[]): string {
  if (name === '') return 'A file needs a name.';
  if (name.length > 200) return 'This name is too long.';
  if (!/^[\w.@+-][\w.@+ -]*(?:\/[\w.@+-][\w.@+ -]*)*$/.test(name) || name.split('/').some((part) => /^\.+$/.test(part)))
    return 'A name is a path such as "edge/nginx.conf", without "..".';
  if (name === configName) return 'The configuration has a document of its own.';
  if (others.includes(name)) return `There is a file "${name}" already.`;
  return '';
}

/** A name that no file has yet. */
export function newName(others: readonly string[]): string {
  const names = ['Dockerfile', ...Array.from(others, (_, i) => `file-${i + 2}.yaml`), `file-${others.length + 2}.yaml`];
  return names.find((name) => !others.includes(name))!;
}

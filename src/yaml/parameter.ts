import type { Scalar } from 'yaml';

/** How the comment of a deploy parameter begins. */
const fromParam = /^\s*from-param:/;

/**
 * What Cloud Deploy puts in place of a scalar with the comment `# from-param: ${name}` behind it: `${name}`, or what
 * else the comment says around it. The value in the file is a default that the deploy never sees. Undefined for a
 * scalar without such a comment.
 * @see https://cloud.google.com/deploy/docs/parameters
 */
export function parameterOf({ comment }: Scalar.Parsed): string | undefined {
  const begin = comment ? fromParam.exec(comment) : null;
  if (!comment || !begin) return undefined;
  const [line = ''] = comment.slice(begin[0].length).split('\n', 1);
  const [parameter = ''] = line.split(/\s#/, 1);
  return parameter.includes('${') ? parameter.trim() : undefined;
}

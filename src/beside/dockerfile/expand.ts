/** Variables that hold each other double with every line; a value of more characters is not known. */
const longest = 100_000;

/**
 * A text of a Dockerfile with its variables filled in, `${NAME:-default}` too; undefined where one is not known or the
 * form is another. https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(text: string, values: ReadonlyMap<string, string | undefined>): string | undefined {
  let isKnown = true;
  let room = longest;
  const filled = text.replace(
    /\\\$|\$(?:(\w+)|\{(\w+)(?::([-+])([^{}$]*))?\}|\{|\()/g,
    (mark, bare, braced, sign, word) => {
      if (mark === '\\$') return '$';
      const value = values.get(bare ?? braced ?? '');
      if (sign === '-') return value === undefined || value === '' ? word : value;
      if (sign === '+') return value === undefined || value === '' ? '' : word;
      room -= value?.length ?? 0;
      if (value === undefined || room < 0) isKnown = false;
      return isKnown ? value! : '';
    },
  );
  return isKnown ? filled : undefined;
}

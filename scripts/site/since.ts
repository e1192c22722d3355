/** A version of the changelog. */
interface Version {
  readonly name: string;
  readonly isReleased: boolean;
  /** The ids in its lines about new rules. */
  readonly rules: ReadonlySet<string>;
}

/**
 * Since which version a rule is there, by the changelog: that whose lines "New rule …" name it, or else the first one.
 *
 * @param changelog the text of CHANGELOG.md
 */
export function sinceIn(changelog: string): (id: string) => string {
  const versions = changelog
    .split(/^## /m)
    .slice(1)
    .map((section): Version => {
      const [, name = '', state = ''] = /^(\S+)([^\n]*)/.exec(section) ?? [];
      const bullets = section.split(/^- /m).filter((bullet) => bullet.startsWith('New rule'));
      const ids = bullets.flatMap((bullet) => [...bullet.matchAll(/`([a-z0-9-]+)`/g)].map(([, id]) => id!));
      return { name, isReleased: !state.includes('unreleased'), rules: new Set(ids) };
    });
  const first = versions.at(-1);
  return (id) => {
    const { name, isReleased } = versions.findLast(({ rules }) => rules.has(id)) ?? first!;
    return isReleased ? `since ${name}` : `new in ${name}, not released yet`;
  };
}

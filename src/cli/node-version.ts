/** The oldest Node.js that runs it, as `engines` in package.json has it. */
const oldest = { major: 20, minor: 19 };

/**
 * Why it cannot run on this version of Node.js, in a sentence; undefined if it can. Hooks run on whatever Node.js a
 * machine has, and older ones would fail somewhere in the middle.
 */
export function refuseNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `Node.js ${oldest.major}.${oldest.minor} or newer is needed, and this is ${version}.`;
}

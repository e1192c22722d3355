/**
 * What an executable has to say of the engine in it, beside the libraries of the bundle. The facts are from LICENSE.md of
 * Bun's repository.
 *
 * @param version Bun's
 */
export function engineNotice(version: string): string {
  return `The engine in the executables
=============================

The standalone executables hold Bun ${version}, unchanged. Bun is under the MIT licence. It is linked with
JavaScriptCore and other parts of WebKit, and with TinyCC, which are under the GNU Lesser General Public License,
version 2 or 2.1, and with further libraries under licences of their own. All of them, with their licences and the way
to build Bun with a changed WebKit, are listed in
https://github.com/oven-sh/bun/blob/bun-v${version}/LICENSE.md

cloudrun-lint is open source, so that you can put it together with a changed engine yourself: build that engine, then
run \`npm run executables\` in the repository of cloudrun-lint with the variable BUN set to its path.
`;
}

import { stat } from 'node:fs/promises';
import { packExtension } from './vscode/pack.ts';

/** Packs the extension for VS Code: `editors/vscode/` with `dist/` as its server, see `npm run bundle`. */
const target = 'build/cloudrun-lint.vsix';
await packExtension(target);
console.log(`${target}: ${Math.round((await stat(target)).size / 1000)} kB`);

import type { Plugin } from 'rolldown';

/**
 * Lets the protocol's library ask for modules of Node.js when it uses them, which is on a pipe or a socket, and in
 * nothing that the server does. Loading them takes a tenth of the time until the first answer.
 */
export const lateBuiltins: Plugin = {
  name: 'late-builtins',
  transform: {
    filter: { id: /\/node_modules\/vscode-(?:jsonrpc\/lib\/node\/main|languageserver\/lib\/node\/files)\.js$/ },
    handler(code) {
      const asked = /^const (\w+) = require\("(crypto|net|child_process)"\);$/gm;
      let late = code.replace(asked, '');
      for (const [, name, module] of code.matchAll(asked)) late = late.replaceAll(`${name}.`, `require("${module}").`);
      if (late === code) throw new Error('vscode-jsonrpc has changed: look again at what it loads');
      return late;
    },
  },
};

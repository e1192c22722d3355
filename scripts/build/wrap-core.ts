/** What Node gives to a CommonJS module. */
const names = 'exports,require,module,__filename,__dirname';

/**
 * `core.js` for two readers. `require` runs it as it runs any module. The launcher, which brings what an earlier run
 * compiled, evaluates it as a script and gets the function around a module, without putting half a megabyte of text
 * together first. The bundler's helpers are written into it, so that their file is not looked for. It keeps to ASCII,
 * which the launcher reads as it is: decoding it would cost more than all the escapes.
 */
export function wrapCore(core: string, helpers: string): string {
  const parts = core.split('require("./rolldown-runtime.js")');
  if (parts.length !== 2) throw new Error("core.js has changed: look again at how it gets the bundler's helpers");
  const whole = parts.join(`(exports=>{${helpers}return exports})({})`);
  return escapeOthers(`(core=>typeof module=="object"?core(${names}):core)(function(${names}){${whole}\n})\n`);
}

/** Writes what is not ASCII as escapes, which mean the same in texts and in regular expressions; nowhere else is any. */
function escapeOthers(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

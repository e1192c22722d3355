import type { PlainValue } from '../tree/node.ts';

const truths = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const lies = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];
const bools: ReadonlyMap<string, boolean> = new Map([
  ...truths.map((text) => [text, true] as const),
  ...lies.map((text) => [text, false] as const),
]);
const int =
  /^(?:[-+]?0b[01_]+|[-+]?[0-7_]+|[-+]?[1-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const timestamp =
  /^\d{4}-\d\d-\d\d$|^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;

/**
 * Resolves a plain scalar by YAML 1.1, which is what `gcloud run services replace` reads:
 * `no` is false, `0400` is 256, `12:30` is 750 and `2024-01-01` a date. Where parsers of YAML 1.1 differ, this follows
 * ruamel.yaml, the one in gcloud: `y` is true, `1e3` is a number, `-.5` is a text.
 */
export function resolvePlain(text: string): PlainValue {
  const first = text.charCodeAt(0);
  if (text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL') {
    return { kind: 'null', value: null };
  }
  if (isDigitLike(first)) {
    if (isDecimal(text)) return { kind: 'int', value: Number(text) };
    if (!mayEndNumber(text.charCodeAt(text.length - 1))) return { kind: 'string', value: text };
    if (int.test(text)) return { kind: 'int', value: parseInt11(text) };
    if (float.test(text)) return { kind: 'float', value: parseFloat11(text) };
    if (timestamp.test(text)) return { kind: 'timestamp', value: text };
  } else if (text.length <= 5 && bools.has(text)) {
    return { kind: 'bool', value: bools.get(text)! };
  }
  return { kind: 'string', value: text };
}

/** True for what may begin a number or a date: a digit, a sign or a point. */
function isDigitLike(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** True for the usual way to write a whole number, which needs no pattern to tell: digits, the first of them no zero. */
function isDecimal(text: string): boolean {
  if (text.length > 15 || text.charCodeAt(0) === 48) return text === '0';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** False for letters in which no number or date ends, as in `512Mi`: all but hexadecimal digits, `N` and `Z`. */
function mayEndNumber(code: number): boolean {
  const letter = code & ~32;
  if (letter < 65 || letter > 90) return true;
  return letter <= 70 || letter === 78 || letter === 90;
}

function parseInt11(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  if (digits.includes(':')) return sign * sexagesimal(digits);
  if (/^0b/.test(digits)) return sign * Number.parseInt(digits.slice(2), 2);
  if (/^0x/.test(digits)) return sign * Number.parseInt(digits.slice(2), 16);
  return sign * Number.parseInt(digits, digits.startsWith('0') && digits.length > 1 ? 8 : 10);
}

function parseFloat11(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '').toLowerCase();
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY;
  if (digits === '.nan') return Number.NaN;
  return sign * (digits.includes(':') ? sexagesimal(digits) : Number.parseFloat(digits));
}

function sexagesimal(digits: string): number {
  return digits.split(':').reduce((total, part) => total * 60 + Number.parseFloat(part), 0);
}

/** What a plain (unquoted) scalar means to a YAML 1.1 parser such as the one in gcloud. */
export type PlainKind = 'string' | 'int' | 'float' | 'bool' | 'null' | 'timestamp';

/** A plain scalar after YAML 1.1 resolution. */
export interface PlainValue {
  readonly kind: PlainKind;
  /** The number or boolean meant; the text itself for strings and timestamps. */
  readonly value: string | number | boolean | null;
}

const bool = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const truthy = /^(?:y|t|on$)/i;
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
    if (int.test(text)) return { kind: 'int', value: parseInt11(text) };
    if (float.test(text)) return { kind: 'float', value: parseFloat11(text) };
    if (timestamp.test(text)) return { kind: 'timestamp', value: text };
  } else if (text.length <= 5 && bool.test(text)) {
    return { kind: 'bool', value: truthy.test(text) };
  }
  return { kind: 'string', value: text };
}

/** True for what may begin a number or a date: a digit, a sign or a point. */
function isDigitLike(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
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

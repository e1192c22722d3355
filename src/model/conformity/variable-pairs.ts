import { hasMark } from '../../text/placeholder.ts';
import type { OpenField } from './written.ts';

/**
 * Whether an item of `env` gives variables as Compose does, `LOG_LEVEL: debug`, where Cloud Run wants `name` and
 * `value`. Every key has to look like a variable and to hold a scalar.
 */
export function holdsPairs(field: OpenField): boolean {
  if (field.shape?.title !== 'EnvVar' || !field.isMap || field.keys.length === 0) return false;
  return field.keys.every((key) => isVariableName(key) && (field.get(key) as OpenField).isScalar);
}

/** Whether an item of `env` is one text, as Compose takes it: `LOG_LEVEL=debug`. */
export function isPairText(field: OpenField): boolean {
  const { shape, text } = field;
  const name = text?.slice(0, Math.max(text.indexOf('='), 0)) ?? '';
  return shape?.title === 'EnvVar' && isVariableName(name);
}

/** The fields of an environment variable are camel case, so that capitals, or an underscore, make the difference. */
function isVariableName(text: string): boolean {
  return (
    /^[A-Z_][A-Z0-9_]*$|^[a-z][A-Za-z0-9]*_\w*$/.test(text) &&
    !hasMark(text) &&
    !/^(?:name|value|value_?from)$/i.test(text)
  );
}

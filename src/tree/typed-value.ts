import type { PlainValue } from './node.ts';

/**
 * What a scalar's text means where the schema wants this type, as gcloud reads it: a quoted number serves as a number,
 * a plain number does not serve as text. undefined for what does not fit.
 */
export function typedValue(text: string, plain: PlainValue | undefined, type: string | undefined): unknown {
  switch (type) {
    case 'string':
      return plain === undefined || plain.kind === 'string' ? text : undefined;
    case 'integer':
      return plain?.kind === 'int'
        ? plain.value
        : plain === undefined || plain.kind === 'string'
          ? numeric(text, /^\s*[-+]?\d+\s*$/)
          : undefined;
    case 'number':
      return plain?.kind === 'int' || plain?.kind === 'float'
        ? plain.value
        : plain === undefined
          ? numeric(text, /^\s*[-+]?(?:\d+(?:\.\d+)?|\.\d+)\s*$/)
          : undefined;
    case 'boolean':
      return plain?.kind === 'bool' ? plain.value : undefined;
    case undefined:
      return plain === undefined || plain.kind === 'timestamp' ? text : (plain.value ?? undefined);
    default:
      return undefined;
  }
}

function numeric(text: string, form: RegExp): number | undefined {
  return form.test(text) ? Number(text) : undefined;
}

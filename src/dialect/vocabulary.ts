import { type Form, flowMap, type Vocabulary } from '../text/say.ts';
import { listOf } from '../text/sentences.ts';
import { type NamePair, namePairs, spelledWay } from './names.ts';
import type { ObjectKind } from './table.ts';

/**
 * Spells what messages name, which they do in the words of v1, as an object of another kind has it: `"cpu_idle"`,
 * `"ALL_TRAFFIC"`. What the kind has no word for stays as it is.
 */
export class DialectWords implements Vocabulary {
  readonly #kind: ObjectKind;

  constructor(kind: ObjectKind) {
    this.#kind = kind;
  }

  /** The language of the object. */
  get form(): Form {
    return this.#kind.form;
  }

  /** Whether the object is one of the v2 API. */
  get isV2(): boolean {
    return this.#kind.isV2;
  }

  /** A field by its key, or by the keys that lead to it with dots between. */
  field(name: string): string {
    return quote(this.#field(name));
  }

  /** An annotation by its key. */
  annotation(key: string): string {
    return quote(this.#annotation(key));
  }

  /** A value that the field or annotation `of` knows. */
  value(value: string, of: string): string {
    return quote(this.#value(value, of));
  }

  /** A field or annotation with its value, as one writes it. */
  setting(name: string, value: string | number | boolean): string {
    const own = name.includes('/') ? this.#annotation(name) : this.#field(name);
    const text = this.#value(String(value), name);
    return this.form === 'hcl' ? argument(own, text) : quote(`${own}: ${text}`);
  }

  /** Fields inside of each other, and the values of the innermost. Blocks on one line are nothing that HCL takes. */
  nested(names: readonly string[], values: Readonly<Record<string, string | number>>): string {
    const own = names.map((name) => this.#field(name));
    if (this.form !== 'hcl') return quote(flowMap(own, values));
    const held = Object.entries(values).map(([name, value]) => argument(name, String(value)));
    return `${own.map(quote).join(' with a block ')} that has ${listOf(held)}`;
  }

  #field(name: string): string {
    // What stands at the top of a manifest is the resource itself.
    if (name === 'spec' || (name === 'metadata' && this.#kind.isV2)) return this.#kind.resource;
    const steps = name.split('.');
    const found = this.#pairs(steps).sort((a, b) => nearness(b, steps) - nearness(a, steps))[0];
    if (!found) return (this.#kind.form === 'hcl' ? steps.map(snake) : steps).join('.');
    const own = spelledWay(this.#kind, found.own);
    return own.slice(steps.length > 1 ? 0 : -1).join('.');
  }

  #pairs(steps: readonly string[]): NamePair[] {
    return namePairs(this.#kind).filter(({ v1, isAnnotation }) => {
      return (
        !isAnnotation &&
        v1.length >= steps.length &&
        steps.every((step, at) => v1[v1.length - steps.length + at] === step)
      );
    });
  }

  #annotation(key: string): string {
    const own = namePairs(this.#kind).find(({ v1, isAnnotation }) => isAnnotation && v1.at(-1) === key)?.own;
    if (!own) return key;
    return spelledWay(this.#kind, own)
      .slice(own.at(-2) === 'scaling' ? 0 : -1)
      .join('.');
  }

  #value(value: string, of: string): string {
    const steps = of.includes('/') ? [of] : of.split('.');
    for (const { v1, row } of namePairs(this.#kind)) {
      if (v1.at(-1) !== steps.at(-1) || !('values' in row)) continue;
      const own = Object.entries(row.values ?? {}).find(([, word]) => word === value)?.[0];
      if (own !== undefined) return own;
    }
    return value;
  }
}

/** Of fields with one v1 name, the one whose own name is nearest to it: a probe's `timeout_seconds`, not `timeout`. */
function nearness({ own, v1 }: NamePair, steps: readonly string[]): number {
  return (own.at(-1) === snake(steps.at(-1)!) ? 1000 : 0) - v1.length;
}

function snake(name: string): string {
  return name.includes('/') ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** An argument as HCL has it, in quotes unless there are some in it. */
function argument(name: string, value: string): string {
  const key = /^[\w.-]+$/.test(name) ? name : quote(name);
  const text = /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value) ? value : quote(value);
  const whole = `${key} = ${text}`;
  return whole.includes('"') ? whole : quote(whole);
}

function quote(name: string): string {
  return `"${name}"`;
}

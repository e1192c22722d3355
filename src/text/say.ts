/** What a workload is written as: a v1 manifest, a Terraform resource, or an object of the v2 API in YAML or JSON. */
export type Form = 'yaml' | 'hcl' | 'v2';

/** How a dialect of the configuration spells what a message names, quotes included. */
export interface Vocabulary {
  /** The language of what it speaks of. */
  readonly form: Form;
  /** Whether that is an object of the v2 API, which has fields where v1 has annotations. */
  readonly isV2: boolean;
  /** A field by its key, or by the keys that lead to it with dots between: `"spec.template"`. */
  field(name: string): string;
  /** An annotation by its key. */
  annotation(key: string): string;
  /** A value that the field or annotation `of` knows: `"all-traffic"`. */
  value(value: string, of: string): string;
  /** A field with its value, as one writes it: `"medium: Memory"`, `medium = "MEMORY"`. */
  setting(name: string, value: string | number | boolean): string;
  /** Fields inside of each other, and the values of the innermost: `"grpc: { port: 9000 }"`. */
  nested(names: readonly string[], values: Readonly<Record<string, string | number>>): string;
}

/** Text with names in it that a vocabulary is still to spell. */
export class Marked {
  /** The text as a vocabulary spells it. */
  readonly spell: (vocabulary: Vocabulary) => string;

  constructor(spell: (vocabulary: Vocabulary) => string) {
    this.spell = spell;
  }

  /** In the words of a manifest: what becomes of a mark that is put into plain text, where it is lost. */
  toString(): string {
    return this.spell(manifestWords);
  }
}

/** What a rule says: plain, or with the names of fields and annotations marked by `say`. */
export type Text = string | Marked;

/** A text in which `fieldName`, `annotationName`, `valueName` and `setting` stand for what a dialect spells its own way. */
export function say(strings: TemplateStringsArray, ...parts: readonly (Text | number)[]): Marked {
  return new Marked((vocabulary) => String.raw({ raw: strings }, ...parts.map((part) => spelled(part, vocabulary))));
}

/** Marks the name of a field: `failureThreshold`. */
export function fieldName(name: string): Marked {
  return new Marked((vocabulary) => vocabulary.field(name));
}

/** Marks the key of an annotation: `run.googleapis.com/ingress`. */
export function annotationName(key: string): Marked {
  return new Marked((vocabulary) => vocabulary.annotation(key));
}

/** Marks a value that Cloud Run gives a name to, and which field or annotation takes it. */
export function valueName(text: string, of: string): Marked {
  return new Marked((vocabulary) => vocabulary.value(text, of));
}

/** Marks a field together with the value to write: `setting('containerConcurrency', 1)`. */
export function setting(name: string, text: string | number | boolean): Marked {
  return new Marked((vocabulary) => vocabulary.setting(name, text));
}

/** Marks fields inside of each other, and what to write in the innermost: a probe as a whole. */
export function nested(names: readonly string[], values: Readonly<Record<string, string | number>>): Marked {
  return new Marked((vocabulary) => vocabulary.nested(names, values));
}

/** A text that is another one in each language; objects of the v2 API have that of YAML unless they have their own. */
export function byLanguage({
  yaml,
  hcl,
  v2 = yaml,
}: { readonly [form in 'yaml' | 'hcl']: Text } & { readonly v2?: Text }): Text {
  return new Marked((vocabulary) => spelled({ yaml, hcl, v2 }[vocabulary.form], vocabulary));
}

/** Marks who reads the file first, and refuses values of another type. */
export const firstReader = byLanguage({ yaml: 'gcloud', hcl: 'Terraform', v2: 'the API' });

/** A text that is another one of an object of the v2 API than of one of the v1 API, whatever the language. */
export function byApi({ v1, v2 }: { readonly v1: Text; readonly v2: Text }): Text {
  return new Marked((vocabulary) => spelled(vocabulary.isV2 ? v2 : v1, vocabulary));
}

/** Texts with commas and a conjunction between them; "" of none. */
export function listed(texts: readonly Text[], conjunction: 'and' | 'or' = 'and'): Text {
  return texts.reduceRight((rest, text, index): Text => {
    if (index === texts.length - 1) return text;
    return index === texts.length - 2 ? say`${text} ${conjunction} ${rest}` : say`${text}, ${rest}`;
  }, '' as Text);
}

/** A text or a number in the words of a dialect. */
export function spelled(text: Text | number, vocabulary: Vocabulary): string {
  return text instanceof Marked ? text.spell(vocabulary) : String(text);
}

/** The words of a manifest of the v1 API: names as they stand there, in double quotes. */
export const manifestWords: Vocabulary = {
  form: 'yaml',
  isV2: false,
  field: quote,
  annotation: quote,
  value: quote,
  setting: (name, text) => quote(`${name}: ${text}`),
  nested: (names, values) => quote(flowMap(names, values)),
};

/** Maps inside of each other, as YAML and JSON have them on one line. */
export function flowMap(names: readonly string[], values: Readonly<Record<string, string | number>>): string {
  const inner = Object.entries(values).map(([key, text]) => `${key}: ${text}`);
  return names.reduceRight(
    (rest, name, at) => (at === 0 ? `${name}: ${rest}` : `{ ${name}: ${rest} }`),
    `{ ${inner.join(', ')} }`,
  );
}

function quote(name: string): string {
  return `"${name}"`;
}

/** How a dialect of the configuration spells what a message names, quotes included. */
export interface Vocabulary {
  /** A field by its key, or by the keys that lead to it with dots between: `"spec.template"`. */
  field(name: string): string;
  /** An annotation by its key. */
  annotation(key: string): string;
  /** A value that the field or annotation `of` knows: `"all-traffic"`. */
  value(value: string, of: string): string;
  /** A field with its value, as one writes it: `"medium: Memory"`. */
  setting(name: string, value: string | number | boolean): string;
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
  field: quote,
  annotation: quote,
  value: quote,
  setting: (name, text) => quote(`${name}: ${text}`),
};

function quote(name: string): string {
  return `"${name}"`;
}

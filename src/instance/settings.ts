import type { Beside } from '../beside/beside.ts';
import type { Setting } from '../catalogue/product.ts';
import type { CommandLine, Word } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Placed } from '../tree/field.ts';

/** A setting that the file gives. */
export interface Given {
  /** As messages call it: `--port` or `DD_HEALTH_PORT`. */
  readonly name: string;
  /** Empty for a flag alone; undefined where a placeholder or a secret holds it. */
  readonly value: string | undefined;
  /** The value, or the flag where it has none. */
  readonly on: Placed;
}

const negative = /^(?:false|f|0|no|off)$/i;

/** Reads a container's flags and variables by name. */
export class Settings {
  readonly #container: Container;
  readonly #commandLine: CommandLine;
  readonly #argumentsFrom: readonly string[];
  readonly #image: Pick<Beside, 'build' | 'variable'> | undefined;
  #hidden: boolean | undefined;

  /**
   * @param argumentsFrom variables that hold more arguments
   * @param image what the image brings along, where that is known
   */
  constructor(
    container: Container,
    commandLine: CommandLine,
    argumentsFrom: readonly string[] = [],
    image?: Pick<Beside, 'build' | 'variable'>,
  ) {
    this.#image = image;
    this.#container = container;
    this.#argumentsFrom = argumentsFrom;
    this.#commandLine = commandLine;
  }

  /** The words that flags are looked for in. */
  get words(): readonly Word[] {
    return this.#commandLine.words;
  }

  /** Whether arguments or variables may be there that the file does not show, so that absence means nothing. */
  get mayHideSome(): boolean {
    this.#hidden ??=
      this.#commandLine.hidesArguments ||
      this.#argumentsFrom.some((name) => this.#container.variable(name)?.isSet) ||
      this.#container.env.some(({ name }) => name === undefined) ||
      (['env', 'command', 'args'] as const).some((key) => this.#container.field.get(key).mayHoldMore);
    return this.#hidden;
  }

  /** The first of the settings that the file gives, flags before variables, as most products read them. */
  first(settings: readonly Setting[] = []): Given | undefined {
    for (const setting of settings) {
      const given = isFlag(setting) ? this.given(setting) : undefined;
      if (given) return given;
    }
    for (const setting of settings) {
      const given = isFlag(setting) ? undefined : this.given(setting);
      if (given) return given;
    }
    return undefined;
  }

  /** A setting with its value; undefined where the file does not give it. A flag's value may be the next word. */
  given(setting: Setting): Given | undefined {
    const [name, wanted] = nameAndValue(setting);
    const given = isFlag(name) ? this.#flag(name, true) : this.#variable(name);
    if (!given || wanted === undefined) return given;
    return given.value?.toLowerCase() === wanted.toLowerCase() ? given : undefined;
  }

  /**
   * Whether one of the switches is on: given and not set to something like `false`. A setting that names a value
   * counts if it has that value. undefined where it cannot be known.
   */
  isOn(settings: readonly Setting[] = []): boolean | undefined {
    let unknown = this.mayHideSome && settings.length > 0;
    for (const setting of settings) {
      const [name, wanted] = nameAndValue(setting);
      const given = isFlag(name) ? this.#flag(name, wanted !== undefined) : this.#variable(name);
      if (!given) continue;
      if (given.value === undefined) unknown = true;
      else if (wanted === undefined ? !negative.test(given.value) : sameSwitch(given.value, wanted)) return true;
    }
    return unknown ? undefined : false;
  }

  /** The place of a switch that is on, for findings about it. */
  switchPlace(settings: readonly Setting[]): Given | undefined {
    const found = settings.find((setting) => this.isOn([setting]));
    if (found === undefined) return undefined;
    const [name, wanted] = nameAndValue(found);
    // The word behind a switch is not its value.
    return isFlag(name) ? this.#flag(name, wanted !== undefined) : this.#variable(name);
  }

  /** A setting each time that the file gives it, in order: some flags may be repeated. */
  all(setting: Setting): readonly Given[] {
    if (isFlag(setting)) return [...this.#flags(setting, true)];
    const variable = this.#variable(setting);
    return variable ? [variable] : [];
  }

  /** Of a flag that is given twice, the last one holds. */
  #flag(name: string, withNext: boolean): Given | undefined {
    const found = [...this.#flags(name, withNext)];
    return /^\.|\*$/.test(name) ? found[0] : found.at(-1);
  }

  *#flags(name: string, withNext: boolean): Generator<Given> {
    const prefix = name.endsWith('*') ? name.slice(0, -1) : undefined;
    const short = /^-[A-Za-z]$/.test(name);
    for (const [index, word] of this.words.entries()) {
      const { text } = word;
      if (name.startsWith('.')) {
        if (text.endsWith(name)) yield { name: text, value: known(text), on: word.part() };
        continue;
      }
      if (prefix !== undefined) {
        if (text.startsWith(prefix)) yield { name: text, value: undefined, on: word.part() };
        continue;
      }
      if (!text.startsWith(name)) continue;
      const rest = text.slice(name.length);
      // "-c FILE" in one argument is read by some programs and a mistake with others.
      if (rest.startsWith('=') || rest.startsWith(' ')) {
        yield { name, value: this.#read(word, rest.slice(1)), on: word.part(name.length + 1) };
      } else if (short && /^[0-9]/.test(rest)) {
        yield { name, value: this.#read(word, rest), on: word.part(name.length) };
      } else if (rest === '') {
        const next = withNext ? this.words[index + 1] : undefined;
        const hasValue = next !== undefined && !next.text.startsWith('-');
        yield hasValue
          ? { name, value: this.#read(next, next.text), on: next.part() }
          : { name, value: '', on: word.part() };
      }
    }
  }

  /** A value on the command line; a shell puts the container's own variables into those of its script. */
  #read(word: Word, text: string): string | undefined {
    if (!word.isPiece || !this.#commandLine.isShell) return known(text);
    const filled = text.replace(
      /\$(?:(\w+)|\{(\w+)(?::-([^{}$]*))?\})/g,
      (mark, bare?: string, braced?: string, otherwise?: string) => {
        return this.#valueInShell(bare ?? braced ?? '', otherwise) ?? mark;
      },
    );
    return known(filled);
  }

  /** What a shell puts in place of a variable; Cloud Run gives the number of its port to the ingress container alone. */
  #valueInShell(name: string, otherwise: string | undefined): string | undefined {
    const container = this.#container;
    if (name === 'PORT' && container.isIngress) return container.containerPort?.toString();
    const variable = container.variable(name);
    if (variable?.isSet) return variable.value;
    const ofImage = this.#image?.variable(name);
    return ofImage ? ofImage.value : otherwise;
  }

  #variable(name: string): Given | undefined {
    const prefix = name.endsWith('*') ? name.slice(0, -1) : undefined;
    const variable =
      prefix === undefined
        ? this.#container.variable(name)
        : this.#container.env.find((candidate) => candidate.name?.startsWith(prefix));
    if (!variable) return this.#ofImage(name, prefix);
    if (!variable.isSet) return undefined;
    const { text } = variable.field.get('value');
    const value = variable.isFromSecret || text === undefined ? undefined : known(text);
    return { name: variable.name ?? name, value, on: variable.place };
  }

  /** A variable that the image brings along and the file does not set. */
  #ofImage(name: string, prefix: string | undefined): Given | undefined {
    for (const [own, { value, on }] of this.#image?.build.env ?? []) {
      if (prefix === undefined ? own !== name : !own.startsWith(prefix)) continue;
      if (value !== '') return { name: own, value: value === undefined ? undefined : known(value), on };
    }
    return undefined;
  }
}

function isFlag(setting: Setting): boolean {
  return setting.startsWith('-') || setting.startsWith('.');
}

function nameAndValue(setting: Setting): [string, string | undefined] {
  const equals = setting.indexOf('=');
  return equals < 0 ? [setting, undefined] : [setting.slice(0, equals), setting.slice(equals + 1)];
}

function known(text: string): string | undefined {
  return hasPlaceholder(text) ? undefined : text;
}

function sameSwitch(value: string, wanted: string): boolean {
  if (/^(?:true|t|1|yes|on)$/i.test(wanted)) return /^(?:true|t|1|yes|on)$/i.test(value);
  return negative.test(wanted) ? negative.test(value) : value.toLowerCase() === wanted.toLowerCase();
}

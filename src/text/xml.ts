import { visible } from './visible.ts';

/** What an attribute may hold; absent ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its children, each on lines of their own; `children` are elements, made by this function too. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const head = `<${name}${attributeText(attributes)}`;
  if (children.length === 0) return `${head}/>\n`;
  return `${head}>\n${children.join('').replace(/^(?=.)/gm, '  ')}</${name}>\n`;
}

/** An element that holds text. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributeText(attributes)}>${escapeXml(text)}</${name}>\n`;
}

/** A document with this root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Visible text with markup escaped, and without the two characters that XML forbids but terminals bear. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}

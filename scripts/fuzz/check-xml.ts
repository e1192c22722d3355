import { SaxesParser } from 'saxes';

/** Throws where a text is no well-formed XML, or holds other elements than the given ones. */
export function checkXml(text: string, elements: readonly string[]): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (!elements.includes(name)) throw new Error(`<${name}> is none of its elements`);
  });
  parser.write(text).close();
}

import type { AnyField, Edits } from '../../src/tree/edit.ts';
import { Field, type Segment } from '../../src/tree/field.ts';
import type { Shape } from '../../src/tree/shape.ts';
import { YamlSource } from '../../src/yaml/source.ts';

/** The field at a path below another one, whether or not the text has it. */
export function at(field: AnyField, path: readonly Segment[]): AnyField {
  return path.reduce<AnyField>((outer, segment) => {
    return (typeof segment === 'number' ? outer.items[segment]! : outer.get(segment as never)) as AnyField;
  }, field);
}

/** The text after an edit of the field at `path`; undefined where the edit is refused. Fails if it cannot be parsed. */
export function edited(
  text: string,
  path: readonly Segment[],
  edit: (field: AnyField, root: AnyField) => Edits,
  shape?: Shape,
): string | undefined {
  const source = new YamlSource('test.yaml', text);
  const root = Field.root<unknown>(source.documents[0]!, shape);
  const edits = edit(at(root, path), root);
  if (!edits) return undefined;
  const after = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text: by }) => whole.slice(0, start) + by + whole.slice(end), source.text);
  const problem = new YamlSource('test.yaml', after).documents.find((document) => document.problem)?.problem;
  if (problem) throw new Error(`${problem.message}\n${after}`);
  return after;
}

import type { Node } from '../../tree/node.ts';
import { readApiObject } from './api-object.ts';
import { readConnectorObject } from './connector.ts';

/** The manifest of a document in the words of the v2 API; undefined for anything else. */
export function readV2(root: Node): Node | undefined {
  return root.kind === 'map' ? (readConnectorObject(root) ?? readApiObject(root)) : undefined;
}

import type { JsonSchema, PublishedKind } from '../model/json-schema.ts';
import type { RulePage } from '../rule.ts';

/** What only people read, and so is apart from what a lint needs; read when somebody asks. */
export interface Knowledge {
  /** A rule with its prose; undefined for an id that no rule has. */
  readonly page: (id: string) => RulePage | undefined;
  /** The published schema of a kind, whose fields are described. */
  readonly schema: (kind: PublishedKind) => JsonSchema;
}

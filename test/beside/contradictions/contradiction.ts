import type { Scene } from './scenes.ts';

/** A text in a file, in whose place another one stands; the whole file where the text is empty. */
export type Edit = readonly [path: string, from: string, to: string];

/** A mistake that is planted into a scene. */
export interface Contradiction {
  /** What contradicts what. */
  readonly title: string;
  /** Where everything agrees. */
  readonly scene: Scene;
  /** What makes the mistake. */
  readonly planted: readonly Edit[];
  /** The rule that finds it. */
  readonly rule: string;
  /** The file with the finding and the text that it marks. */
  readonly at: readonly [path: string, text: string];
  /** What makes the planted change right: the other side follows. */
  readonly twin: readonly Edit[];
}

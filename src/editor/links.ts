import { rules } from '../../rules/index.ts';
import { instanceOf } from '../instance/instance.ts';
import { rulePageUrl } from '../links.ts';
import type { ManifestFile } from '../model/manifest-file.ts';
import { readDirectives } from '../policy/directive.ts';
import type { Span } from '../tree/span.ts';
import type { Snapshot } from './open-file.ts';

/** A stretch of a text that leads to a page. */
export interface Link {
  /** What is underlined. */
  readonly span: Span;
  /** Where it leads. */
  readonly url: string;
  /** What the page is about, in a word or two. */
  readonly about: string;
}

/** The ids of rules in comments, with their pages, and images of products with a page about each. */
export function linksIn({ file }: Snapshot): readonly Link[] {
  return file ? [...rulesIn(file), ...imagesIn(file)] : [];
}

function rulesIn(file: ManifestFile): readonly Link[] {
  return [...readDirectives(file.source)].flatMap((directive) => {
    if (!('ids' in directive)) return [];
    return directive.ids.flatMap(({ id, start, end }) => {
      const rule = rules.find((known) => known.id === id);
      return rule ? [{ span: { start, end }, url: rulePageUrl(rule), about: id }] : [];
    });
  });
}

function imagesIn({ workloads }: ManifestFile): readonly Link[] {
  return workloads.flatMap((workload) =>
    workload.containers.flatMap((container) => {
      const image = container.field.get('image');
      const { product } = instanceOf(workload).of(container);
      if (!product || !image.isScalar || !/^https:/.test(product.page)) return [];
      return [{ span: image.span, url: product.page, about: product.name }];
    }),
  );
}

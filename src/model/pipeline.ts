import type { Container } from './container.ts';

/**
 * Whether a pipeline fills in what stands in `$(…)`, as that of Azure does: Kubernetes replaces nothing in the name of
 * an image, nor a variable by itself.
 */
export function isFilledByPipeline({ env, image }: Container): boolean {
  return (
    image?.includes('$(') === true ||
    env.some(({ name, field }) => name !== undefined && field.get('value').text?.includes(`$(${name})`) === true)
  );
}

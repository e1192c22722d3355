import type { Category } from '../rule.ts';
import type { Config, Override } from './config.ts';
import { nameMatcher, pathMatcher } from './glob.ts';
import { byRule, type CompiledOverride } from './overrides.ts';
import type { ConfigLayer } from './policy.ts';

/**
 * A configuration file with its globs compiled.
 *
 * @param folder absolute, of the file, with forward slashes
 */
export function configLayer(config: Config, folder: string, categories: readonly Category[]): ConfigLayer {
  return {
    config,
    folder,
    isExcluded: pathMatcher(folder, config.exclude),
    overrides: config.overrides.map((override) => compile(override, folder, categories)),
  };
}

function compile(override: Override, folder: string, categories: readonly Category[]): CompiledOverride {
  const { files, services, containers } = override;
  return {
    override,
    matchesFile: files ? pathMatcher(folder, files) : () => true,
    matchesService: services && nameMatcher(services),
    matchesContainer: containers && nameMatcher(containers),
    levels: byRule(override.levels, categories),
  };
}

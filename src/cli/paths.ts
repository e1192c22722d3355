import { sep } from 'node:path';
import { pathBelow } from '../text/path.ts';

/** What a baseline is called where nobody says otherwise. */
export const defaultBaseline = 'cloudrun-lint-baseline.json';

/** What the files are called that say how others are deployed. */
export const deploymentNames = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
  'skaffold.yaml',
  'skaffold.yml',
  'clouddeploy.yaml',
  'clouddeploy.yml',
];

/** A path as globs, reports and addresses want it, whatever the platform. */
export function withForwardSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path for people and reports: relative to the working directory where it lies below it, else absolute. */
export function displayPath(absolute: string, cwd: string): string {
  const place = withForwardSlashes(absolute);
  return pathBelow(place, withForwardSlashes(cwd)) ?? place;
}

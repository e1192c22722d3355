/** What a person says of where files are deployed: by the file's own signals, or all to Cloud Run. */
export type Target = 'auto' | 'cloud-run';

/**
 * Who reads a manifest on its way to Cloud Run. `gcloud run services replace` takes a value only in the type of its
 * field. skaffold, and with it Cloud Deploy, makes texts of numbers and booleans where a text belongs, as
 * sigs.k8s.io/yaml does.
 */
export type Deployer = 'gcloud' | 'skaffold';

/** What is known of a manifest from outside of it. */
export interface Surroundings {
  /** `auto` where nobody says. */
  readonly target: Target;
  /** Asked only where something hangs on it, since files are looked for. */
  readonly deployer: () => Deployer;
}

/** Nothing is known: whoever deploys it, gcloud may be asked to. */
export const unknownSurroundings: Surroundings = { target: 'auto', deployer: () => 'gcloud' };

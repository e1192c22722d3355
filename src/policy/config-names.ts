/** What a configuration file is called. */
export const configNames = ['cloudrun-lint.yaml', 'cloudrun-lint.yml', 'cloudrun-lint.json'];

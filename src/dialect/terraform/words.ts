/** What Terraform's types begin with, and what the source of each module that is read has in it. */
export const terraformWords: readonly string[] = [
  'google_cloud_run',
  'cloud-run/google',
  'google-cloud-run',
  'cloud-run-datadog',
];

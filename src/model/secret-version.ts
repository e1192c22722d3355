/** Names that Kubernetes secrets give to the entries of their data, in lower case and without separators. */
const dataKeys: ReadonlySet<string> = new Set(
  `apikey accesskey accesstoken adminpassword auth authtoken bearertoken ca cert certificate clientid clientsecret config
  connectionstring connectionuri consumerkey consumersecret credential credentials data databaseurl dbhost dbname
  dbpassword dburl dbuser dburi dsn email encryptionkey file host jwtsecret key keyfile login masterkey mongodburi pass
  passphrase passwd password port postgresurl privatekey publickey pwd redishost redisurl refreshtoken rootpassword
  salt secret secretaccesskey secretkey secretkeybase secretname serviceaccount sessionsecret signingkey sshkey tls
  token uri url user userid username value webhooksecret webhookurl`.split(/\s+/),
);

/**
 * Whether the version of a secret looks like an entry of a Kubernetes secret's data instead. Secret Manager's versions
 * are "latest", numbers, and aliases of letters, digits, hyphens and underscores that a team chooses.
 *
 * @param version as the file writes it
 * @param names what the secret and the variable are called: an alias is never called so too
 */
export function isDataKey(version: string, names: readonly (string | undefined)[]): boolean {
  if (version === 'latest' || /^\d+$/.test(version)) return false;
  if (/[^A-Za-z0-9_-]/.test(version)) return true;
  const plain = squeeze(version);
  return dataKeys.has(plain) || names.some((name) => name !== undefined && squeeze(name) === plain);
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

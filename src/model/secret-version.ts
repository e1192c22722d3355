/** Names that Kubernetes secrets give to the entries of their data, in lower case and without separators. */
const dataKeys: ReadonlySet<string> = new Set(
  `accesskey accesstoken adminpassword apikey auth authtoken bearertoken bucket bucketname ca cert certificate
  clientid clientsecret config connectionstring connectionuri consumerkey consumersecret credential credentials data
  databaseurl dbhost dbname dbpassword dburi dburl dbuser dsn email encryptionkey endpoint file host hostname
  jwtsecret key keyfile login masterkey mongodburi pass passphrase passwd password port postgresurl private
  privatekey projectid public publickey pwd redishost redisurl refreshtoken rootpassword salt secret secretaccesskey
  secretkey secretkeybase secretname serviceaccount sessionsecret signingkey sshkey tls token uri url user userid
  username value webhooksecret webhookurl`.split(/\s+/),
);

/** What the name of an entry ends in after what it belongs to: `cluster-endpoint`. */
const dataEnding =
  /[-_](?:api[-_]?key|client[-_]?(?:id|secret)|connection[-_]?string|dsn|email|endpoint|host|hostname|password|uri|url|username)$/i;

/** Words of an alias, which tells one version from the others, as numbers do. */
const aliasWord =
  /^(?:active|backup|blue|canary|current|default|dev|development|green|last|latest|live|new|next|old|prev|previous|primary|prod|production|qa|rotated|secondary|stable|stage|staging|stg|test|uat)$/;

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
  if (dataKeys.has(plain) || names.some((name) => name !== undefined && squeeze(name) === plain)) return true;
  return (
    dataEnding.test(version) &&
    !version
      .toLowerCase()
      .split(/[-_]/)
      .some((word) => aliasWord.test(word) || /\d/.test(word))
  );
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

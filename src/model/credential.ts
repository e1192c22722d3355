/** Beginnings and forms that only secrets have, with what they are. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----/, 'a private key'],
  [/"private_key"\s*:\s*"/, 'the key of a service account'],
  [/^(?:ghp|gho|ghs|ghr)_[A-Za-z0-9]{30,}$|^github_pat_[A-Za-z0-9_]{30,}$/, 'a GitHub token'],
  [/^glpat-[A-Za-z0-9_-]{20,}$/, 'a GitLab token'],
  [/^xox[abprs]-[A-Za-z0-9-]{10,}$/, 'a Slack token'],
  [/^[rs]k_(?:live|test)_[A-Za-z0-9]{16,}$/, 'a Stripe key'],
  [/^sk-[A-Za-z0-9_-]{20,}$/, 'an API key'],
  [/^SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}$/, 'a SendGrid key'],
  [/^npm_[A-Za-z0-9]{30,}$/, 'an npm token'],
  [/^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#]{0,200}:[^\s/@?#]{1,200}@/i, 'a password in a URL'],
];

/** Last words of the names that secrets are given. */
const single: ReadonlySet<string> = new Set(
  'PASSWORD PASSWD PASSPHRASE PASS PWD SECRET TOKEN APIKEY AUTHKEY CREDENTIAL CREDENTIALS'.split(' '),
);
const beforeKey: ReadonlySet<string> = new Set(
  'API ACCESS SECRET PRIVATE ENCRYPTION SIGNING MASTER AUTH LICENSE SESSION JWT APP WEBHOOK STORAGE ACCOUNT'.split(' '),
);
/** What a text of one of the forms holds or begins with: most texts are told by it alone. */
const anyForm = /:\/\/|-----BEGIN|"private_key"|^(?:gh[oprs]_|github_pat_|glpat-|xox|[rs]k_|sk-|SG\.|npm_)/;

/** Build tools put variables of these names into pages for the browser: what they hold is public. */
const isPublic = /^(?:NEXT_PUBLIC|PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY)_/;

/**
 * What kind of secret a variable holds in plain text; undefined where it holds none or that is not sure. The value is
 * taken as it is, so placeholders have to be sorted out before.
 */
export function credentialIn(name: string, value: string): string | undefined {
  const known = anyForm.test(value) ? forms.find(([form]) => form.test(value)) : undefined;
  if (known) return known[1];
  return namesSecret(name) && !isPublic.test(name) && looksSecret(value) ? 'a secret' : undefined;
}

function namesSecret(name: string): boolean {
  if (!/KEY|PASS|PWD|SECRET|TOKEN|CREDENTIAL/i.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[_.-]+/);
  const last = words.at(-1) ?? '';
  return single.has(last) || (last === 'KEY' && beforeKey.has(words.at(-2) ?? ''));
}

/** False for what stands in for a secret or says where it is: paths, names of resources, switches, blanks. */
function looksSecret(value: string): boolean {
  const text = value.trim();
  if (
    text.length < 4 ||
    /^(?:true|false|yes|no|on|off|none|null|nil|undefined|default|disabled|enabled)$/i.test(text)
  ) {
    return false;
  }
  if (/^(?:\.{0,2}\/|~|[a-z]:\\|[a-z][a-z0-9+.-]*:|projects\/)/i.test(text)) return false;
  if (/^(?:x+|\*+|\.+|-+|#+|\?+)$/i.test(text)) return false;
  if (/change|replace|your|todo|fixme|dummy|example|placeholder|insert|redacted|fake|<|>/i.test(text)) return false;
  if (text.length > 128) return true;
  // The name of a secret: words joined by hyphens, one of which says what it is.
  return !/^[a-z0-9]+(?:[-_][a-z0-9]+)*[-_](?:secret|token|key|password|credentials?)(?:[-_][a-z0-9]+)*$/.test(text);
}

import type { Span } from '../tree/span.ts';

/** Beginnings and forms that only secrets have, with what they are; where the secret is a part, the group is that part. */
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
  [/^base64:[A-Za-z0-9+/]{40,}={0,2}$/, 'an encryption key'],
  [/^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#]{0,200}:([^\s/@?#]{1,200})@/i, 'a password in a URL'],
  // ADO.NET, JDBC, libpq, Azure: `Server=db;User Id=shop;Password=…`. On a page of the web it is a field of a form.
  [
    /^(?!https?:).{0,2000}?(?:^|[?&;\s])(?:password|pwd|accountkey|sharedaccesskey)\s?=\s?([^&;\s"']{4,})/is,
    'a password in a connection string',
  ],
];

/** Last words of the names of secrets that people choose, and of those that machines make. */
const chosen: ReadonlySet<string> = new Set('PASSWORD PASSWD PASSPHRASE PASS PWD SECRET'.split(' '));
const made: ReadonlySet<string> = new Set('TOKEN APIKEY AUTHKEY CREDENTIAL CREDENTIALS'.split(' '));
const beforeKey: ReadonlySet<string> = new Set(
  'API ACCESS SECRET PRIVATE ENCRYPTION SIGNING MASTER AUTH LICENSE SESSION JWT APP WEBHOOK STORAGE ACCOUNT'.split(' '),
);
/** What a text of one of the forms holds or begins with: most texts are told by it alone. */
const anyForm =
  /:\/\/|-----BEGIN|"private_key"|^(?:gh[oprs]_|github_pat_|glpat-|xox|[rs]k_|sk-|SG\.|npm_|base64:)|(?:password|pwd|accesskey|accountkey)\s?=/i;

/** Build tools put variables of these names into pages for the browser: what they hold is public. */
const isPublic = /^(?:NEXT_PUBLIC|PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY)_/;

/**
 * What kind of secret a variable holds in plain text; undefined where it holds none or that is not sure. The value is
 * taken as it is, so placeholders have to be sorted out before.
 */
export function credentialIn(name: string, value: string): string | undefined {
  const known = anyForm.test(value) ? formOf(value) : undefined;
  if (known !== undefined) return known;
  const kind = isPublic.test(name) ? undefined : secretNamed(name);
  return kind && looksSecret(value) && !(kind === 'made' && isWord(value)) ? 'a secret' : undefined;
}

/**
 * The mark that stands for a secret, where the value of a variable is nothing else: of `${API_KEY}` or `$API_KEY`, as
 * envsubst and Terraform fill it in before the deploy, all of it. undefined where either name is no secret's.
 */
export function secretFilledIn(
  name: string,
  value: string,
): { readonly mark: string; readonly of: string } | undefined {
  const [mark, braced, bare] = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/.exec(value) ?? [];
  const of = braced ?? bare;
  if (mark === undefined || of === undefined || isPublic.test(name)) return undefined;
  return secretNamed(name) && secretNamed(of) ? { mark, of } : undefined;
}

function formOf(value: string): string | undefined {
  for (const [form, what] of forms) {
    const found = form.exec(value);
    // In a long text, a key's letters may spell anything.
    const secret = found?.[1] ?? (value.length < 200 ? value : '');
    if (found && !standsIn(secret)) return what;
  }
  return undefined;
}

/** Passwords in connection strings, all of a text. */
const behindKey = /(?<=^|[?&;\s])(?:password|pwd|accountkey|sharedaccesskey)\s?=\s?([^&;\s"']{4,})/gi;

/** Which characters of a value are the secret that `credentialIn` finds in it: passwords in an address, else all of it. */
export function secretParts(value: string): readonly Span[] {
  const what = anyForm.test(value) ? formOf(value) : undefined;
  const isPartial = what === 'a password in a URL' || what === 'a password in a connection string';
  const parts = isPartial ? [...passwordsInUrls(value), ...[...value.matchAll(behindKey)].map(lastGroup)] : [];
  return parts.length > 0 ? parts : [{ start: 0, end: value.length }];
}

/** So much of a URL is read for its user and password, in UTF-16 units. */
const longestUser = 1_000;

/** Where passwords stand in the URLs of a text: behind the first colon of a user, up to the last `@` before a path. */
export function* passwordsInUrls(text: string): Iterable<Span> {
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const from = at + 3;
    const near = text.slice(from, from + longestUser);
    const end = near.search(/[\s/?#"']/);
    const authority = end === -1 ? near : near.slice(0, end);
    const [colon, sign] = [authority.indexOf(':'), authority.lastIndexOf('@')];
    if (colon !== -1 && colon + 1 < sign) yield { start: from + colon + 1, end: from + sign };
  }
}

/** The group that a match ends with. */
function lastGroup({ 0: whole, 1: part = '', index }: RegExpExecArray): Span {
  const end = index + whole.length;
  return { start: end - part.length, end };
}

/** Whether a variable of this name holds a secret that somebody chose, or one that a machine made; undefined for others. */
function secretNamed(name: string): 'chosen' | 'made' | undefined {
  if (!/KEY|PASS|PWD|SECRET|TOKEN|CREDENTIAL/i.test(name)) return undefined;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[_.-]+/)
    .filter((word) => !/^\d*$/.test(word));
  const last = words.at(-1) ?? '';
  if (chosen.has(last) || last.endsWith('PASSWORD')) return 'chosen';
  return made.has(last) || (last === 'KEY' && beforeKey.has(words.at(-2) ?? '')) ? 'made' : undefined;
}

/** False for what says where a secret is, or is public: paths, files, addresses, names of resources, switches, blanks. */
function looksSecret(value: string): boolean {
  const text = value.trim();
  if (
    text.length < 4 ||
    /^(?:true|false|yes|no|on|off|none|null|nil|undefined|default|disabled|enabled|optional|required|unused|ignored)$/i.test(
      text,
    )
  ) {
    return false;
  }
  if (/^(?:\.{0,2}\/|~|[a-z]:\\|[a-z][a-z0-9+.-]*:|projects\/)/i.test(text)) return false;
  // A file, an address to connect to, an address of a contract, what is encrypted already, and keys for the browser.
  if (/^[\w./-]+\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini)$/i.test(text)) return false;
  if (/^[\w.-]+:\d{2,5}\/?$|^0x[0-9a-f]{40}$|^ENC[([]|^pk[._]|^pub[0-9a-f]{8}|^phc_/i.test(text)) return false;
  if (standsIn(text)) return false;
  if (text.length > 128) return true;
  // The name of a secret: words joined by hyphens or slashes, one of which says what it is.
  return !/^[a-z0-9]+(?:[-_/][a-z0-9]+)*[-_/](?:secret|token|key|password|credentials?)(?:[-_/][a-z0-9]+)*$/.test(text);
}

/** Whether somebody is to put the secret here: `PASSWORD`, `****`, `[token]`, `your key`. */
function standsIn(text: string): boolean {
  return (
    /^(?:sk-)?(?:[xX]+|\*+|\.+|-+|#+|\?+|[A-Z]{3,20})$/.test(text) ||
    /^[[({]{1,2}[\w .:-]+[\])}]{1,2}$/.test(text) ||
    /change|replace|your|todo|fixme|dummy|example|placeholder|insert|redacted|fake|<|>/i.test(text)
  );
}

/** What no machine makes: a count, letters alone, or a few words, unless they say that they are secret. */
function isWord(text: string): boolean {
  return /^(?:\d{1,9}|(?=.{1,24}$)[A-Za-z]+(?:[-_.][A-Za-z]+)*)$/.test(text) && !/secret|passw/i.test(text);
}

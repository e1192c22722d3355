/**
 * What the name of a variable or flag says of its value: `bind`, what the program is to listen on; `address`, something
 * that it calls; `host`, a host whose port stands elsewhere or is the usual one; `own`, how others call the program;
 * `perhaps-own`, the same, though some call themselves; `allowed`, who may call it, or is called without a proxy;
 * `label`, a mark for people; `sql`, a database that speaks SQL; `no-sql`, what is called a database and speaks none, or
 * a server in front of one; `no-http`, something that speaks another protocol than HTTP; `route`, the path of a URL.
 */
export type Meaning =
  | 'bind'
  | 'address'
  | 'host'
  | 'own'
  | 'perhaps-own'
  | 'allowed'
  | 'label'
  | 'sql'
  | 'no-sql'
  | 'no-http'
  | 'route';

/** What names of variables look like for each meaning, written as `wordsOf` gives them. */
const variables: Readonly<Record<Meaning, RegExp>> = {
  // Elsewhere the same words name a peer.
  bind: /\b(?:BIND|LISTEN|LISTENER)\b|^(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER HOST|SERVER ADDRESS)$/,
  address: /\b(?:ADDR|ADDRESS|BACKEND|BROKER|DSN|ENDPOINT|HOST|ORIGIN|PROXY|SERVER|TARGET|UPSTREAM|URI|URL)S?$/,
  host: /\b(?:HOST|HOSTNAME|ADDR)$/,
  own: /\b(?:CALLBACK|REDIRECT|REFERR?ERS?|ISSUER|AUDIENCE|PUBLIC|EXTERNAL|NEXTAUTH|SELF|SITE|VHOST|VIRTUAL)\b/,
  'perhaps-own':
    /^(?:APP|BASE|CLIENT|FRONTEND|HOME|ROOT|SERVER|SERVICE|WEB|WEBSITE|WP|WORDPRESS)(?: BASE| ROOT)? (?:URL|URI|HOST|HOSTNAME|ORIGIN|DOMAIN)$|^(?:REACT APP|VITE|GATSBY|EXPO) /,
  allowed: /\b(?:CORS|ORIGINS?|ALLOW(?:ED|LIST)?|TRUST(?:ED)?|CSRF|NO ?PROXY)\b/,
  label: /\b(?:TAGS?|LABELS?|ATTRIBUTES)\b/,
  sql: /\b(?:DB|DATABASE|SQL|PG|POSTGRES(?:QL)?|MYSQL|ALLOYDB|CLOUDSQL|INSTANCE)\b/,
  'no-sql':
    /\b(?:ADMIN|API|CACHE|CASSANDRA|CHROMA|COUCH|DYNAMO|GATEWAY|GRAPH|GRPC|HTTP|INFLUX|MEMORY|METRICS|MILVUS|MONGO|NEO4J|POSTGREST|QDRANT|REDIS|REST|SCYLLA|SEARCH|STUDIO|SURREAL|TIMESERIES|UI|VECTOR|WEAVIATE|WEB)\b/,
  'no-http':
    /DB|SQL|\b(?:DATABASE|PG|POSTGRES|MONGO|REDIS|VALKEY|MEMCACHED?|AMQP|RABBIT(?:MQ)?|KAFKA|NATS|SMTP|MAIL|SENTRY|DSN)\b/,
  route:
    /\b(?:ROUTES?|URLS?|URIS?|ENDPOINTS?|PREFIX|CALLBACK|WEBHOOK|REDIRECT|(?:BASE|CONTEXT|HEALTH|CHECK|HEALTHCHECK|METRICS) ?PATH)(?: \w+)?$/,
};

/** The same for flags, where these differ. */
const flags: Partial<typeof variables> = {
  bind: /\b(?:LISTEN|BIND)|\bADDR(?:ESS)?$|^(?:HOST|HOSTNAME|METRICS|HTTP)$/,
  'perhaps-own': /\b(?:ADVERTISE|EXTERNAL|PUBLIC|REDIRECT|CALLBACK|ROOT|BASE|SERVER NAME|ORIGIN)\b/,
};

/** Whether the name of a variable, or of a flag with its dashes, says that of the value. */
export function means(name: string, ...meanings: readonly Meaning[]): boolean {
  const words = wordsOf(name);
  return meanings.some((meaning) => ((name.startsWith('-') && flags[meaning]) || variables[meaning]).test(words));
}

/** The words of a name in capitals, with a blank between: `dbHost`, `db__host` and `DBHOST` are `DB HOST`. */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1 ')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toUpperCase();
  // A ghost is no host.
  return words.replace(/(?<=[A-Z0-9])(?<!\bG|\bV|\bLOCAL)(HOST|HOSTNAME|ADDR|ADDRESS|URL|URI|DSN|ENDPOINT)$/, ' $1');
}

/** Names under which people tell a server its port: flags and variables. */
export const portSettings: readonly string[] = ['PORT', 'SERVER_PORT', 'HTTP_PORT', 'APP_PORT', '--port', '-p'];

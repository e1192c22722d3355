import * as assert from 'uvu/assert';
import { type Meaning, means } from '../../src/instance/variable-names.ts';
import { suite } from '../suite.ts';

suite('instance/variable names', (test) => {
  /** Names with all that they mean, so that a word which is too wide shows. */
  const table: readonly [string, string][] = [
    ['LISTEN_ADDR', 'bind address host'],
    ['HOST', 'bind address host'],
    ['SERVER_HOST', 'bind address host perhaps-own'],
    ['SERVER__HOST', 'bind address host perhaps-own'],
    ['API_HOST', 'address host no-sql'],
    ['DB_HOST', 'address host sql no-http'],
    ['dbHost', 'address host sql no-http'],
    ['db__host', 'address host sql no-http'],
    ['PGHOST', 'address host sql no-http'],
    ['REDISHOST', 'address host no-sql no-http'],
    ['GHOST', ''],
    ['VHOST', 'own'],
    ['G_HOST', 'address host'],
    ['DATABASE_URL', 'address sql no-http route'],
    ['DATABASE_API_URL', 'address sql no-sql no-http route'],
    ['CACHE_HOSTNAME', 'host no-sql'],
    ['KAFKA_BROKERS', 'address no-http'],
    ['SEARCH_URLS', 'address no-sql route'],
    ['APP_URL', 'address perhaps-own route'],
    ['WEB_BASE_URL', 'address perhaps-own no-sql route'],
    ['VITE_API', 'perhaps-own no-sql'],
    ['CALLBACK_URL', 'address own route'],
    ['CORS_ORIGIN', 'address allowed'],
    ['NO_PROXY', 'address allowed'],
    ['HTTP_PROXY', 'address no-sql'],
    ['LOG_TAGS', 'label'],
    ['BINDING', ''],
    ['HEALTH_CHECK_PATH', 'route'],
    ['URL_PATH', 'route'],
    ['CONFIG_PATH', ''],
    ['--listen-address', 'bind address'],
    ['--web.listenAddr', 'bind address host no-sql'],
    ['--bind', 'bind'],
    ['--http', 'bind no-sql'],
    ['--host', 'bind address host'],
    ['--backend-host', 'address host'],
    ['--upstream', 'address'],
    ['--public-url', 'address own perhaps-own route'],
    ['--server-name', 'perhaps-own'],
    ['--service-name', ''],
  ];
  const meanings: readonly Meaning[] = [
    'bind',
    'address',
    'host',
    'own',
    'perhaps-own',
    'allowed',
    'label',
    'sql',
    'no-sql',
    'no-http',
    'route',
  ];
  for (const [name, expected] of table) {
    test(`"${name}" means ${expected || 'nothing'}`, () => {
      assert.is(meanings.filter((meaning) => means(name, meaning)).join(' '), expected);
    });
  }

  test('one of several meanings is enough', () => {
    assert.is(means('LOG_TAGS', 'own', 'label'), true);
    assert.is(means('LOG_TAGS'), false);
  });
});

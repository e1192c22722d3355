import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { credentialIn } from '../../src/model/credential.ts';
import { isDataKey } from '../../src/model/secret-version.ts';
import { secretsWritten } from '../../src/model/written-secrets.ts';
import { suite } from '../suite.ts';

suite('model/secrets', (test) => {
  test('knows a secret by its form, whatever the variable is called', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    const found: readonly (readonly [string, string])[] = [
      ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a private key'],
      ['{"type": "service_account", "private_key": "-----BEGIN"}', 'the key of a service account'],
      [`ghp_${letters}`, 'a GitHub token'],
      [`sk_live_${letters}`, 'a Stripe key'],
      ['postgres://shop:horse7@10.0.0.3/orders', 'a password in a URL'],
      ['redis://:horse7@10.0.0.3', 'a password in a URL'],
      ['jdbc:postgresql://10.0.0.3/orders?user=shop&password=horse7', 'a password in a connection string'],
      ['host=10.0.0.3 user=shop password=horse7', 'a password in a connection string'],
      [`base64:${letters}ABCDEFGH=`, 'an encryption key'],
    ];
    for (const [value, what] of found) assert.is(credentialIn('SETTING', value), what, value);
  });

  test('knows a secret by its name and a value that is none of something else', () => {
    for (const name of ['DB_PASSWORD', 'dbPassword', 'spring.datasource.password', 'API_KEY', 'AUTH_TOKEN', 'SECRET']) {
      assert.is(credentialIn(name, 'correct horse'), 'a secret', name);
    }
    for (const name of ['PGPASSWORD', 'DB_PASSWORD_2']) assert.is(credentialIn(name, 'horses'), 'a secret', name);
    assert.is(credentialIn('ADMIN_TOKEN', 'mysecrettoken'), 'a secret');
  });

  test('takes nothing for a secret that only sounds like one', () => {
    const harmless: readonly (readonly [string, string])[] = [
      ['MAX_TOKENS', '4096'],
      ['TOKEN_LIFETIME', '3600s'],
      ['DB_PASSWORD_FILE', '/secrets/password'],
      ['DB_PASSWORD', '/secrets/password'],
      ['REQUIRE_PASSWORD', 'true'],
      ['SIGNING_SECRET', 'projects/acme/secrets/signing'],
      ['STRIPE_API_KEY', 'stripe-api-key'],
      ['API_KEY', 'changeme'],
      ['API_KEY', 'xxxxxxxx'],
      ['PUBLIC_KEY', 'MIIBIjANBgkqhkiG9w0'],
      ['NEXT_PUBLIC_API_KEY', 'AIzaSyA-abcdef'],
      ['CACHE_KEY', 'catalogue'],
      ['DATABASE_URL', 'postgres://shop@localhost/orders'],
      ['CALLBACK_URL', 'https://shop.example/a:b@c'],
      ['PASSWORD', ''],
      ['PASSWORD', 'PASSWORD'],
      ['DB_PASSWORD', '[password]'],
      ['DB_PASSWORD', 'prod/orders/password'],
      ['GOOGLE_CREDENTIALS', 'keys/shop.json'],
      ['DATABASE_URL', 'postgres://shop:****@10.0.0.3/orders'],
      ['RESET_URL', 'https://shop.example/reset?password=forgotten'],
      ['API_KEY', 'sk-xxxxxxxxxxxxxxxxxxxxxxxx'],
      ['API_KEY', 'not-needed'],
      ['MAX_TOKEN', '4096'],
      ['BASE_TOKEN', '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2'],
      ['MAPBOX_ACCESS_TOKEN', 'pk.eyJ1IjoiYWNtZSJ9'],
    ];
    for (const [name, value] of harmless) assert.is(credentialIn(name, value), undefined, `${name}=${value}`);
  });

  test('tells a version from an entry of a Kubernetes secret', () => {
    for (const key of [
      'password',
      'db-password',
      'tls.crt',
      'API_KEY',
      'secret-key',
      'username',
      'public',
      'endpoint',
      'cluster-endpoint',
      'openai_api_key',
      'oauth-client-id',
    ]) {
      assert.ok(isDataKey(key, []), key);
    }
    assert.ok(isDataKey('stripe-key', ['shop', 'STRIPE_KEY']));
    for (const key of [
      'latest',
      '1',
      '42',
      'production',
      'stable',
      'v2',
      'blue-green',
      'stripe-live',
      'curl',
      'old-password',
      'prod-api-key',
      'localhost',
      'host-1',
    ]) {
      assert.not(isDataKey(key, ['shop', 'STRIPE_KEY']), key);
    }
  });

  test('is seen in a text that cannot be parsed, with what is glued to it', () => {
    const texts = [
      'name: DB_PASSWORD\n  value: |horse7\n',
      'name: DB_PASSWORD\n  value: !!timestamp horse7\n',
      'name: DB_PASSWORD\n  value: horse6\n  value: horse7\n',
      'name: DB_PASSWORD\n  value: "horse6"horse7\n',
      'name: DB_PASSWORD\n  value: horse6: horse7\n',
      'name = "DB_PASSWORD"\n  value = "horse7\n}\n',
      'name = "DB_PASSWORD"\n  value = "SEKRIT"horse7"\n',
    ];
    for (const text of texts) {
      const at = text.indexOf('horse7');
      const isHidden = [...secretsWritten(text)].some(({ span }) => span.start <= at && at + 6 <= span.end);
      assert.ok(isHidden, text);
    }
  });

  test('is not shown where a block is broken, or of two values only the first is read', () => {
    const texts: Readonly<Record<string, string>> = {
      'a.tf':
        'resource "google_cloud_run_v2_service" "a" {\n  template {\n    containers {\n      image = "a"\n      env {\n        name = "DB_PASSWORD"\n        value = "horse7\n      }\n    }\n  }\n}\n',
      'a.yaml':
        'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: shop }\nspec:\n  template:\n    spec:\n      containers:\n        - image: docker.io/acme/shop:1.4.2\n          env:\n            - name: DB_PASSWORD\n              value: horse6\n              value: horse7\n',
    };
    for (const [path, text] of Object.entries(texts)) {
      const { diagnostics, secrets } = lint(path, text, { rules });
      assert.ok(diagnostics.length > 0);
      assert.not.match(secrets?.mask(text) ?? text, /horse/, path);
    }
  });
});

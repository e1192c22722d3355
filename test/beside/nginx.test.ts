import * as assert from 'uvu/assert';
import { parseNginx } from '../../src/beside/nginx/parse.ts';
import { type NginxFacts, readNginx } from '../../src/beside/nginx/read.ts';
import { SourceText } from '../../src/tree/source-text.ts';
import { suite } from '../suite.ts';

function facts(text: string, isWhole = true): NginxFacts {
  return readNginx(parseNginx(new SourceText('nginx.conf', text)).directives, 80, isWhole, (word) => word.text);
}

const ports = (text: string): readonly string[] =>
  facts(text).opened.map(({ port, reach, protocol, udp, on }) => {
    const { start, end } = on.span;
    return `${port} ${reach} ${protocol}${udp ? ' udp' : ''} @${text.slice(start, end)}`;
  });

const calls = (text: string, isWhole?: boolean): readonly string[] =>
  facts(text, isWhole).called.map(({ host, port, protocol, name, on }) => {
    return `${name} ${host}:${port} ${protocol} @${text.slice(on.span.start, on.span.end)}`;
  });

const problem = (text: string): string | undefined => parseNginx(new SourceText('nginx.conf', text)).problem?.message;

suite('beside/nginx', (test) => {
  test('reads where servers listen', () => {
    assert.equal(
      ports(
        'server { listen 8080; } server { listen 127.0.0.1:81 ssl; listen [::]:82; listen unix:/x; listen localhost; listen *:53 udp; }',
      ),
      [
        '8080 all http @8080',
        '81 loopback https @127.0.0.1:81',
        '82 all http @[::]:82',
        '80 loopback http @localhost',
        '53 all http udp @*:53',
      ],
    );
    assert.equal(ports('http { server { } }'), ['80 all http @server']);
    assert.equal(ports('stream { server { listen 5432; } server { } }'), ['5432 all tcp @5432']);
    assert.equal(ports('server { listen $port; }'), ['undefined undefined http @$port']);
  });

  test('reads where requests are passed on to, upstreams included', () => {
    const text = `
      upstream api { server 127.0.0.1:3000 weight=2; server 127.0.0.1:3001 backup; server 127.0.0.1:3002 down; server unix:/x; }
      server {
        location /a { proxy_pass "http://api/path"; }
        location /b { if ($x) { proxy_pass https://localhost; } }
        location /c { fastcgi_pass php:9000; }
        location /d { grpc_pass grpc://[::1]:50051; }
        location /e { proxy_pass http://$backend; }
        location /f { proxy_pass http://unix:/tmp/x.sock; }
      }`;
    assert.equal(calls(text), [
      'server 127.0.0.1:3000 http @127.0.0.1:3000',
      'server 127.0.0.1:3001 http @127.0.0.1:3001',
      'proxy_pass localhost:443 https @localhost',
      'fastcgi_pass php:9000 tcp @php:9000',
      'grpc_pass [::1]:50051 grpc @[::1]:50051',
    ]);
  });

  test('takes a bare name for no host where an upstream may be described elsewhere', () => {
    assert.equal(calls('location / { proxy_pass http://api; }', false), []);
    assert.equal(calls('location / { proxy_pass http://localhost:1; }', false), [
      'proxy_pass localhost:1 http @localhost:1',
    ]);
  });

  test('reads quotes, escapes, comments and blocks of Lua', () => {
    const text = `# server { listen 1; }
      server { add_header X "a;{}b"; add_header Y 'c # d'; set $x a\\;b; # listen 2;
        content_by_lua_block { local t = { "}" == "}" } ngx.say("{") }
        listen 3; }`;
    assert.equal(ports(text), ['3 all http @3']);
    assert.is(problem(text), undefined);
    const { comments } = parseNginx(new SourceText('nginx.conf', text));
    assert.equal(
      comments.map((comment) => comment.text),
      ['# server { listen 1; }', '# listen 2;'],
    );
  });

  test('says what nginx cannot read, and nothing of what it can', () => {
    assert.match(problem('server { listen 80 }') ?? '', 'A ";" is missing behind "listen".');
    assert.match(problem('server { listen 80\n server_name x; }') ?? '', 'missing behind "listen"');
    assert.match(problem('location / { proxy_pass http://a:1\n proxy_set_header Host $host; }') ?? '', '"proxy_pass"');
    assert.match(problem('server { listen 80; location / { }') ?? '', 'The block of "server" has no end');
    assert.match(problem('server { listen 80; } }') ?? '', 'closes nothing');
    assert.match(problem('listen 80') ?? '', 'missing behind "listen"');
    assert.match(problem('a "b;') ?? '', 'quote');
    for (const right of [
      '',
      'server { listen 80 default_server; server_name a\n b\n proxy_pass; }',
      'map $a $b { default 0; "~x" 1; }',
      'location ~ "^/(?<id>\\d{1,3})$" { return 200; }',
      "log_format main '$a'\n  '$b';",
      'server { listen 80; location = /x { return 200 "{}"; } }',
      'proxy_set_header X ${a}b;',
      'types { text/html html\n  htm; }',
    ]) {
      assert.is(problem(right), undefined, right);
    }
  });

  test('never throws, and ends', () => {
    const deep = `${'a {'.repeat(5000)}`;
    for (const text of [
      deep,
      '}'.repeat(1000),
      '"',
      '\\',
      '{{{',
      ';;;',
      'listen',
      '${',
      'a_by_lua_block {',
      'server { listen ; proxy_pass ; upstream; }',
    ]) {
      facts(text);
    }
  });
});

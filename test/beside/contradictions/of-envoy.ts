import type { Contradiction } from './contradiction.ts';
import { envoy, manifestName } from './scenes.ts';

const config = 'edge/envoy.yaml';

export const ofEnvoy: readonly Contradiction[] = [
  {
    title: 'the listener has another port than the one that Cloud Run is told',
    scene: envoy,
    planted: [[config, 'port_value: 8080', 'port_value: 10000']],
    rule: 'proxy-port-mismatch',
    at: [manifestName, '8080'],
    twin: [
      [manifestName, 'containerPort: 8080', 'containerPort: 10000'],
      [manifestName, 'port: 8080', 'port: 10000'],
    ],
  },
  {
    title: 'the listener is for the instance alone',
    scene: envoy,
    planted: [[config, 'address: 0.0.0.0', 'address: 127.0.0.1']],
    rule: 'loopback-ingress',
    at: [config, '8080'],
    twin: [[config, '127.0.0.1, port_value: 8080', '"::", port_value: 8080']],
  },
  {
    title: 'a cluster has another port than the application',
    scene: envoy,
    planted: [[config, 'port_value: 8081', 'port_value: 8082']],
    rule: 'upstream-mismatch',
    at: [config, '8082'],
    twin: [
      ['app/Dockerfile', '8081', '8082'],
      [manifestName, 'port: 8081', 'port: 8082'],
    ],
  },
  {
    title: 'a cluster of type STATIC has a name',
    scene: envoy,
    planted: [[config, 'address: 127.0.0.1, port_value: 8081', 'address: localhost, port_value: 8081']],
    rule: 'name-in-static-cluster',
    at: [config, 'localhost'],
    twin: [[config, 'type: STATIC', 'type: STRICT_DNS']],
  },
  {
    title: 'a cluster without a type, which is STATIC, has a name',
    scene: envoy,
    planted: [
      [config, '      type: STATIC\n', ''],
      [config, 'address: 127.0.0.1, port_value: 8081', 'address: app, port_value: 8081'],
    ],
    rule: 'name-in-static-cluster',
    at: [config, 'app'],
    twin: [[config, '    - name: app\n', '    - name: app\n      type: LOGICAL_DNS\n']],
  },
  {
    title: 'a cluster names a host of a compose file',
    scene: envoy,
    planted: [
      [config, 'STATIC', 'STRICT_DNS'],
      [config, 'address: 127.0.0.1, port_value: 8081', 'address: backend, port_value: 8081'],
    ],
    rule: 'unknown-host',
    at: [config, '8081'],
    twin: [[config, 'address: backend', 'address: app']],
  },
  {
    title: 'the administration port is that of the application',
    scene: envoy,
    planted: [[config, 'port_value: 9901', 'port_value: 8081']],
    rule: 'port-collision',
    at: ['app/Dockerfile', '8081'],
    twin: [
      [config, 'address: 127.0.0.1, port_value: 8081 } }\nstatic', 'address: 127.0.0.1, port_value: 9902 } }\nstatic'],
    ],
  },
  {
    title: 'requests go to the administration port',
    scene: envoy,
    planted: [
      [config, 'address: 127.0.0.1, port_value: 9901', 'address: 0.0.0.0, port_value: 9901'],
      [manifestName, 'containerPort: 8080', 'containerPort: 9901'],
      [manifestName, 'port: 8080', 'port: 9901'],
    ],
    rule: 'exposed-admin-port',
    at: [manifestName, '9901'],
    twin: [[manifestName, 'containerPort: 9901', 'containerPort: 8080']],
  },
  {
    title: 'a probe asks the administration port, which is for the instance alone',
    scene: envoy,
    planted: [[manifestName, 'tcpSocket: { port: 8080 }', 'httpGet: { path: /ready, port: 9901 }']],
    rule: 'unreachable-probe',
    at: [manifestName, '9901'],
    twin: [[config, 'address: 127.0.0.1, port_value: 9901', 'address: 0.0.0.0, port_value: 9901']],
  },
  {
    title: 'a probe asks an administration port that there is not',
    scene: envoy,
    planted: [
      [manifestName, 'tcpSocket: { port: 8080 }', 'httpGet: { path: /ready, port: 9901 }'],
      [config, 'admin:\n  address: { socket_address: { address: 127.0.0.1, port_value: 9901 } }\n', ''],
    ],
    rule: 'probe-port-not-served',
    at: [manifestName, '9901'],
    twin: [
      [
        config,
        'static_resources:\n',
        'admin:\n  address: { socket_address: { address: 0.0.0.0, port_value: 9901 } }\nstatic_resources:\n',
      ],
    ],
  },
  {
    title: 'the log goes to a file in memory',
    scene: envoy,
    planted: [[config, '/dev/stdout', '/tmp/access.log']],
    rule: 'log-to-file',
    at: [config, '/tmp/access.log'],
    twin: [[config, '/tmp/access.log', '/var/log/access.log']],
  },
  {
    title: 'the file is no YAML',
    scene: envoy,
    planted: [[config, 'domains: ["*"]', 'domains: *']],
    rule: 'unreadable-config',
    at: [config, ''],
    twin: [[config, 'domains: *', "domains: ['*']"]],
  },
  {
    title: 'a route names a cluster that is not there',
    scene: envoy,
    planted: [[config, 'route: { cluster: app }', 'route: { cluster: web }']],
    rule: 'undefined-component',
    at: [config, 'web'],
    twin: [[config, '    - name: app\n', '    - name: web\n']],
  },
  {
    title: 'the image has the configuration where Envoy does not look',
    scene: envoy,
    planted: [['edge/Dockerfile', '/etc/envoy/envoy.yaml', '/etc/envoy.yaml']],
    rule: 'unread-config',
    at: ['edge/Dockerfile', '/etc/envoy.yaml'],
    twin: [['edge/Dockerfile', 'envoy.yaml\n', 'envoy.yaml\nCMD ["envoy", "-c", "/etc/envoy.yaml"]\n']],
  },
];

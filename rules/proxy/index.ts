import { defineCategory } from '../../src/rule-kit.ts';
import bypassedProxy from './bypassed-proxy.ts';
import exposedAdminPort from './exposed-admin-port.ts';
import loopbackIngress from './loopback-ingress.ts';
import misnamedConfig from './misnamed-config.ts';
import missingProxySetting from './missing-proxy-setting.ts';
import proxyDependencyReversed from './proxy-dependency-reversed.ts';
import proxyPortMismatch from './proxy-port-mismatch.ts';
import proxyStartsBeforeApp from './proxy-starts-before-app.ts';
import shadowedConfig from './shadowed-config.ts';
import unknownAppPort from './unknown-app-port.ts';
import unreadConfig from './unread-config.ts';
import unwritableConfig from './unwritable-config.ts';
import upstreamMismatch from './upstream-mismatch.ts';

export default defineCategory({
  id: 'proxy',
  title: 'Proxies',
  summary: 'Web servers, gateways and authenticating proxies that stand between the requests and the application.',
  rules: [
    bypassedProxy,
    proxyStartsBeforeApp,
    unknownAppPort,
    proxyPortMismatch,
    loopbackIngress,
    exposedAdminPort,
    upstreamMismatch,
    proxyDependencyReversed,
    shadowedConfig,
    unreadConfig,
    misnamedConfig,
    unwritableConfig,
    missingProxySetting,
  ],
});

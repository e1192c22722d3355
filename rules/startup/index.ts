import { defineCategory } from '../../src/rule-kit.ts';
import appStartsBeforeSidecar from './app-starts-before-sidecar.ts';
import dependenciesNotJson from './dependencies-not-json.ts';
import dependencyCycle from './dependency-cycle.ts';
import dependencyOnDefaultProbe from './dependency-on-default-probe.ts';
import dependencyWithoutStartupProbe from './dependency-without-startup-probe.ts';
import malformedDependencies from './malformed-dependencies.ts';
import slowStartupChain from './slow-startup-chain.ts';
import startupDeadlock from './startup-deadlock.ts';
import unknownDependency from './unknown-dependency.ts';
import unorderedContainers from './unordered-containers.ts';

export default defineCategory({
  id: 'startup',
  title: 'Start order',
  summary: 'Which container waits for which, and what shows that the other one is up.',
  rules: [
    unknownDependency,
    dependencyCycle,
    startupDeadlock,
    dependencyWithoutStartupProbe,
    dependencyOnDefaultProbe,
    malformedDependencies,
    dependenciesNotJson,
    appStartsBeforeSidecar,
    unorderedContainers,
    slowStartupChain,
  ],
});

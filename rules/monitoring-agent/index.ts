import { defineCategory } from '../../src/rule-kit.ts';
import agentBesideJob from './agent-beside-job.ts';
import agentBesideWrapper from './agent-beside-wrapper.ts';
import agentChangesMode from './agent-changes-mode.ts';
import agentPortMismatch from './agent-port-mismatch.ts';
import agentProbeMismatch from './agent-probe-mismatch.ts';
import agentScalesToZero from './agent-scales-to-zero.ts';
import agentSendsToItself from './agent-sends-to-itself.ts';
import agentWithoutLimits from './agent-without-limits.ts';
import agentWithoutStartupProbe from './agent-without-startup-probe.ts';
import appStartsBeforeAgent from './app-starts-before-agent.ts';
import exposedAgent from './exposed-agent.ts';
import invalidDatadogSite from './invalid-datadog-site.ts';
import logPathNotShared from './log-path-not-shared.ts';
import misplacedAgentVariable from './misplaced-agent-variable.ts';
import missingAgentSetting from './missing-agent-setting.ts';
import otlpProtocolMismatch from './otlp-protocol-mismatch.ts';
import otlpReceiverOff from './otlp-receiver-off.ts';
import retiredSidecar from './retired-sidecar.ts';
import scraperDependencyReversed from './scraper-dependency-reversed.ts';
import scraperPortMismatch from './scraper-port-mismatch.ts';
import shortAgentLiveness from './short-agent-liveness.ts';
import stockConfig from './stock-config.ts';
import throttledAgent from './throttled-agent.ts';
import twoAgents from './two-agents.ts';
import unansweredAgentProbe from './unanswered-agent-probe.ts';

export default defineCategory({
  id: 'monitoring-agent',
  title: 'Monitoring agents',
  summary:
    'Agents and collectors are always there, have CPU and memory, start in order, and have the settings that they need.',
  rules: [
    throttledAgent,
    appStartsBeforeAgent,
    agentWithoutStartupProbe,
    agentScalesToZero,
    agentBesideJob,
    agentWithoutLimits,
    exposedAgent,
    agentPortMismatch,
    agentSendsToItself,
    otlpReceiverOff,
    agentProbeMismatch,
    unansweredAgentProbe,
    missingAgentSetting,
    misplacedAgentVariable,
    stockConfig,
    invalidDatadogSite,
    agentChangesMode,
    logPathNotShared,
    otlpProtocolMismatch,
    scraperPortMismatch,
    scraperDependencyReversed,
    shortAgentLiveness,
    twoAgents,
    agentBesideWrapper,
    retiredSidecar,
  ],
});

import { defineCategory } from '../../src/rule-kit.ts';
import disabledHealthCheck from './disabled-health-check.ts';
import disputedProbeTime from './disputed-probe-time.ts';
import httpProbeOnH2c from './http-probe-on-h2c.ts';
import ineffectiveReadiness from './ineffective-readiness.ts';
import invalidProbeHeader from './invalid-probe-header.ts';
import livenessOfJob from './liveness-of-job.ts';
import probeOutOfRange from './probe-out-of-range.ts';
import probePortByName from './probe-port-by-name.ts';
import probePortNotServed from './probe-port-not-served.ts';
import probeTimeoutExceedsPeriod from './probe-timeout-exceeds-period.ts';
import probeWithoutPort from './probe-without-port.ts';
import readinessDelay from './readiness-delay.ts';
import startupWindowTooLong from './startup-window-too-long.ts';
import tcpLiveness from './tcp-liveness.ts';
import unsupportedProbe from './unsupported-probe.ts';

export default defineCategory({
  id: 'probes',
  title: 'Probes',
  summary:
    'Startup, liveness and readiness probes are of a kind that Cloud Run has, and ask the container they belong to.',
  rules: [
    httpProbeOnH2c,
    unsupportedProbe,
    probePortByName,
    probeWithoutPort,
    probeOutOfRange,
    disputedProbeTime,
    readinessDelay,
    livenessOfJob,
    ineffectiveReadiness,
    invalidProbeHeader,
    probeTimeoutExceedsPeriod,
    startupWindowTooLong,
    tcpLiveness,
    probePortNotServed,
    disabledHealthCheck,
  ],
});

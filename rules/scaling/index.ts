import { defineCategory } from '../../src/rule-kit.ts';
import ambiguousTrafficTarget from './ambiguous-traffic-target.ts';
import boundsWithoutAutomaticScaling from './bounds-without-automatic-scaling.ts';
import concurrencyOutOfRange from './concurrency-out-of-range.ts';
import conflictingVpcAccess from './conflicting-vpc-access.ts';
import connectorOnWorkerPool from './connector-on-worker-pool.ts';
import delayedTaskTooLong from './delayed-task-too-long.ts';
import disabledScalingTargets from './disabled-scaling-targets.ts';
import duplicateTrafficTag from './duplicate-traffic-tag.ts';
import fixedRevisionName from './fixed-revision-name.ts';
import idleMinInstances from './idle-min-instances.ts';
import invalidNetworkInterface from './invalid-network-interface.ts';
import invalidRevisionName from './invalid-revision-name.ts';
import manualScalingConflict from './manual-scaling-conflict.ts';
import maxScaleWithDirectVpc from './max-scale-with-direct-vpc.ts';
import minAboveMax from './min-above-max.ts';
import minScaleTwice from './min-scale-twice.ts';
import pinnedTraffic from './pinned-traffic.ts';
import taskLimitsOutOfRange from './task-limits-out-of-range.ts';
import timeoutOutOfRange from './timeout-out-of-range.ts';
import trafficNot100 from './traffic-not-100.ts';
import trafficTagTooLong from './traffic-tag-too-long.ts';
import vpcEgressWithoutVpc from './vpc-egress-without-vpc.ts';

export default defineCategory({
  id: 'scaling',
  title: 'Revision and scaling',
  summary: 'Revisions can be made and get requests, and the bounds on instances, requests, time and network agree.',
  rules: [
    delayedTaskTooLong,
    boundsWithoutAutomaticScaling,
    disabledScalingTargets,
    fixedRevisionName,
    invalidRevisionName,
    trafficNot100,
    ambiguousTrafficTarget,
    trafficTagTooLong,
    duplicateTrafficTag,
    pinnedTraffic,
    minAboveMax,
    minScaleTwice,
    manualScalingConflict,
    idleMinInstances,
    concurrencyOutOfRange,
    timeoutOutOfRange,
    taskLimitsOutOfRange,
    conflictingVpcAccess,
    vpcEgressWithoutVpc,
    invalidNetworkInterface,
    connectorOnWorkerPool,
    maxScaleWithDirectVpc,
  ],
});

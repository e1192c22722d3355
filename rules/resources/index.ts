import { defineCategory } from '../../src/rule-kit.ts';
import conflictingGpuSetting from './conflicting-gpu-setting.ts';
import defaultLimits from './default-limits.ts';
import fractionalCpu from './fractional-cpu.ts';
import gpuInstanceSize from './gpu-instance-size.ts';
import ignoredRequests from './ignored-requests.ts';
import incompleteGpu from './incomplete-gpu.ts';
import instanceTooLarge from './instance-too-large.ts';
import invalidCpu from './invalid-cpu.ts';
import invalidGpu from './invalid-gpu.ts';
import invalidMemory from './invalid-memory.ts';
import memoryBelowMinimum from './memory-below-minimum.ts';
import memoryOutOfRange from './memory-out-of-range.ts';
import throttledGpu from './throttled-gpu.ts';
import unsupportedResource from './unsupported-resource.ts';

export default defineCategory({
  id: 'resources',
  title: 'Resources',
  summary: 'CPU, memory and GPU are sizes that Cloud Run offers, for each container and for all of them together.',
  rules: [
    conflictingGpuSetting,
    invalidCpu,
    invalidMemory,
    memoryOutOfRange,
    fractionalCpu,
    memoryBelowMinimum,
    instanceTooLarge,
    invalidGpu,
    incompleteGpu,
    gpuInstanceSize,
    throttledGpu,
    unsupportedResource,
    defaultLimits,
    ignoredRequests,
  ],
});

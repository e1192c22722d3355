import { defineCategory } from '../../src/rule-kit.ts';
import ineffectiveMeshAnnotation from './ineffective-mesh-annotation.ts';
import kubernetesMeshSidecar from './kubernetes-mesh-sidecar.ts';
import proxyChain from './proxy-chain.ts';
import proxyWithoutLimits from './proxy-without-limits.ts';
import shortMeshName from './short-mesh-name.ts';
import sidecarsOutweighApp from './sidecars-outweigh-app.ts';
import twoMeshes from './two-meshes.ts';

export default defineCategory({
  id: 'service-mesh',
  title: 'Service mesh',
  summary: 'Meshes that come from Kubernetes, and what proxies cost in time, CPU and memory.',
  rules: [
    kubernetesMeshSidecar,
    ineffectiveMeshAnnotation,
    twoMeshes,
    proxyChain,
    proxyWithoutLimits,
    sidecarsOutweighApp,
    shortMeshName,
  ],
});

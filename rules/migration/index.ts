import { defineCategory } from '../../src/rule-kit.ts';
import ineffectiveField from './ineffective-field.ts';
import knativeOnly from './knative-only.ts';
import knativeService from './knative-service.ts';
import kubernetesField from './kubernetes-field.ts';
import kubernetesKind from './kubernetes-kind.ts';
import v2ApiObject from './v2-api-object.ts';

export default defineCategory({
  id: 'migration',
  title: 'Migration',
  summary: 'What comes from Kubernetes, Knative on a cluster or another API is written in the terms of Cloud Run.',
  rules: [kubernetesField, ineffectiveField, kubernetesKind, knativeOnly, knativeService, v2ApiObject],
});

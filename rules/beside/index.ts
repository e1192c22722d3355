import { defineCategory } from '../../src/rule-kit.ts';
import logToFile from './log-to-file.ts';
import misplacedConfig from './misplaced-config.ts';
import missingConfig from './missing-config.ts';
import nameInStaticCluster from './name-in-static-cluster.ts';
import telemetryGoesNowhere from './telemetry-goes-nowhere.ts';
import undefinedComponent from './undefined-component.ts';
import unreadableConfig from './unreadable-config.ts';
import unrenderedTemplate from './unrendered-template.ts';
import unsetTemplateVariable from './unset-template-variable.ts';

export default defineCategory({
  id: 'beside',
  title: 'Files beside the manifest',
  summary: 'Configurations of nginx, Envoy and the OpenTelemetry Collector that the image of a sidecar takes along.',
  rules: [
    undefinedComponent,
    unreadableConfig,
    misplacedConfig,
    missingConfig,
    nameInStaticCluster,
    unrenderedTemplate,
    unsetTemplateVariable,
    telemetryGoesNowhere,
    logToFile,
  ],
});

import { defineCategory } from '../../src/rule-kit.ts';
import breakglass from './breakglass.ts';
import defaultServiceAccount from './default-service-account.ts';
import floatingImageTag from './floating-image-tag.ts';
import floatingSidecarTag from './floating-sidecar-tag.ts';
import invalidServiceAccount from './invalid-service-account.ts';
import publicService from './public-service.ts';
import tlsPort from './tls-port.ts';
import unsupportedRegistry from './unsupported-registry.ts';

export default defineCategory({
  id: 'security',
  title: 'Security',
  summary: 'Who may call the service, as whom it runs, and which images it runs.',
  rules: [
    unsupportedRegistry,
    floatingSidecarTag,
    floatingImageTag,
    defaultServiceAccount,
    publicService,
    breakglass,
    tlsPort,
    invalidServiceAccount,
  ],
});

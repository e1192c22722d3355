import { defineCategory } from '../../src/rule-kit.ts';
import conflictingEnvSource from './conflicting-env-source.ts';
import duplicateEnv from './duplicate-env.ts';
import invalidEnvName from './invalid-env-name.ts';
import invalidSecretName from './invalid-secret-name.ts';
import latestSecretVersion from './latest-secret-version.ts';
import plaintextSecret from './plaintext-secret.ts';
import portInJob from './port-in-job.ts';
import systemEnvOverridden from './system-env-overridden.ts';
import tooLongValue from './too-long-value.ts';
import tooManyVariables from './too-many-variables.ts';
import unexpandedVariable from './unexpanded-variable.ts';
import unsupportedEnvSource from './unsupported-env-source.ts';
import variableWithoutShell from './variable-without-shell.ts';

export default defineCategory({
  id: 'env',
  title: 'Environment variables',
  summary: 'Each variable is set once, from a source that Cloud Run has, and no secret stands in plain text.',
  rules: [
    invalidSecretName,
    conflictingEnvSource,
    unsupportedEnvSource,
    invalidEnvName,
    duplicateEnv,
    systemEnvOverridden,
    plaintextSecret,
    unexpandedVariable,
    variableWithoutShell,
    latestSecretVersion,
    portInJob,
    tooManyVariables,
    tooLongValue,
  ],
});

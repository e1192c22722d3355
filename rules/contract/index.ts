import { defineCategory } from '../../src/rule-kit.ts';
import appPortMismatch from './app-port-mismatch.ts';
import commandWithoutProgram from './command-without-program.ts';
import duplicateContainerName from './duplicate-container-name.ts';
import invalidContainerName from './invalid-container-name.ts';
import invalidImage from './invalid-image.ts';
import invalidRestartPolicy from './invalid-restart-policy.ts';
import noIngressContainer from './no-ingress-container.ts';
import relativeWorkingDir from './relative-working-dir.ts';
import reservedEnv from './reserved-env.ts';
import severalIngressContainers from './several-ingress-containers.ts';
import severalPorts from './several-ports.ts';
import tooManyArguments from './too-many-arguments.ts';
import tooManyContainers from './too-many-containers.ts';
import unnamedContainer from './unnamed-container.ts';
import unsupportedPort from './unsupported-port.ts';

export default defineCategory({
  id: 'contract',
  title: 'Container contract',
  summary: 'Which container takes the requests, on which port, and what the containers are called and run.',
  rules: [
    invalidRestartPolicy,
    appPortMismatch,
    noIngressContainer,
    severalIngressContainers,
    severalPorts,
    unsupportedPort,
    tooManyContainers,
    tooManyArguments,
    duplicateContainerName,
    invalidContainerName,
    invalidImage,
    unnamedContainer,
    reservedEnv,
    commandWithoutProgram,
    relativeWorkingDir,
  ],
});

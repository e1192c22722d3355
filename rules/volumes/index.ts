import { defineCategory } from '../../src/rule-kit.ts';
import diskVolumeTooSmall from './disk-volume-too-small.ts';
import duplicateMountPath from './duplicate-mount-path.ts';
import duplicateVolume from './duplicate-volume.ts';
import forbiddenMountPath from './forbidden-mount-path.ts';
import gen1NetworkVolume from './gen1-network-volume.ts';
import ignoredReadOnly from './ignored-read-only.ts';
import implicitVolumeMedium from './implicit-volume-medium.ts';
import invalidSecretVolume from './invalid-secret-volume.ts';
import memoryVolumeTooLarge from './memory-volume-too-large.ts';
import missingBucket from './missing-bucket.ts';
import missingSecretFile from './missing-secret-file.ts';
import mountPathOfFile from './mount-path-of-file.ts';
import nfsWithoutVpc from './nfs-without-vpc.ts';
import reservedVolumeName from './reserved-volume-name.ts';
import secretKeyNotVersion from './secret-key-not-version.ts';
import tmpMountInGen1 from './tmp-mount-in-gen1.ts';
import unboundedMemoryVolume from './unbounded-memory-volume.ts';
import undefinedVolume from './undefined-volume.ts';
import unsharedMemoryVolume from './unshared-memory-volume.ts';
import unsupportedVolume from './unsupported-volume.ts';
import unusedVolume from './unused-volume.ts';

export default defineCategory({
  id: 'volumes',
  title: 'Volumes',
  summary: 'Volumes are of a kind that Cloud Run has, are bounded, and are mounted where they can be.',
  rules: [
    diskVolumeTooSmall,
    unboundedMemoryVolume,
    undefinedVolume,
    unusedVolume,
    duplicateVolume,
    duplicateMountPath,
    forbiddenMountPath,
    unsupportedVolume,
    reservedVolumeName,
    invalidSecretVolume,
    secretKeyNotVersion,
    missingSecretFile,
    gen1NetworkVolume,
    nfsWithoutVpc,
    memoryVolumeTooLarge,
    implicitVolumeMedium,
    unsharedMemoryVolume,
    ignoredReadOnly,
    missingBucket,
    tmpMountInGen1,
    mountPathOfFile,
  ],
});

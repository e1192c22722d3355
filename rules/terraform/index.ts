import { defineCategory } from '../../src/rule-kit.ts';
import cloudsqlVolumeWithoutMount from './cloudsql-volume-without-mount.ts';
import containerDependsOnMisplaced from './container-depends-on-misplaced.ts';
import differingCpuIdle from './differing-cpu-idle.ts';
import fixedNameWithoutAutogenerate from './fixed-name-without-autogenerate.ts';
import ignoredByIndex from './ignored-by-index.ts';
import implicitCpuAlways from './implicit-cpu-always.ts';
import octalMode from './octal-mode.ts';
import unauthenticatedMember from './unauthenticated-member.ts';
import unknownArgument from './unknown-argument.ts';
import v1AnnotationInV2 from './v1-annotation-in-v2.ts';
import v1Resource from './v1-resource.ts';

export default defineCategory({
  id: 'terraform',
  title: 'Terraform',
  summary: 'What only Terraform or an object of the v2 API can get wrong.',
  rules: [
    v1AnnotationInV2,
    implicitCpuAlways,
    containerDependsOnMisplaced,
    cloudsqlVolumeWithoutMount,
    differingCpuIdle,
    unknownArgument,
    ignoredByIndex,
    v1Resource,
    unauthenticatedMember,
    fixedNameWithoutAutogenerate,
    octalMode,
  ],
});

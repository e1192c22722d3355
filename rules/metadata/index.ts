import { defineCategory } from '../../src/rule-kit.ts';
import annotationPair from './annotation-pair.ts';
import deprecatedAnnotation from './deprecated-annotation.ts';
import emptyAnnotation from './empty-annotation.ts';
import exportNoise from './export-noise.ts';
import functionalTypeWithoutIdentity from './functional-type-without-identity.ts';
import gen2FeatureInGen1 from './gen2-feature-in-gen1.ts';
import ineffectiveAnnotation from './ineffective-annotation.ts';
import invalidAnnotationValue from './invalid-annotation-value.ts';
import invalidLabel from './invalid-label.ts';
import invalidNamespace from './invalid-namespace.ts';
import invalidServiceName from './invalid-service-name.ts';
import misplacedAnnotation from './misplaced-annotation.ts';
import missingLaunchStage from './missing-launch-stage.ts';
import restrictedAnnotation from './restricted-annotation.ts';
import revocationWithoutKey from './revocation-without-key.ts';
import serviceOnlyLabels from './service-only-labels.ts';
import unknownAnnotation from './unknown-annotation.ts';
import unneededLaunchStage from './unneeded-launch-stage.ts';

export default defineCategory({
  id: 'metadata',
  title: 'Metadata',
  summary: 'Names, labels and annotations are ones that Cloud Run takes, and stand where it reads them.',
  rules: [
    functionalTypeWithoutIdentity,
    gen2FeatureInGen1,
    misplacedAnnotation,
    unknownAnnotation,
    invalidAnnotationValue,
    deprecatedAnnotation,
    ineffectiveAnnotation,
    missingLaunchStage,
    unneededLaunchStage,
    invalidServiceName,
    invalidNamespace,
    invalidLabel,
    serviceOnlyLabels,
    exportNoise,
    revocationWithoutKey,
    annotationPair,
    emptyAnnotation,
    restrictedAnnotation,
  ],
});

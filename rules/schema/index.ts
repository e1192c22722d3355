import { defineCategory } from '../../src/rule-kit.ts';
import duplicateKey from './duplicate-key.ts';
import hclSyntax from './hcl-syntax.ts';
import listExpected from './list-expected.ts';
import missingField from './missing-field.ts';
import severalDocuments from './several-documents.ts';
import unknownField from './unknown-field.ts';
import unknownKind from './unknown-kind.ts';
import unquotedPlaceholder from './unquoted-placeholder.ts';
import wrongApiVersion from './wrong-api-version.ts';
import wrongType from './wrong-type.ts';
import yaml11Value from './yaml-1-1-value.ts';
import yamlSyntax from './yaml-syntax.ts';

export default defineCategory({
  id: 'schema',
  title: 'Schema',
  summary: 'The file is YAML, and every field is one that Cloud Run knows, holding what gcloud accepts.',
  rules: [
    hclSyntax,
    yamlSyntax,
    duplicateKey,
    unknownField,
    missingField,
    wrongType,
    yaml11Value,
    wrongApiVersion,
    unknownKind,
    severalDocuments,
    listExpected,
    unquotedPlaceholder,
  ],
});

import { defineCategory } from '../../src/rule.ts';
import yamlSyntax from './yaml-syntax.ts';

export default defineCategory({
  id: 'schema',
  title: 'Schema',
  summary: 'The file is YAML, and every field is one that Cloud Run knows, holding what gcloud accepts.',
  rules: [yamlSyntax],
});

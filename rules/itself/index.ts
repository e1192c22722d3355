import { defineCategory } from '../../src/rule.ts';
import internalError from './internal-error.ts';

export default defineCategory({
  id: 'itself',
  title: 'The linter itself',
  summary: 'What the linter says about its own work and about the comments that steer it.',
  rules: [internalError],
});

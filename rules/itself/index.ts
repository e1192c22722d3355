import { defineCategory } from '../../src/rule-kit.ts';
import ignoreWithoutReason from './ignore-without-reason.ts';
import internalError from './internal-error.ts';
import unknownIgnore from './unknown-ignore.ts';
import unusedIgnore from './unused-ignore.ts';

export default defineCategory({
  id: 'itself',
  title: 'The linter itself',
  summary: 'What the linter says about its own work and about the comments that steer it.',
  rules: [unusedIgnore, unknownIgnore, ignoreWithoutReason, internalError],
});

export default [];

export const equivalent = {
  '!options.explicit -> false': 'No manifest says whether it was named: test/rules/documents.test.ts does.',
  '!signal -> false': 'For types: what was passed over has a signal.',
};

export default [];

export const equivalent = {
  "workloads.some(({ surroundings }) => surroundings.deployer() === 'skaffold') -> false":
    'No manifest says who deploys it: test/rules/documents.test.ts does.',
};

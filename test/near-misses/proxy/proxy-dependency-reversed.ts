export default [];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};

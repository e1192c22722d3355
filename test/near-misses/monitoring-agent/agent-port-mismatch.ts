export default [];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};

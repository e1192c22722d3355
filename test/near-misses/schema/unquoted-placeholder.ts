import { inFile, template } from '../../../src/examples.ts';

const filledIn = template`
  spec:
    containers:
      - image: %IMAGE%
`;

export default [
  // The name says that it is a template.
  ...['j2', 'tpl', 'tmpl', 'template'].map((ending) => inFile(`service.yaml.${ending}`, filledIn)),
];

import { template } from '../../../src/examples.ts';

export default [
  // skaffold replaces the image by what it built.
  template`
    spec:
      containers:
        - image: registry.acme.example/shop # from-param: \${image}
  `,
];

export const equivalent = {
  'image.registry === undefined -> false': 'For types: an image of another registry names it.',
};

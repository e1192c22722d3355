import { inFile, template } from '../../../src/examples.ts';

const blank = template`
  spec:
    containers:
      - image: ""
`;

export default [
  // Whoever copies a sample fills it in.
  inFile('service.yaml.sample', blank),
  inFile('deploy.sample/service.example.yaml', blank),
  inFile(
    'example/service.yaml',
    template`
      spec:
        containers:
          - image: ""
    #              ^^ The container needs a value for "image".
    `,
  ),
  // What does not even stand there is no blank.
  inFile(
    'service.yaml.sample',
    template`
      spec:
        containers:
          - name: shop
    #             ^^^^ "shop" needs "image".
    `,
  ),
];

import { template } from '../../../src/examples.ts';

export default [
  // One placeholder without quotes, not a container without more than a name.
  template`
    spec:
      containers: {name}
  `,
  template`
    spec:
      containers:
  #   ^^^^^^^^^^ "containers" is one mapping, but should be a list.
        image: docker.io/acme/shop:1.4.2
        args: { port: 8080 }
  `,
];

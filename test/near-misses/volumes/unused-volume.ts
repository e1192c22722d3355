import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - name: data
        #       ^^^^ No container mounts the volume "data". Mount it or remove it.
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - name: data
          emptyDir: { medium: Memory, sizeLimit: 32Mi }
  `,
];

export const equivalent = {
  'name === undefined -> false': 'For types: there is no volume of an unknown name.',
};

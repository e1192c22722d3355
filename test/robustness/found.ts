const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\n';

/** Each input that the fuzzer found fault with, cut down to what matters, by what was wrong. */
export const found: Readonly<Record<string, string>> = {
  'an item without anything in it sought its place in its parent, which sought it in its item': `${head}spec:
  template:
    spec:
      containers:
        - -
          - image: nginx
`,
};

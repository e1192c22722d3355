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
  'a list of one line in place of a text was put in quotes where no scalar can stand': `${head}spec:
  template:
    metadata:
      annotations:
        note:
        - image: docker.io/acme/shop:1.4.2
`,
  'a mapping with an explicit key was made a list without its question mark': `${head}spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            ?
              - name: DB_USER
                value: shop
`,
};

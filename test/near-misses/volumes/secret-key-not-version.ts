import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: LOG_LEVEL
              value: info
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: token, key: DB_PASSWORD } }
            - valueFrom: { secretKeyRef: { name: db, key: password } }
            #                                             ^^^^^^^^ "password" as the "key" of a variable in "shop" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
      volumes:
        - name: keys
          secret: { secretName: keys, items: [{ key: "1", path: token }] }
        - secret: { secretName: more, items: [{ key: password, path: password }] }
        #                                            ^^^^^^^^ "password" as the "key" of an item of a volume looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
  `,
];

import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: shop, mountPath: /secrets }]
      volumes:
        - name: shop
          secret:
            secretName: shop
            items:
              - key: "4"
                path: ./
                #     ^^ The path "./" of the volume "shop" is the folder itself. Write the name of the file.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts:
            - { name: keys, mountPath: /keys, subPath: ~ }
            - { name: keys, mountPath: /more, subPath: "" }
      volumes:
        - secret: { secretName: shop, items: [{ key: latest, path: /token }] }
        #                                                          ^^^^^^ The path "/token" is absolute, but must be relative to the mount path. Write "token".
        - name: keys
          secret: { secretName: keys, defaultMode: -1 }
          #                                        ^^ The mode -1 of the volume "keys" is outside of 0 to 0777. Write a mode such as 0444.
        - name: tokens
          secret: { secretName: tokens, defaultMode: 01777 }
          #                                          ^^^^^ The mode 01777 of the volume "tokens" is outside of 0 to 0777. Write a mode such as 0444.
        - name: notes
          secret: { secretName: notes, defaultMode: "9999" }
          #                                         ^^^^^^ The mode 9999 of the volume "notes" is outside of 0 to 0777. Write a mode such as 0444.
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"
        }

        volumes {
          name = "keys"

          secret {
            secret       = "keys"
            default_mode = 0777
            #              ^^^^ The mode "0777" of the volume "keys" is read as the decimal number 777, outside of 0 to 511. Write 511.
          }
        }

        volumes {
          name = "notes"

          secret {
            secret       = "notes"
            default_mode = 640
            #              ^^^ The mode 640 of the volume "notes" is outside of 0 to 511. Write a decimal number, such as 292 for 0444.
          }
        }
      }
    }
  `,
  // JSON has no octal numbers.
  manifest`
    name: projects/acme-prod/locations/europe-west1/services/shop
    template:
      containers: [{ image: docker.io/acme/shop:1.4.2 }]
      volumes:
        - name: keys
          secret: { secret: keys, defaultMode: "0777" }
          #                                    ^^^^^^ The mode "0777" of the volume "keys" is read as the decimal number 777, outside of 0 to 511. Write 511.
  `,
];

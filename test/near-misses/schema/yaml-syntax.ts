import { manifest } from '../../../src/examples.ts';

export default [
  // Cloud Deploy reads with another library, which takes tabs.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report # from-param: \${name}
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2	# the stable one
                  command:	[report]
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
                  command:	[report]
                  #       ^ A tab stands here, where gcloud's reader stops. Write a space.
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
                  command:	[report]
                  #       ^ A tab stands here and at 2 other places, where gcloud's reader stops. Write a space.
                  args:	[--daily]
                  workingDir:	/reports
  `,
];

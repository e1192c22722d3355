/** What somebody would write who wants Spectral to look at Cloud Run's YAML: each rule says something of one path. */
export const spectralRules = `rules:
  image-is-pinned:
    message: "{{value}} is whatever version is the latest at the deploy."
    severity: warn
    given: $.spec.template.spec.containers[*].image
    then:
      function: pattern
      functionOptions: { match: "(@sha256:[0-9a-f]{64}|:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]*)$" }
  container-has-limits:
    severity: warn
    given: $.spec.template.spec.containers[*]
    then:
      - { field: resources.limits.cpu, function: truthy }
      - { field: resources.limits.memory, function: truthy }
  container-has-name:
    severity: warn
    given: $.spec.template.spec.containers[*]
    then: { field: name, function: truthy }
  container-has-one-port:
    severity: error
    given: $.spec.template.spec.containers[*].ports
    then: { function: length, functionOptions: { max: 1 } }
  one-container-has-ports:
    severity: error
    given: $.spec.template.spec.containers
    then:
      function: schema
      functionOptions:
        dialect: draft2019-09
        schema: { type: array, contains: { type: object, required: [ports] }, minContains: 1, maxContains: 1 }
  service-account-is-named:
    severity: warn
    given: $.spec.template.spec
    then: { field: serviceAccountName, function: truthy }
`;

import type { Static } from '@sinclair/typebox';
import { integer, list, object, part, text } from './field-kinds.ts';

const source = 'https://cloud.google.com/run/docs/configuring/healthchecks';
const unsupported = { 'x-unsupported': true } as const;

/** A port of the container, as a number: gcloud refuses names. */
const port = () =>
  integer('Port to ask, as a number. Without it, the container port; a sidecar has none, so it must be given there.', {
    minimum: 1,
    maximum: 65535,
  });

/** A header that a probe sends. */
const HttpHeaderSchema = object(
  {
    name: text('Name of the header.'),
    value: text('Value of the header.'),
  },
  {
    title: 'HttpHeader',
    description: 'A header that the probe sends.',
    'x-required': ['name'],
    'x-source': source,
  },
);

/** A probe over HTTP/1. */
const HttpGetSchema = object(
  {
    path: text('Path to ask for. It is reachable from outside on the ingress container.', { default: '/' }),
    port: port(),
    httpHeaders: list(HttpHeaderSchema, 'Headers to send.'),
    host: text('Host to ask. Cloud Run always asks the container itself.', unsupported),
    scheme: text('HTTP or HTTPS. Cloud Run always uses HTTP.', unsupported),
  },
  {
    title: 'HttpGet',
    description: 'Asks an HTTP/1 endpoint; a status from 200 to 399 is a success.',
    'x-source': source,
  },
);

/** A probe that opens a connection. */
const TcpSocketSchema = object(
  {
    port: port(),
    host: text('Host to connect to. Cloud Run always asks the container itself.', unsupported),
  },
  { title: 'TcpSocket', description: 'Opens a TCP connection to the container.', 'x-source': source },
);

/** A probe over the gRPC health protocol. */
const GrpcSchema = object(
  {
    port: port(),
    service: text('Service named in the health request.'),
  },
  { title: 'Grpc', description: 'Asks the gRPC health checking protocol.', 'x-source': source },
);

/** How Cloud Run finds out whether a container is started, alive or ready. Exactly one handler. */
export const ProbeSchema = object(
  {
    httpGet: part(HttpGetSchema, 'Asks an HTTP/1 endpoint.'),
    tcpSocket: part(TcpSocketSchema, 'Opens a TCP connection. For startup probes.'),
    grpc: part(GrpcSchema, 'Asks the gRPC health checking protocol.'),
    initialDelaySeconds: integer('Seconds to wait before the first probe.', { default: 0, minimum: 0 }),
    periodSeconds: integer('Seconds from one probe to the next; not less than timeoutSeconds.', {
      default: 10,
      minimum: 1,
    }),
    timeoutSeconds: integer('Seconds after which a probe counts as failed; not more than periodSeconds.', {
      default: 1,
      minimum: 1,
    }),
    failureThreshold: integer('How many failures in a row count as failed.', { default: 3, minimum: 1 }),
    successThreshold: integer('How many successes in a row count as healthy. 1 for startup and liveness.', {
      minimum: 1,
    }),
  },
  { title: 'Probe', description: 'A health check of one container. Exactly one handler.', 'x-source': source },
);

/** A probe of any kind as a manifest may write it. */
export type ProbeShape = Static<typeof ProbeSchema>;

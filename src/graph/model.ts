import type { Diagnostic } from '../diagnostic.ts';
import { instanceOf } from '../instance/instance.ts';
import type { Container } from '../model/container.ts';
import type { Workload } from '../model/workload.ts';
import { secretsOfWorkload } from '../secrecy.ts';
import type { Span } from '../tree/span.ts';
import { asWritten, drawn } from './as-written.ts';
import { Builder, type Markable, type Node } from './builder.ts';
import { drawCalls } from './calls.ts';
import { concealed } from './concealed.ts';
import { containerNotes } from './container-notes.ts';
import type { Graph } from './graph.ts';
import { Places, placeMarks } from './marks.ts';
import { drawVolumes } from './volumes.ts';

/**
 * The picture of a workload's instance. Of the diagnostics, those that lie in the workload and are not suppressed
 * become marks. Shows no secret of the workload. Never throws.
 */
export function graphOf(workload: Workload, diagnostics: readonly Diagnostic[]): Graph {
  const builder = new Builder();
  const whole: Markable = { marks: [] };
  const places = new Places(whole);
  const instance = instanceOf(workload);

  // Of more containers than can be meant an instance knows no members; they are drawn all the same.
  const members = workload.containers.map((container) => instance.of(container));
  const nodes = members.map((member) => {
    const { container } = member;
    const label = asWritten(container.field.get('name')) ?? `#${container.index + 1}`;
    const node = builder.node('container', member, () => ({
      label: drawn(label),
      notes: containerNotes(member),
      role: member.role,
    }));
    places.claimField(container.field, node);
    return node;
  });
  drawRequests(workload, nodes, builder, places);
  drawCalls(instance, nodes, builder, places);
  drawStartOrder(workload, nodes, builder, places);
  drawVolumes(workload, nodes, builder, places);

  const { start, end } = workload.field.fullSpan;
  const isWithin = (span: Span): boolean => span.start >= start && span.start <= end;
  placeMarks(
    diagnostics.filter(({ about, span, suppressed }) => !suppressed && isWithin(about?.span ?? span)),
    places,
  );
  const graph = {
    kind: workload.kind,
    name: drawn(asWritten(workload.metadata.get('name')) ?? ''),
    nodes: builder.nodes,
    edges: builder.edges,
    marks: whole.marks,
  };
  const secrets = secretsOfWorkload(workload);
  return secrets ? concealed(graph, secrets) : graph;
}

/** Requests come to the ingress container of a service or an instance, or to all that claim to be it. */
function drawRequests(workload: Workload, nodes: readonly Node[], builder: Builder, places: Places): void {
  if (workload.kind !== 'Service' && workload.kind !== 'Instance') return;
  for (const [index, container] of workload.containers.entries()) {
    if (!container.isIngress && !container.hasPorts) continue;
    const outside = builder.node('outside', 'requests', () => ({ label: 'requests', notes: ingressNotes(workload) }));
    const edge = builder.edge('request', outside, nodes[index]!);
    for (const label of portLabels(container)) edge.labels.add(label);
    places.claimField(container.field.get('ports'), edge);
  }
}

/** From where requests may come, where the file limits it. */
function ingressNotes(workload: Workload): readonly string[] {
  const ingress = asWritten(workload.annotation('run.googleapis.com/ingress'));
  return ingress === undefined || ingress === 'all' ? [] : [drawn(ingress)];
}

function portLabels(container: Container): readonly string[] {
  const ports = container.field.get('ports').items;
  if (ports.length === 0) return [':8080 http'];
  return ports.map((port) => {
    const name = asWritten(port.get('name'));
    const number = asWritten(port.get('containerPort')) ?? '8080';
    return drawn(`:${number} ${name === undefined || name === 'http1' ? 'http' : name}`);
  });
}

function drawStartOrder(workload: Workload, nodes: readonly Node[], builder: Builder, places: Places): void {
  for (const { from, to, waiter, needed, fromPlace, toPlace } of workload.dependencies.all) {
    const waiting = waiter ? nodes[waiter.index]! : missingContainer(from, builder);
    const other = needed ? nodes[needed.index]! : missingContainer(to, builder);
    const edge = builder.edge('wait', waiting, other, 'waits for');
    places.claimSpan(toPlace, edge);
    places.claimSpan(fromPlace, edge);
  }
}

function missingContainer(name: string, builder: Builder): Node {
  return builder.node('missing', `host ${name}`, () => ({ label: drawn(name) || '""', notes: ['no such container'] }));
}

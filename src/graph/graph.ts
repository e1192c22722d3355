import type { Role } from '../catalogue/product.ts';
import type { Severity } from '../diagnostic.ts';
import type { VolumeSource } from '../model/volume.ts';
import type { WorkloadKind } from '../model/workload.ts';

/** The findings of one rule at one element of the picture. */
export interface Mark {
  /** The rule's id. */
  readonly rule: string;
  /** That of the first of them in the file. */
  readonly severity: Severity;
  /** The message of each finding, visible, in the order of the file. */
  readonly messages: readonly string[];
}

/**
 * What a node stands for: `outside` for whoever sends requests, `remote` for what a proxy connects to beyond the
 * instance, `missing` for what the file refers to without defining it, or a port on which nobody is known to listen.
 */
export type NodeKind = 'outside' | 'container' | 'volume' | 'remote' | 'missing';

/** A box of the picture. All texts are visible, that is free of control characters, and of bounded length. */
export interface GraphNode {
  /** Letters and digits only, unique in the graph. */
  readonly id: string;
  /** Decides the form of the box. */
  readonly kind: NodeKind;
  /** Its name as the file writes it. */
  readonly label: string;
  /** What else is known of it, a line each. */
  readonly notes: readonly string[];
  /** The part that a container plays; undefined for other nodes. */
  readonly role?: Role | undefined;
  /** What a volume is made of; undefined where it is not known, and for other nodes. */
  readonly source?: VolumeSource | undefined;
  /** [] where nothing was found at it. */
  readonly marks: readonly Mark[];
}

/**
 * What an arrow stands for: a request from outside, a container that calls another or connects to something remote,
 * one that starts after another, or the mount of a volume.
 */
export type EdgeKind = 'request' | 'dial' | 'wait' | 'mount';

/** An arrow of the picture. There is one at most of each kind from one node to another. */
export interface GraphEdge {
  /** Decides the form of the line. */
  readonly kind: EdgeKind;
  /** Who calls, waits or mounts; one of the nodes of the graph. */
  readonly from: GraphNode;
  /** Who is called, awaited or mounted; one of the nodes of the graph. */
  readonly to: GraphNode;
  /** What is written at it: ports with what is spoken there, or the paths of a mount; visible and of bounded length. */
  readonly labels: readonly string[];
  /** [] where nothing was found at it. */
  readonly marks: readonly Mark[];
}

/** The picture of one instance, before anybody draws it. */
export interface Graph {
  /** What the instance is one of. */
  readonly kind: WorkloadKind;
  /** The workload's name as written; empty where there is none. */
  readonly name: string;
  /** Requests first, then containers, volumes, what is remote and what is missing, each in the order of the file. */
  readonly nodes: readonly GraphNode[];
  /** In the order in which they were found; both ends are among the nodes. */
  readonly edges: readonly GraphEdge[];
  /** Findings about the workload as a whole. */
  readonly marks: readonly Mark[];
}

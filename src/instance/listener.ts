import type { Certainty } from '../catalogue/certainty.ts';
import type { Listen, Protocol, Purpose, Reach } from '../catalogue/product.ts';
import type { Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** A port that a container opens, as far as the file and the catalogue tell. */
export interface Listener {
  /** The container that opens it. */
  readonly member: Member;
  /** undefined where it opens one whose number is not known. */
  readonly port: number | undefined;
  /** False for TCP, and where nothing tells. */
  readonly udp: boolean;
  /** undefined where it is not known who can reach it. */
  readonly reach: Reach | undefined;
  /** undefined where nothing tells what is spoken. */
  readonly protocol: Protocol | undefined;
  /** `data` where only the file speaks of it. */
  readonly purpose: Purpose;
  /** What the catalogue says of it; undefined where only the file speaks of it. */
  readonly listen?: Listen;
  /** What in the file says so: a setting's value, a port, a probe; the image where it is the product's default. */
  readonly on: Placed;
  /** What kind of thing says so; `file`: the product's own configuration, which lies beside the manifest. */
  readonly source: 'setting' | 'default' | 'port' | 'probe' | 'configuration' | 'file';
  /** How certain it is that the container opens this very port. */
  readonly certainty: Certainty;
}

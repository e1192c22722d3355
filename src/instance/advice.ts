import type { Setting } from '../catalogue/product.ts';
import type { Container } from '../model/container.ts';
import { fieldName, listed, say, type Text } from '../text/say.ts';
import { listOf } from '../text/sentences.ts';
import type { Instance } from './instance.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';

/** The lowest port from 8081 up that no container of the instance is known to use, and no probe asks. */
export function freePort({ members }: Instance): number {
  const taken = new Set(members.flatMap(({ listeners, dials }) => [...listeners, ...dials].map(({ port }) => port)));
  let port = 8081;
  while (taken.has(port)) port++;
  return port;
}

/** How to let a listener that only localhost reaches be reached by all, as a sentence. */
export function openToAll({ listen, member, port, purpose }: Listener): string {
  if (listen?.listenFrom && port !== undefined) {
    const given = member.settings.first(listen.listenFrom)?.name ?? listen.listenFrom[0];
    return `Set "${given}" to "0.0.0.0:${port}".`;
  }
  if (listen?.allWith) return `Add "${listen.allWith[0]}".`;
  if (listen?.hostFrom) {
    const given = member.settings.first(listen.hostFrom)?.name ?? listen.hostFrom[0];
    return `Set "${given}" to "0.0.0.0".`;
  }
  if (purpose === 'admin') return 'Ask another port.';
  const [list] = member.product?.instanceLists ?? [];
  if (list) return `Write "tcp:0.0.0.0:${port}" in "${list}".`;
  return member.role === 'database-proxy' ? 'Set "--address" to "0.0.0.0".' : 'Bind it to 0.0.0.0.';
}

/** What to set so that a listener moves to another port: `"PORT" to "8081"`; undefined where no setting does it. */
export function moveTo(to: number, { listen, member, on, source }: Listener): string | undefined {
  const { container, product, settings } = member;
  if (source === 'setting' && container.variable('PORT')?.place === on) return `"PORT" to "${to}"`;
  const alone = settings.first(listen?.portFrom)?.name ?? listen?.portFrom?.[0];
  if (alone !== undefined) return `"${alone}" to "${to}"`;
  const both = settings.first(listen?.listenFrom)?.name ?? listen?.listenFrom?.[0];
  if (both !== undefined) return `"${both}" to "0.0.0.0:${to}"`;
  return product || container.isIngress ? undefined : `"PORT" to "${to}"`;
}

/** What to write where a container lacks limits, as a sentence. */
export function limitsFor({ label, missingLimits }: Container): Text {
  return say`Write ${listed(missingLimits.map((name) => fieldName(name)))} under ${fieldName('resources.limits')} of "${label}".`;
}

/** How to give a product a configuration of the team's own, as a sentence. */
export function configFor({ label, product }: Member): string {
  const { from = [], main, paths = [] } = product?.config ?? {};
  const place = main ?? paths[0];
  const flag = from.find((setting) => /^--\w[\w.-]*\w$/.test(setting) || setting === '-c' || setting === '-f');
  const ways = [
    ...(place === undefined ? [] : [`mount it at "${place}"`]),
    ...(flag === undefined ? [] : [`name its file with "${flag}"`]),
  ];
  return `Give "${label}" a configuration of your own${ways.length > 0 ? `: ${listOf(ways, 'or')}` : ''}.`;
}

/** How to give a container a setting that it lacks, as a sentence. */
export function settingFor({ instance, label }: Member, wanted: Setting): Text {
  const [name = '', value] = wanted.split('=');
  if (name.startsWith('-')) return `Add "${name}" to the arguments of "${label}".`;
  if (value !== undefined) return `Set "${name}" to "${value}" in "${label}".`;
  if (name === 'PORT') return `Set "PORT" in "${label}", for instance to "${freePort(instance)}".`;
  const isSecret = /KEY|SECRET|TOKEN|PASSWORD/.test(name);
  return isSecret
    ? say`Set "${name}" in "${label}". Keep it in Secret Manager and refer to it with ${fieldName('valueFrom.secretKeyRef')}.`
    : `Set "${name}" in "${label}".`;
}

import { defineCategory } from '../../src/rule-kit.ts';
import nobodyListens from './nobody-listens.ts';
import portCollision from './port-collision.ts';
import unknownHost from './unknown-host.ts';
import unreachableTailnetAddress from './unreachable-tailnet-address.ts';

export default defineCategory({
  id: 'connectivity',
  title: 'Connectivity',
  summary: 'The one network that all containers of an instance share: who listens where, and who calls whom.',
  rules: [portCollision, nobodyListens, unknownHost, unreachableTailnetAddress],
});

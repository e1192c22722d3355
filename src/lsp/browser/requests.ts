/**
 * What a server that has no file system asks its client. Addresses are as the client spells them; a client answers only
 * for what lies in a folder that is open in it.
 */
export const clientRequests = {
  /** `{ uris }` gives a list of the texts, null for a file that is not there or cannot be read. */
  read: 'cloudrun-lint/read',
  /** `{ uris }` of folders gives a list of the names in each, folders with a slash at the end, null for no folder. */
  list: 'cloudrun-lint/list',
  /** `{ folder, pattern }` gives the addresses of the files below a folder that a glob means. */
  find: 'cloudrun-lint/find',
  /** `{ uri }` gives the address of the open folder that a file lies in, or null. */
  root: 'cloudrun-lint/root',
} as const;

/** Names by which a program is told how others call it; a few call themselves, too. */
const ownName =
  /^(?:APP|BASE|CLIENT|FRONTEND|HOME|ROOT|SERVER|SERVICE|WEB|WEBSITE|WP|WORDPRESS)_(?:BASE_|ROOT_)?(?:URL|URI|HOST|HOSTNAME|ORIGIN|DOMAIN)$|^(?:REACT_APP|VITE|GATSBY|EXPO)_|^--?(?:[\w.-]*[.-])?(?:advertise|external|public|redirect|callback|root|base|server-name|origin)(?:[.-]|$)/i;

/**
 * Whether a variable or flag may hold the program's own address, or one for browsers, so that it tells of no call
 * within the instance.
 */
export function mayBeOwnAddress(name: string): boolean {
  return ownName.test(name);
}

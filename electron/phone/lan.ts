// Which addresses of this machine a phone in the same home network can reach.

import { networkInterfaces } from 'node:os';

export type LanAddress = { address: string; name: string };

/** RFC 1918: the addresses that home and office networks hand out. */
export function isPrivateAddress(address: string): boolean {
  const parts = address
    .replace(/^::ffff:/, '')
    .split('.')
    .map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return false;
  const [first = 0, second = 0] = parts;
  return first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
}

/** Ways out that lead to machines inside this machine or through a tunnel: no phone is there. */
const inward =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|VirtualBox|VMware|utun|tun|tap|wg|zt|tailscale|lxc|podman|cni|bridge)/i;
const wireless = /^(wl|wi-?fi|wlan|无线|en0$)/i;

const rank = ({ name }: LanAddress): number => (inward.test(name) ? 2 : wireless.test(name) ? 0 : 1);

/** Private IPv4 addresses, wireless first, inward ones last. */
export function findLanAddresses(interfaces = networkInterfaces()): LanAddress[] {
  return Object.entries(interfaces)
    .flatMap(([name, list]) =>
      (list ?? [])
        .filter(
          ({ family, internal, address }) => family === 'IPv4' && !internal && isPrivateAddress(address),
        )
        .map(({ address }) => ({ address, name })),
    )
    .sort((a, b) => rank(a) - rank(b));
}

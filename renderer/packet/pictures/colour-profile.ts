// The colour profile a picture carries stays with it, written once for all pictures that share it.

import type { PDFContext, PDFRef } from 'pdf-lib';
import { joinBytes } from '../writer/join-bytes.ts';

export type Components = 1 | 3 | 4;
const SPACES: Record<Components, string> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' };
const DEVICES: Record<Components, string> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };
/** Scanner profiles take some hundred kilobytes; more than this is no profile. */
const LARGEST = 4_000_000;

type Known = { profile: Uint8Array; components: Components; ref: PDFRef };
const written = new WeakMap<PDFContext, Known[]>();

/** ICCBased where the profile is one for this many components, else the plain device space. */
export function colourSpace(context: PDFContext, components: Components, profile: Uint8Array | undefined) {
  if (!profile || !isProfile(profile, components)) return DEVICES[components];
  const known = written.get(context) ?? [];
  written.set(context, known);
  const same = known.find((one) => one.components === components && isSame(one.profile, profile));
  const ref =
    same?.ref ??
    context.register(context.flateStream(profile, { N: components, Alternate: DEVICES[components] }));
  if (!same) known.push({ profile, components, ref });
  return context.obj(['ICCBased', ref]);
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** ICC.1:2010, 7.2: size, colour space, signature; classes that describe a device, and versions PDF 1.7 knows. */
function isProfile(profile: Uint8Array, components: Components): boolean {
  if (profile.length < 132 || profile.length > LARGEST) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  return (
    view.getUint32(0) === profile.length &&
    (profile[8] ?? 9) <= 4 &&
    ['scnr', 'mntr', 'prtr', 'spac'].includes(textAt(profile, 12, 4)) &&
    textAt(profile, 16, 4) === SPACES[components] &&
    textAt(profile, 36, 4) === 'acsp'
  );
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((value, at) => other[at] === value);

const MARK = 'ICC_PROFILE\0';

/** One APP2 segment's share of the profile with its number, undefined when the segment is about something else. */
export function profilePart(segment: Uint8Array): { number: number; bytes: Uint8Array } | undefined {
  if (textAt(segment, 0, MARK.length) !== MARK) return undefined;
  return { number: segment[MARK.length] ?? 0, bytes: segment.slice(MARK.length + 2) };
}

export function joinProfile(parts: { number: number; bytes: Uint8Array }[]): Uint8Array | undefined {
  if (parts.length === 0) return undefined;
  return joinBytes([...parts].sort((one, other) => one.number - other.number).map(({ bytes }) => bytes));
}

// Whether a finished packet says that it is PDF/A, told from its last bytes alone.

/** The writer puts metadata last; so many bytes from the end hold it and the cross-references of 2,000 pages. */
export const CLAIM_AT_END = 400_000;

/** Read whole to be looked into: beyond so many bytes an archive copy is believed. */
export const LARGEST_ARCHIVE = 150_000_000;

/** The metadata of PDF/A lies open (ISO 19005-2, 6.6.2.1). */
export function claimsArchive(end: Uint8Array): boolean {
  const wanted = [...'<pdfaid:part>'].map((sign) => sign.charCodeAt(0));
  let at = end.indexOf(wanted[0] ?? 0);
  while (at >= 0 && !wanted.every((code, next) => end[at + next] === code))
    at = end.indexOf(wanted[0] ?? 0, at + 1);
  return at >= 0;
}

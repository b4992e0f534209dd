// A short fingerprint for names inside the file: same text, same digits, in a browser and in Node; not for security.

/** 32 hex digits: four rounds of 32-bit FNV-1a with different seeds over the UTF-16 code units. */
export function digestText(text: string): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => digestRound(text, seed)).join('');
}

function digestRound(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

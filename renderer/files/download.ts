// Gives bytes or text to the user as a file: the browser's downloads, or the window's own question where to save.

/** A signed address needs to outlive the click that uses it. */
export const KEEP_MILLISECONDS = 60_000;

export function downloadBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MILLISECONDS);
}

export const downloadBytes = (fileName: string, bytes: BlobPart, type: string): void =>
  downloadBlob(fileName, new Blob([bytes], { type }));

export const downloadText = (fileName: string, text: string, type: string): void =>
  downloadBytes(fileName, text, `${type};charset=utf-8`);

export const downloadBase64 = (fileName: string, base64: string, type: string): void =>
  downloadBytes(
    fileName,
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    type,
  );

// Layers (optional content): what the source hides by default stays hidden in the packet.

import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObjectCopier, PDFRef } from 'pdf-lib';

/** The source's layers as objects of the packet, and which of them are off when the file is opened. */
export type Layers = { groups: PDFRef[]; off: PDFRef[] };

const key = (name: string): PDFName => PDFName.of(name);

/** ISO 32000-1, 8.11.4: BaseState with the exceptions ON and OFF of the default configuration. */
export function hiddenLayers(document: PDFDocument, copier: PDFObjectCopier): Layers | undefined {
  const properties = document.catalog.lookup(key('OCProperties'));
  if (!(properties instanceof PDFDict)) return undefined;
  const refsAt = (dict: PDFDict, name: string): PDFRef[] => {
    const list = dict.lookup(key(name));
    return list instanceof PDFArray ? list.asArray().filter((one) => one instanceof PDFRef) : [];
  };
  const groups = refsAt(properties, 'OCGs');
  const shown = properties.lookup(key('D'));
  const defaults = shown instanceof PDFDict ? shown : undefined;
  const [on, off] = ['ON', 'OFF'].map((name) => (defaults ? refsAt(defaults, name) : []));
  const base = defaults?.lookup(key('BaseState')) === key('OFF') ? groups : [];
  const hidden = new Set([...base.filter((ref) => !on?.includes(ref)), ...(off ?? [])]);
  return {
    groups: groups.map((ref) => copier.copy(ref)),
    off: [...hidden].map((ref) => copier.copy(ref)),
  };
}

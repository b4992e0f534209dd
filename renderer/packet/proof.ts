// The proof for the press worker: give it the finished packet opened by PDFium and the sources drawn by themselves.

export { type Grey, greyOf } from '../../shared/packet-proof/compare.ts';
export {
  LARGEST_MANIFEST,
  MANIFEST_NAME,
  type PacketManifest,
  readManifest,
} from '../../shared/packet-proof/manifest.ts';
export {
  type Finding,
  PROOF_DPI,
  provePage,
  type Reference,
} from '../../shared/packet-proof/prove-page.ts';
export { proveTexts } from '../../shared/packet-proof/prove-texts.ts';

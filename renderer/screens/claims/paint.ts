// Puts a drawn page on a canvas of its own size.

/** False when the picture was let go meanwhile. */
export function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap): boolean {
  if (bitmap.width === 0) return false;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return true;
}

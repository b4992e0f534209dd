// A small picture of a page of the packet: at once when it is drawn, else asked for.

import { useEffect, useRef } from 'react';
import { THUMBNAIL_WIDTH } from '../../packet-press/check-packet.ts';
import type { Press } from '../../packet-press/press.ts';
import { paint } from './paint.ts';

export function PageThumbnail({ press, page }: { press: Press; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let wanted = true;
    const show = (bitmap: ImageBitmap) => wanted && canvas.current && paint(canvas.current, bitmap);
    const ready = press.drawnAlready(page);
    if (ready) show(ready);
    else press.draw(page, THUMBNAIL_WIDTH).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [press, page]);
  return <canvas ref={canvas} className="page-thumbnail" />;
}

// One page of the packet as it will be printed, drawn from the very bytes that are saved.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ProblemFact } from '../../../shared/problems.ts';
import type { Press } from '../../packet-press/press.ts';
import { asFact } from '../../shell/problem.tsx';
import { PacketProblem } from './packet-problem.tsx';
import { paint } from './paint.ts';

export const zooms = ['fit', 'actual', 'larger'] as const;
export type Zoom = (typeof zooms)[number];

/** A4 at 96 dpi, CSS pixels. */
const A4 = { width: 794, height: 1123 };
const FACTOR: Record<Exclude<Zoom, 'fit'>, number> = { actual: 1, larger: 1.5 };
const MARGIN = 40;

function useFit(stage: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(400);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = () => {
      const wide = element.clientWidth - MARGIN;
      const tall = ((element.clientHeight - MARGIN) * A4.width) / A4.height;
      setWidth(Math.max(160, Math.floor(Math.min(wide, tall))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return width;
}

type Props = {
  press: Press;
  page: number;
  pages: number;
  zoom: Zoom;
  name: string;
  children?: React.ReactNode;
};

export function PageStage({ press, page, pages, zoom, name, children }: Props) {
  const stage = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const fit = useFit(stage);
  const [problem, setProblem] = useState<ProblemFact | null>(null);
  const width = zoom === 'fit' ? fit : Math.round(A4.width * FACTOR[zoom]);
  useEffect(() => {
    let wanted = true;
    setProblem(null);
    const pixels = Math.round(width * (window.devicePixelRatio || 1));
    const rough = press.drawnAlready(page);
    if (rough && canvas.current) paint(canvas.current, rough);
    press
      .draw(page, pixels)
      .then((bitmap) => {
        if (!wanted || !canvas.current) return;
        paint(canvas.current, bitmap);
        // What is asked last is drawn first.
        for (const next of [page + 2, page - 1, page + 1])
          if (next >= 1 && next <= pages) void press.draw(next, pixels).catch(() => undefined);
      })
      .catch((error: unknown) => wanted && setProblem(asFact(error)));
    return () => {
      wanted = false;
    };
  }, [press, page, pages, width]);
  useEffect(() => {
    if (page > 0) stage.current?.scrollTo({ top: 0 });
  }, [page]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="page-stage" ref={stage} tabIndex={0} aria-label={name}>
      {children}
      {problem ? <PacketProblem problem={problem} /> : null}
      <canvas
        ref={canvas}
        className="page-canvas"
        role="img"
        aria-label={name}
        style={{ width }}
        hidden={problem !== null}
      />
    </section>
  );
}

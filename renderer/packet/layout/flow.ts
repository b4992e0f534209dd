// Where the next thing of a generated page goes; opens the next sheet when there is no room left.

import type { PacketFont } from './packet-font.ts';
import { A4, FOOTER_TOP, MARGIN, Sheet } from './sheet.ts';

export class Flow {
  readonly font: PacketFont;
  readonly sheets: Sheet[] = [];
  left = MARGIN;
  width = A4.width - 2 * MARGIN;
  readonly bottom = FOOTER_TOP - 14;
  y = 0;
  private current: Sheet;

  constructor(font: PacketFont) {
    this.font = font;
    this.current = this.open();
  }

  get sheet(): Sheet {
    return this.current;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  open(): Sheet {
    this.current = new Sheet(this.font);
    this.sheets.push(this.current);
    this.y = MARGIN;
    return this.current;
  }

  /** True when a new sheet was needed for `height` points. */
  need(height: number): boolean {
    if (height <= this.room) return false;
    this.open();
    return true;
  }
}

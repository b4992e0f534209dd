// The picture of one page, pulled by address; when it cannot be shown, a quiet sheet stands in for it.

import { FileUnknownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { pictureAddress } from '../../shared/addresses.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { editText } from './edit-text.ts';
import './papers.css';

/** `edge`: longer side in CSS pixels as shown; the picture is fetched at the screen's own density. */
export function PageThumb({ page, edge, alt }: { page: PaperPage; edge: number; alt: string }) {
  const density = Math.min(2, window.devicePixelRatio || 1);
  const address = pictureAddress(page.scan, page.page, Math.round(edge * density), page.turn, editText(page));
  const [broken, setBroken] = useState('');
  if (broken === address)
    return (
      <span
        className="page-thumb page-thumb-broken"
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      >
        <FileUnknownOutlined aria-hidden />
      </span>
    );
  return (
    <img
      className="page-thumb"
      src={address}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(address)}
    />
  );
}

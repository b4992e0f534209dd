// The look in tokens: paper, ink, one accent; red only for what blocks. Large text scales every token, not only the letters.

import { type ThemeConfig, theme } from 'antd';

export const LARGE_TEXT = 1.5;

const fonts =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

/** Antd's tokens for a text scale of 1 (17 px) or 1.5, light or dark. */
export function themeFor(scale: number, dark: boolean): ThemeConfig {
  const px = (value: number) => Math.round(value * scale);
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'guibao' },
    hashed: false,
    token: {
      fontFamily: fonts,
      fontSize: px(17),
      fontSizeSM: px(15),
      controlHeight: px(42),
      controlHeightSM: px(34),
      controlHeightLG: px(50),
      borderRadius: px(9),
      sizeUnit: 4 * scale,
      sizeStep: 4 * scale,
      wireframe: false,
      motion: false,
      colorPrimary: dark ? '#4fb8a3' : '#0d6a5b',
      colorLink: dark ? '#6fcdb9' : '#0d6a5b',
      colorError: dark ? '#ff8a80' : '#b3261e',
      colorWarning: dark ? '#e0b040' : '#9a6700',
      colorSuccess: dark ? '#4fb8a3' : '#0d6a5b',
      colorBgLayout: dark ? '#191c1f' : '#faf8f3',
      colorBgContainer: dark ? '#22262a' : '#ffffff',
      colorBgElevated: dark ? '#2a2f34' : '#ffffff',
      colorText: dark ? '#eceae4' : '#1d2730',
      colorTextSecondary: dark ? '#b4bcc2' : '#55626b',
      colorTextDescription: dark ? '#b4bcc2' : '#55626b',
      colorTextPlaceholder: dark ? '#98a2a9' : '#66727b',
      colorBorder: dark ? '#5a636a' : '#bdb6a6',
      colorBorderSecondary: dark ? '#3a4147' : '#e4dfd3',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', primaryColor: dark ? '#10201d' : '#ffffff' },
      Segmented: {
        trackBg: dark ? '#191c1f' : '#f1ede3',
        itemColor: dark ? '#b4bcc2' : '#4a5660',
        itemSelectedBg: dark ? '#1f3b36' : '#ffffff',
        itemSelectedColor: dark ? '#6fcdb9' : '#0d6a5b',
      },
      Table: { headerBg: 'transparent', cellPaddingBlock: px(10) },
    },
  };
}

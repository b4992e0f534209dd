// How large a file is, the way people say it.

/** 3_300_000 -> "3.1 MB"; bytes in, powers of 1024. */
export function sayFileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1000) return `${kilobytes} KB`;
  const megabytes = bytes / 1024 ** 2;
  return `${megabytes.toFixed(megabytes < 100 ? 1 : 0)} MB`;
}

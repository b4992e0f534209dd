// Why the system would not read or write a path, in plain words: its own are codes for programmers.

import type { Language } from '../domain.ts';

const missing = ['已经不在那里了', 'it is not there any more'] as const;
const denied = ['没有权限', 'you may not'] as const;
const busy = ['另一个程序正用着它', 'another program is using it'] as const;
const device = ['磁盘或网络没有回应', 'the disk or the network does not answer'] as const;

/** `missing` and `NotReadable` are the program's own, for what a browser could not open. */
const reasons: Record<string, readonly [string, string]> = {
  ENOENT: missing,
  missing,
  EACCES: denied,
  EPERM: denied,
  EROFS: ['那里只能读，不能写', 'that place is read-only'],
  EBUSY: busy,
  ETXTBSY: busy,
  EAGAIN: busy,
  EIO: device,
  ESTALE: device,
  ETIMEDOUT: device,
  EHOSTDOWN: device,
  ENOTDIR: ['那不是一个文件夹', 'that is no folder'],
  EISDIR: ['那是一个文件夹', 'that is a folder'],
  ELOOP: ['这个链接绕回了自己', 'the link leads back to itself'],
  ENAMETOOLONG: ['名字太长', 'the name is too long'],
  EMFILE: ['同时打开的文件太多', 'too many files are open'],
  'not-a-file': ['那不是普通的文件', 'that is no ordinary file'],
  NotReadable: ['它已经不在，或者打不开', 'it is gone or cannot be opened'],
};

/** A reason that is not known stays as it came. */
export const describeReason = (reason: string, language: Language): string =>
  reasons[reason]?.[language === 'en' ? 1 : 0] ?? reason;

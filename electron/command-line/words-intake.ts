// Words of the commands that take files in.

export const intakeBook = {
  onPaper: ['纸上', 'on paper'],
  leftBehind: ['跳过了系统留下的文件和隐藏文件', 'passed over, hidden or left there by a system'],
  sameAs: ['内容相同：', 'the very same as'],
  passwordOption: ['PDF 的打开密码，可多次', 'password that opens a PDF; repeatable'],
  passwordHint: [
    '有 PDF 要密码：请加 --password 再放一次。',
    'Some PDF asks for its password: run it again with --password.',
  ],
  stoppedEarly: ['已停下，做完的都已保留。', 'Stopped; what was done is kept.'],
} as const satisfies Record<string, readonly [string, string]>;

// What is said when a call, the vault or the disk cannot do what was asked.

export const problemsOfVault = {
  'zh-CN': {
    'input-invalid': {
      sentence: '“{{field}}”这一项的内容不对（{{reason}}）。',
      remedy: '请检查这一项，改好后再试。',
    },
    'not-found': {
      sentence: '找不到 {{what}} {{id}}。',
      remedy: '它可能已被移走，或者编号写错了；请回到列表里重新选择。',
    },
    'unknown-call': {
      sentence: '程序不认识“{{call}}”这个操作。',
      remedy: '请关闭归报再重新打开；仍不行请更新程序。',
    },
    'not-allowed': {
      sentence: '这个操作不被允许：{{what}}。',
      remedy: '请从归报自己的窗口或命令里操作。',
    },
    bug: {
      sentence: '程序自身出了错（编号 {{id}}）。已存的资料没有受影响。',
      remedy: '请再试一次；若反复出现，请把这个编号告诉开发者。',
    },
    'vault-missing': {
      sentence: '文件夹 {{dir}} 里还没有资料库。',
      remedy: '请检查文件夹是否选对；第一次使用请先新建资料库（命令：guibao init）。',
    },
    'vault-in-use': {
      sentence: '资料库 {{dir}} 正被另一个归报使用（{{holder}}）。',
      remedy: '请先关闭那个归报，再来修改；只是查看可以照常进行。',
    },
    'vault-newer': {
      sentence:
        '资料库 {{dir}} 由更新版本的归报保存（版本 {{version}}，本程序只认识到 {{known}}）。资料没有改动。',
      remedy: '请把归报更新到最新版本后再打开。',
    },
    'vault-not-database': {
      sentence: '{{dir}} 里的资料库文件不是归报的数据。文件没有改动。',
      remedy: '请检查文件夹是否选对；若资料曾备份过，请换用备份。',
    },
    'vault-damaged': {
      sentence: '资料库 {{dir}} 有损坏（{{detail}}）。',
      remedy: '请不要再往里添加，先把整个文件夹复制一份保存，再换用最近的备份。',
    },
    'vault-exists': {
      sentence: '文件夹 {{dir}} 里已经有资料了，没有改动。',
      remedy: '请换一个空文件夹，或者直接打开这个资料库。',
    },
    'vault-read-only': {
      sentence: '资料库 {{dir}} 现在只能查看，不能修改。',
      remedy: '请关闭正在使用它的另一个归报，或检查这个文件夹的写入权限，再重新打开。',
    },
    'disk-full': {
      sentence: '磁盘已满，没能写入 {{path}}。原来的内容没有改动。',
      remedy: '请腾出一些空间，或换一个位置再试。',
    },
    'path-unreadable': {
      sentence: '读不了 {{path}}（{{reason}}）。',
      remedy: '请检查它是否还在、名字是否写对、您有没有查看的权限，再试一次。',
    },
    'path-unwritable': {
      sentence: '写不进 {{path}}（{{reason}}）。原来的内容没有改动。',
      remedy: '请换一个能写入的位置，或检查权限后再试。',
    },
  },
  en: {
    'input-invalid': {
      sentence: 'The value of "{{field}}" is not right ({{reason}}).',
      remedy: 'Check this value, correct it and try again.',
    },
    'not-found': {
      sentence: '{{what}} {{id}} cannot be found.',
      remedy: 'It may have been removed, or the id is mistyped; choose it again from the list.',
    },
    'unknown-call': {
      sentence: 'The program does not know the call "{{call}}".',
      remedy: 'Close Guibao and open it again; if that does not help, update the program.',
    },
    'not-allowed': {
      sentence: 'This is not allowed: {{what}}.',
      remedy: "Use Guibao's own window or commands.",
    },
    bug: {
      sentence: 'The program made a mistake (number {{id}}). What is stored is not affected.',
      remedy: 'Try again; if it happens again, tell the developers this number.',
    },
    'vault-missing': {
      sentence: 'There is no vault in the folder {{dir}} yet.',
      remedy: 'Check that the folder is the right one; on first use, make a vault (guibao init).',
    },
    'vault-in-use': {
      sentence: 'The vault {{dir}} is in use by another Guibao ({{holder}}).',
      remedy: 'Close that Guibao first, then make the change; looking works meanwhile.',
    },
    'vault-newer': {
      sentence:
        'The vault {{dir}} was saved by a newer Guibao (version {{version}}; this program knows up to {{known}}). Nothing was changed.',
      remedy: 'Update Guibao to the latest version and open it again.',
    },
    'vault-not-database': {
      sentence: "The vault file in {{dir}} is not Guibao's data. The file was not changed.",
      remedy: 'Check that the folder is the right one; if you have a backup, use that.',
    },
    'vault-damaged': {
      sentence: 'The vault {{dir}} is damaged ({{detail}}).',
      remedy:
        'Add nothing more to it; copy the whole folder to a safe place first, then use the latest backup.',
    },
    'vault-exists': {
      sentence: 'The folder {{dir}} already holds data; nothing was changed.',
      remedy: 'Choose an empty folder, or open this vault as it is.',
    },
    'vault-read-only': {
      sentence: 'The vault {{dir}} can only be looked at for now, not changed.',
      remedy:
        'Close the other Guibao that uses it, or check that you may write to the folder, then open it again.',
    },
    'disk-full': {
      sentence: 'The disk is full; {{path}} could not be written. What was there is unchanged.',
      remedy: 'Free some space or choose another place, then try again.',
    },
    'path-unreadable': {
      sentence: '{{path}} cannot be read ({{reason}}).',
      remedy:
        'Check that it is still there, that the name is right and that you may open it, then try again.',
    },
    'path-unwritable': {
      sentence: '{{path}} cannot be written ({{reason}}). What was there is unchanged.',
      remedy: 'Choose a place you may write to, or check the permissions, then try again.',
    },
  },
} as const;

// What is said of files that cannot be taken in, and of packets that cannot be made.

export const problemsOfFiles = {
  'zh-CN': {
    'file-empty': {
      sentence: '文件 {{file}} 是空的，里面没有内容。',
      remedy: '请重新扫描、拍照或下载后再添加。',
    },
    'file-too-large': {
      sentence: '文件 {{file}} 太大，超过了 {{limit}}。',
      remedy: '请用较低的分辨率重新扫描，或拆成几个文件再添加。',
    },
    'file-type-unsupported': {
      sentence: '文件 {{file}} 不是能识别的图片或 PDF（{{type}}）。',
      remedy: '请添加 JPEG、PNG、HEIC、WebP、TIFF 等图片或 PDF；其他格式请先打开它，另存或打印成 PDF。',
    },
    'film-unsupported': {
      sentence: '{{file}} 是视频或录音（{{type}}），不能当作报销材料。',
      remedy: '请给纸质单据拍照片再添加；视频里有要用的画面时，请暂停后截图。',
    },
    'archive-unsupported': {
      sentence: '压缩包 {{file}}（{{type}}）在这里打不开，里面的文件没有收下。',
      remedy: '请先自己解压，再添加里面的文件或整个文件夹。',
    },
    'program-refused': {
      sentence: '{{file}} 是一个程序，不是单据，没有收下。',
      remedy: '请不要打开来历不明的程序；单据请拍照、扫描，或重新下载 PDF 再添加。',
    },
    'file-damaged': {
      sentence: '文件 {{file}} 已损坏或不完整：{{detail}}。',
      remedy: '请重新扫描、拍照或下载后再添加。',
    },
    'file-is-folder': {
      sentence: '{{file}} 是一个文件夹，不是文件。',
      remedy: '请选择里面的文件，或用能添加整个文件夹的方式。',
    },
    'file-timeout': {
      sentence: '文件 {{file}} 处理了 {{seconds}} 秒还没完成，已停下。',
      remedy: '请把它重新另存或重新扫描成较小的文件，再添加一次。',
    },
    'file-too-hungry': {
      sentence: '文件 {{file}} 需要的内存太多，已停下。',
      remedy: '请用较低的分辨率重新扫描，或拆成几个文件再添加。',
    },
    'picture-too-large': {
      sentence: '图片 {{file}} 有 {{megapixels}} 百万像素，超过 {{limit}} 百万的上限。',
      remedy: '请用较低的分辨率重新扫描或缩小后再添加。',
    },
    'pdf-password': {
      sentence: 'PDF 文件 {{file}} 有打开密码。',
      remedy: '请在电脑上放入它，按提示输入打开密码；不知道密码时，请向开具单位询问。',
    },
    'pdf-password-wrong': {
      sentence: 'PDF 文件 {{file}} 的密码不对。',
      remedy: '请核对密码，常见的是身份证号后六位；再试一次。',
    },
    'pdf-no-pages': {
      sentence: 'PDF 文件 {{file}} 里一页也没有。',
      remedy: '请重新下载或导出这个文件后再添加。',
    },
    'pdf-too-many-pages': {
      sentence: 'PDF 文件 {{file}} 有 {{pages}} 页，超过 {{limit}} 页的上限。',
      remedy: '请拆成几个文件，只添加报销需要的页。',
    },
    'archive-too-large': {
      sentence: '压缩包 {{file}} 展开后会大得不正常，或者超过 {{limit}}，没有打开。',
      remedy: '请自行解压，只添加需要的文件。',
    },
    'archive-too-many': {
      sentence: '压缩包 {{file}} 里有 {{count}} 个文件，超过 {{limit}} 个的上限。',
      remedy: '请自己解压，只添加需要的文件。',
    },
    'archive-password': {
      sentence: '压缩包 {{file}} 有密码。',
      remedy: '请先用密码解压，再添加里面的文件。',
    },
    'archive-empty': {
      sentence: '压缩包 {{file}} 里没有能放入的文件。',
      remedy: '请打开它看一看，是不是下载的时候出了错；压缩包里面再套压缩包的，请先解压。',
    },
    'no-pages-to-print': {
      sentence: '{{file}} 是电子票据的数据文件（{{type}}），没有可以打印的页面。',
      remedy: '请另外下载同一张票据的 PDF 版式文件；这个文件可以在归报里作为附件保存。',
    },
    cancelled: { sentence: '已按您的要求停下，做完的都已保留。', remedy: '需要时可以重新开始。' },
    'character-missing': {
      sentence: '“{{field}}”里的字 {{characters}} 暂时印不出来。',
      remedy: '请核对是否打错；确为生僻字的，请先换成户口本上的通用写法或拼音，打印后手写更正。',
    },
    'page-unusable': {
      sentence: '文件 {{file}} 的第 {{page}} 页放不进材料包（{{detail}}）。',
      remedy: '请重新扫描这一页，替换后再导出。',
    },
    'packet-check-failed': {
      sentence: '做好的材料包没有通过检查（第 {{page}} 页：{{detail}}），没有保存。',
      remedy: '请替换这一页的扫描件后再导出；仍不行请告诉开发者。',
    },
    'export-same-file': {
      sentence: '保存位置 {{path}} 正是要放进去的原文件，没有覆盖。',
      remedy: '请换一个文件名或文件夹保存。',
    },
  },
  en: {
    'file-empty': {
      sentence: 'The file {{file}} is empty.',
      remedy: 'Scan, photograph or download it again, then add it.',
    },
    'file-too-large': {
      sentence: 'The file {{file}} is too large: more than {{limit}}.',
      remedy: 'Scan it at a lower resolution or split it, then add it again.',
    },
    'file-type-unsupported': {
      sentence: 'The file {{file}} is not a picture or PDF that can be read ({{type}}).',
      remedy:
        'Add pictures (JPEG, PNG, HEIC, WebP, TIFF and others) or PDF; open anything else and save or print it as PDF.',
    },
    'film-unsupported': {
      sentence: '{{file}} is a film or a sound ({{type}}) and cannot be a paper of a claim.',
      remedy:
        'Photograph the paper and add the picture; of something shown in a film, pause it and take a screenshot.',
    },
    'archive-unsupported': {
      sentence: 'The archive {{file}} ({{type}}) cannot be opened here; nothing inside was added.',
      remedy: 'Unpack it yourself, then add the files inside or the whole folder.',
    },
    'program-refused': {
      sentence: '{{file}} is a program and no paper; it was not added.',
      remedy:
        'Do not open a program that you do not know; photograph or scan the paper, or download it again as PDF.',
    },
    'file-damaged': {
      sentence: 'The file {{file}} is damaged or incomplete: {{detail}}.',
      remedy: 'Scan, photograph or download it again, then add it.',
    },
    'file-is-folder': {
      sentence: '{{file}} is a folder, not a file.',
      remedy: 'Choose the files inside it, or add it in a way that takes whole folders.',
    },
    'file-timeout': {
      sentence: 'The file {{file}} was not done after {{seconds}} seconds and was stopped.',
      remedy: 'Save or scan it again as a smaller file, then add it once more.',
    },
    'file-too-hungry': {
      sentence: 'The file {{file}} needs too much memory and was stopped.',
      remedy: 'Scan it at a lower resolution or split it, then add it again.',
    },
    'picture-too-large': {
      sentence: 'The picture {{file}} has {{megapixels}} megapixels; the limit is {{limit}}.',
      remedy: 'Scan it at a lower resolution or make it smaller, then add it again.',
    },
    'pdf-password': {
      sentence: 'The PDF {{file}} has a password.',
      remedy:
        'Add it on the computer and give its password; if you do not know it, ask whoever issued the file.',
    },
    'pdf-password-wrong': {
      sentence: 'The password for the PDF {{file}} is not right.',
      remedy: 'Check the password (often the last six characters of the citizen ID) and try again.',
    },
    'pdf-no-pages': {
      sentence: 'The PDF {{file}} has no pages.',
      remedy: 'Download or export the file again, then add it.',
    },
    'pdf-too-many-pages': {
      sentence: 'The PDF {{file}} has {{pages}} pages; the limit is {{limit}}.',
      remedy: 'Split it and add only the pages the claim needs.',
    },
    'archive-too-large': {
      sentence:
        'The archive {{file}} would unpack to far more than it should, or to more than {{limit}}; it was not opened.',
      remedy: 'Unpack it yourself and add only the files you need.',
    },
    'archive-too-many': {
      sentence: 'The archive {{file}} holds {{count}} files; the limit is {{limit}}.',
      remedy: 'Unpack it yourself and add only the files you need.',
    },
    'archive-password': {
      sentence: 'The archive {{file}} has a password.',
      remedy: 'Unpack it with its password, then add the files inside.',
    },
    'archive-empty': {
      sentence: 'Nothing in the archive {{file}} can be added.',
      remedy: 'Open it and see whether the download went wrong; unpack archives inside an archive first.',
    },
    'no-pages-to-print': {
      sentence: '{{file}} is the data file of an e-invoice ({{type}}) and has no pages to print.',
      remedy: 'Download the PDF of the same invoice too; Guibao can keep this file as an attachment.',
    },
    cancelled: {
      sentence: 'Stopped as you asked; what was done is kept.',
      remedy: 'Start again whenever you like.',
    },
    'character-missing': {
      sentence: 'The characters {{characters}} in "{{field}}" cannot be printed yet.',
      remedy:
        'Check for a typing slip; for a truly rare character use its common form or pinyin and correct the print by hand.',
    },
    'page-unusable': {
      sentence: 'Page {{page}} of {{file}} cannot go into the packet ({{detail}}).',
      remedy: 'Scan this page again, replace it, and export again.',
    },
    'packet-check-failed': {
      sentence: 'The finished packet did not pass its check (page {{page}}: {{detail}}) and was not saved.',
      remedy: 'Replace the scan of this page and export again; if that does not help, tell the developers.',
    },
    'export-same-file': {
      sentence: 'The place to save, {{path}}, is one of the original files; it was not overwritten.',
      remedy: 'Save under another name or in another folder.',
    },
  },
} as const;

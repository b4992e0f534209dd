// The sentence and the remedy of every problem, in both languages; every way in speaks through explainProblem.

import type { Language } from '../domain.ts';
import type { ProblemCode, ProblemParams } from '../problems.ts';
import { readableParams } from './damage.ts';

export type ProblemWords = { sentence: string; remedy: string };

export const problemWords: Record<Language, Record<ProblemCode, ProblemWords>> = {
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
    'name-empty': { sentence: '姓名还没有填。', remedy: '请填写参保人姓名。' },
    'citizen-id-invalid': {
      sentence: '身份证号 {{value}} 不对：位数、出生日期或最后一位校验不符。',
      remedy: '请对照身份证逐位核对，一共 18 位，最后一位可能是 X。',
    },
    'place-code-invalid': {
      sentence: '参保地代码 {{value}} 不对，应是 6 位数字。',
      remedy: '请从列表里选择参保地，或填 6 位区划代码；暂时不知道可以留空。',
    },
    'date-invalid': {
      sentence: '日期 {{value}} 不对，日历里没有这一天。',
      remedy: '请按“年-月-日”填写，例如 2026-03-15。',
    },
    'date-in-future': {
      sentence: '日期 {{value}} 还没有到。',
      remedy: '请核对单据上的日期；如果电脑的日期不准，请先校准。',
    },
    'date-order': {
      sentence: '结束日期 {{to}} 早于开始日期 {{from}}。',
      remedy: '请核对入院和出院日期，把顺序改正。',
    },
    'amount-invalid': {
      sentence: '金额 {{value}} 看不懂。',
      remedy: '请只填数字，单位是元，例如 268.40。',
    },
    'amount-negative': {
      sentence: '金额 {{value}} 是负数。',
      remedy: '请填正数；退费的票据请把退费后的实际金额填进来。',
    },
    'amount-too-precise': {
      sentence: '金额 {{value}} 超过两位小数。',
      remedy: '金额最多到分，请照发票上的金额填，例如 268.40。',
    },
    'amount-too-large': {
      sentence: '金额 {{value}} 太大了，超过一亿元。',
      remedy: '请核对小数点的位置，单位是元。',
    },
    'invoice-number-invalid': {
      sentence: '发票号码 {{value}} 的位数不对。',
      remedy: '请对照发票核对：医疗电子票据 10 位，数电发票 20 位，增值税发票 8 位；还要看票据种类是否选对。',
    },
    'invoice-code-invalid': {
      sentence: '票据代码 {{value}} 的位数不对。',
      remedy: '请对照发票核对：医疗电子票据 8 位，增值税发票 10 或 12 位，数电发票没有代码。',
    },
    'invoice-check-code-invalid': {
      sentence: '校验码 {{value}} 不对。',
      remedy: '请对照发票核对：医疗电子票据的校验码是 6 位数字或小写字母；看不清可以留空。',
    },
    'invoice-already-logged': {
      sentence:
        '发票 {{number}} 已经登记过：{{person}}，{{date}}，{{hospital}}（就诊 {{visit}}，发票 {{invoice}}）。',
      remedy: '请先打开那次就诊看看；确认是另一张发票，再选择“仍然登记”（命令：--accept-twin）。',
    },
    'visit-of-other-person': {
      sentence: '就诊 {{visit}} 是另一位参保人的，不能放进这份申请。',
      remedy: '请只选择同一位参保人的就诊。',
    },
    'visit-in-other-claim': {
      sentence: '就诊 {{visit}} 已在申请 {{claim}} 里。',
      remedy: '请先把它从那份申请中移出，再放进来。',
    },
    'claim-empty': { sentence: '这份申请里还没有就诊。', remedy: '请至少选择一次就诊。' },
    'claim-incomplete': {
      sentence: '这份申请还缺 {{count}} 项，没有导出。',
      remedy: '请先补齐缺的材料；如果确定要这样导出，请选择“仍然导出”（命令：--allow-incomplete）。',
    },
    'has-dependents': {
      sentence: '{{what}} 下面还有 {{count}} 条资料，不能删除。',
      remedy: '请先处理这些资料，或者改用“归档”，资料会照样保留。',
    },
    'hospital-codes-differ': {
      sentence:
        '「{{name}}」的编码是 {{code}}，「{{other}}」的是 {{otherCode}}：编码不同就是两家医院，没有合并。',
      remedy: '要是有一个记错了，先在“去过的医院”里改过来，再合并。',
    },
    'hospital-code-invalid': {
      sentence: '医院编码 {{value}} 不对：应为 H 或 P 加 11 位数字。',
      remedy: '请对照票据或医院公布的“定点医药机构编码”；还不知道时可以留空。',
    },
    'claim-step-order': {
      sentence: '这份申请现在是“{{from}}”，不能接着记“{{step}}”。',
      remedy: '请先看看已记的经过；如果上一步记错了，先撤销那一步。',
    },
    'claim-step-not-last': {
      sentence: '“{{step}}”之后又记了别的步骤，不能单独撤销。',
      remedy: '请从最后一步开始撤销，或者另记一步说明实际情况。',
    },
    'status-from-steps': {
      sentence: '申请 {{number}} 已经记了办理经过，状态跟着经过走，不能直接改。',
      remedy: '请在“办理经过”里记下新的一步，或撤销最后一步。',
    },
    'amount-above-left': {
      sentence: '金额 {{amount}} 元超过了还没报销的 {{left}} 元。',
      remedy: '请核对金额；如果漏登了发票，请先把发票登记好。',
    },
    'nothing-left-to-claim': {
      sentence: '申请 {{number}} 的费用已全部报回，没有可以再报的了。',
      remedy: '请核对已到账的金额；如果其中有记错的，先改正它。',
    },
    'claim-not-handed-in': {
      sentence: '申请 {{number}} 还没有记下“交上去”，没有什么可补的。',
      remedy: '请先在“进度和钱”里记下交上去的那一步；还没交的，直接导出整套报销包。',
    },
    'supplement-empty': {
      sentence: '申请 {{number}} 和第 {{version}} 次交的完全一样，没有可补交的材料。',
      remedy: '请先把要补的材料放进对应的就诊，再来做补件包。',
    },
    'folder-not-empty': {
      sentence: '文件夹 {{dir}} 里已经有东西，没有动它。',
      remedy: '请换一个新的或空的文件夹。',
    },
    'rule-invalid': {
      sentence: '规则“{{rule}}”的内容不对（{{detail}}），没有保存。',
      remedy: '请检查这一项；从文件导入时，请用归报导出的规则文件。',
    },
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
    'name-empty': { sentence: 'The name is empty.', remedy: "Enter the insured person's name." },
    'citizen-id-invalid': {
      sentence:
        'The citizen ID {{value}} is not right: its length, birth date or last character does not match.',
      remedy: 'Compare it with the ID card digit by digit: 18 characters, the last may be X.',
    },
    'place-code-invalid': {
      sentence: 'The insured-place code {{value}} is not right; it has six digits.',
      remedy: 'Choose the place from the list or enter its six-digit code; leave it empty while unknown.',
    },
    'date-invalid': {
      sentence: 'The date {{value}} is not a day of the calendar.',
      remedy: 'Write it as year-month-day, for example 2026-03-15.',
    },
    'date-in-future': {
      sentence: 'The date {{value}} is still to come.',
      remedy: "Check the date on the paper; if this computer's date is wrong, set it first.",
    },
    'date-order': {
      sentence: 'The end date {{to}} is before the start date {{from}}.',
      remedy: 'Check the days of admission and discharge and correct their order.',
    },
    'amount-invalid': {
      sentence: 'The amount {{value}} cannot be read.',
      remedy: 'Enter digits only, in yuan, for example 268.40.',
    },
    'amount-negative': {
      sentence: 'The amount {{value}} is negative.',
      remedy: 'Enter a positive amount; for a refunded receipt, the amount left after the refund.',
    },
    'amount-too-precise': {
      sentence: 'The amount {{value}} has more than two decimals.',
      remedy: 'Amounts go down to the fen; copy the amount from the invoice, for example 268.40.',
    },
    'amount-too-large': {
      sentence: 'The amount {{value}} is too large: more than one hundred million yuan.',
      remedy: 'Check the decimal point; the unit is yuan.',
    },
    'invoice-number-invalid': {
      sentence: 'The invoice number {{value}} has the wrong length or characters.',
      remedy:
        'Compare it with the invoice: medical e-receipt 10 digits, fully digital invoice 20, VAT invoice 8; check the chosen kind too.',
    },
    'invoice-code-invalid': {
      sentence: 'The invoice code {{value}} has the wrong length or characters.',
      remedy:
        'Compare it with the invoice: medical e-receipt 8 digits, VAT invoice 10 or 12; a fully digital invoice has none.',
    },
    'invoice-check-code-invalid': {
      sentence: 'The check code {{value}} is not right.',
      remedy:
        'Compare it with the invoice: a medical e-receipt has 6 digits or small letters; leave it empty when unreadable.',
    },
    'invoice-already-logged': {
      sentence:
        'Invoice {{number}} is already logged: {{person}}, {{date}}, {{hospital}} (visit {{visit}}, invoice {{invoice}}).',
      remedy:
        'Look at that visit first; if this really is another invoice, choose "log anyway" (command line: --accept-twin).',
    },
    'visit-of-other-person': {
      sentence: 'The visit {{visit}} belongs to another person and cannot join this claim.',
      remedy: 'Choose only visits of the same person.',
    },
    'visit-in-other-claim': {
      sentence: 'The visit {{visit}} is already in the claim {{claim}}.',
      remedy: 'Take it out of that claim first, then add it here.',
    },
    'claim-empty': { sentence: 'The claim has no visits yet.', remedy: 'Choose at least one visit.' },
    'claim-incomplete': {
      sentence: 'The claim still lacks {{count}} item(s) and was not exported.',
      remedy:
        'Add what is missing; to export it as it is, choose "export anyway" (command line: --allow-incomplete).',
    },
    'has-dependents': {
      sentence: '{{what}} still has {{count}} record(s) and cannot be deleted.',
      remedy: 'Deal with those first, or archive it instead; everything is kept.',
    },
    'hospital-codes-differ': {
      sentence:
        '“{{name}}” has the code {{code}}, “{{other}}” has {{otherCode}}: with different codes they are two hospitals, and were not merged.',
      remedy: 'If one of them is wrong, correct it under Hospitals first, then merge.',
    },
    'hospital-code-invalid': {
      sentence: 'The hospital code {{value}} is not right: it is H or P and 11 digits.',
      remedy:
        'Compare it with the receipt or the published code of the institution; leave it empty while unknown.',
    },
    'claim-step-order': {
      sentence: 'The claim stands at "{{from}}"; "{{step}}" cannot follow that.',
      remedy: 'Look at the steps recorded so far; if the last one is wrong, take it back first.',
    },
    'claim-step-not-last': {
      sentence: 'Other steps were recorded after "{{step}}", so it cannot be taken back alone.',
      remedy: 'Take back from the last step on, or record a further step that says what is so.',
    },
    'status-from-steps': {
      sentence: 'The claim {{number}} has recorded steps; its status follows them and is not set by hand.',
      remedy: 'Record the next step, or take back the last one.',
    },
    'amount-above-left': {
      sentence: 'The amount {{amount}} yuan is more than the {{left}} yuan not yet paid back.',
      remedy: 'Check the amount; if an invoice was not logged, log it first.',
    },
    'nothing-left-to-claim': {
      sentence: 'All costs of the claim {{number}} were paid back; nothing is left to claim.',
      remedy: 'Check the payments recorded so far; if one is wrong, correct it first.',
    },
    'claim-not-handed-in': {
      sentence: 'The claim {{number}} has no “handed in” step yet, so there is nothing to supplement.',
      remedy: 'Record that step under “Progress and money” first; before that, export the whole packet.',
    },
    'supplement-empty': {
      sentence:
        'The claim {{number}} is the same as version {{version}} that was handed in; there is nothing to send.',
      remedy: 'Put the papers that are wanted into their visits first, then make the supplement.',
    },
    'folder-not-empty': {
      sentence: 'There is something in the folder {{dir}} already; it was left alone.',
      remedy: 'Choose a new or an empty folder.',
    },
    'rule-invalid': {
      sentence: 'The rule "{{rule}}" is not right ({{detail}}) and was not saved.',
      remedy: 'Check it; when importing, use a file of rules that Guibao exported.',
    },
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
};

/** Fills the placeholders of one text; what is not known becomes '…'. */
export function fillPlaceholders(text: string, params: ProblemParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '…'));
}

/** What happened and what to do about it, as one text; a code that is not known reads as a bug. */
export function explainProblem(fact: { code: string; params: ProblemParams }, language: Language): string {
  const book: Record<string, ProblemWords | undefined> = problemWords[language];
  const words = book[fact.code];
  if (!words) return explainProblem({ code: 'bug', params: { id: fact.code } }, language);
  const gap = language === 'en' ? ' ' : '';
  const params = readableParams({ ...fact, code: fact.code as ProblemCode }, language);
  return fillPlaceholders(words.sentence, params) + gap + fillPlaceholders(words.remedy, params);
}

// What is said when something typed is not right, or does not fit what is recorded already.

export const problemsOfRecords = {
  'zh-CN': {
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
  },
  en: {
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
  },
} as const;

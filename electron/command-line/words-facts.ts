// Words of the commands about what a person knows: of a visit, an invoice, a person, a year, a hospital.

export const factsBook = {
  visitSet: [
    '记下这次看病的情况；不写选项就只查看',
    'note the circumstances of a visit; shows them without options',
  ],
  situation: ['情况，可多次', 'circumstance; repeatable'],
  withoutSituation: ['去掉这个情况，可多次', 'take this circumstance off; repeatable'],
  daysOfSupply: ['药够吃几天', 'days the medicine lasts'],
  medicine: ['药名，可多次', 'medicine; repeatable'],
  invoiceSet: [
    '记下发票后来怎样：红冲、换开、别处报过；不写选项就只查看',
    'note what became of an invoice; shows it without options',
  ],
  invoiceState: ['票据状态', 'state of the invoice'],
  replacedBy: ['新票的号码', 'number of the new invoice'],
  paidElsewhere: ['别处已报（元）', 'paid elsewhere (yuan)'],
  paidElsewhereBy: ['谁报的', 'by whom'],
  personSet: [
    '记下收款账户是哪一种、去世日期；不写选项就只查看',
    'note the kind of account and the day of death; shows them without options',
  ],
  accountKind: ['收款账户是哪一种', 'kind of account'],
  diedOn: ['去世日期', 'day of death'],
  personYear: [
    '记下一年的起付线和封顶线用了多少；不写选项就只查看',
    'note deductible and cap of a year; shows them without options',
  ],
  deductible: ['起付线（元）', 'deductible (yuan)'],
  deductibleUsed: ['起付线已用（元）', 'deductible used (yuan)'],
  cap: ['封顶线（元）', 'cap (yuan)'],
  capUsed: ['封顶线已用（元）', 'cap used (yuan)'],
  proof: ['证明它的证件或表格', 'standing paper that proves it'],
  hospitalId: ['医院名称或编号', 'name or id of the hospital'],
  otherSpelling: ['另一种写法', 'the other spelling'],
  hospitalApart: [
    '两个名字相近，但不是同一家医院：不再问',
    'two names that look alike are two hospitals: do not ask again',
  ],
  hospitalAskAgain: ['改回来：再问', 'take it back: ask again'],
  hospitalMerge: ['两种写法是同一家医院：并成一条', 'two spellings of one hospital become one entry'],
  isDesignated: ['定点', 'designated'],
  notDesignated: ['不是定点', 'not designated'],
} as const satisfies Record<string, readonly [string, string]>;

// What readiness found about papers and what is written on them: what is the matter, and what to do about it.

import { both } from './both.ts';

export const findingsOfPapers = both(
  {
    'paper-missing': { what: '缺{{paper}}', remedy: '请补上；手边没有的，可向医院补要或重打' },
    'person-paper-missing': {
      what: '缺{{paper}}',
      remedy: '请扫描放进来，一份就够，各次报销都能用',
    },
    'original-wanted': {
      what: '{{paper}}要交原件，现在放的是复印件',
      remedy: '请找出原件；原件已在手边的，把它标为“原件”',
    },
    'original-elsewhere': { what: '{{paper}}的原件现在在{{where}}', remedy: '请先把原件取回来，再去交材料' },
    'original-lost': {
      what: '{{paper}}的原件丢了',
      remedy: '请向医院要盖章的存根复印件或证明，再问参保地医保局收不收',
    },
    'stamp-missing': { what: '{{paper}}上没有{{stamp}}', remedy: '请带上原件到医院补盖' },
    'stamp-not-confirmed': {
      what: '还没确认{{paper}}上有没有{{stamp}}',
      remedy: '请看一眼原件，盖了就点“已盖章”',
    },
    'print-stamp-ask': {
      what: '电子票据的打印件要不要盖{{stamp}}，各地说法不一',
      remedy: '电子票据文件请留好；去之前问一下参保地医保局',
    },
    'copies-wanted': {
      what: '{{paper}}要 {{count}} 份复印件，现在有 {{made}} 份',
      remedy: '请复印够 {{count}} 份，再点确认',
    },
    'signature-wanted': { what: '{{paper}}要{{signed}}', remedy: '打印或找出原件后，请本人签好' },
    'emergency-proof-missing': {
      what: '急诊没有急诊证明',
      remedy: '请向医院要急诊诊断证明或急诊病历，放进这次就诊',
    },
    'papers-unknown': {
      what: '还不知道{{place}}要哪些材料',
      remedy: '先按常见的四样准备，请打 12393 问参保地医保局',
    },
    'standing-paper-expired': { what: '{{paper}}已在 {{date}} 到期', remedy: '请换成有效的一份' },
    'standing-paper-expires-soon': {
      what: '{{paper}}在 {{date}} 到期',
      remedy: '请在到期前交材料，或先换新的',
    },
    'list-missing-categories-only': {
      what: '发票上只有大项，没有费用清单',
      remedy: '请到医院打印费用清单，要一项一项列出来的那种',
    },
    'list-total-differs': {
      what: '清单合计 {{summed}} 元，发票 {{stated}} 元，差 {{difference}} 元',
      remedy: '先核对是否抄错；纸上就不同的，请医院重打清单',
    },
    'prescription-not-matched': {
      what: '处方上没有：{{medicines}}',
      remedy: '请找齐处方，或请医院补开这些药的处方',
    },
    'name-differs': {
      what: '{{paper}}上的姓名是“{{printed}}”，参保人是“{{name}}”',
      remedy: '请医院更正姓名，或看看是不是放错了人',
    },
    'name-character-unclear': {
      what: '{{paper}}上的姓名“{{printed}}”有字没印出来',
      remedy: '一般能看懂；带上身份证，必要时请医院注明',
    },
    'hospital-differs': {
      what: '{{paper}}上的医院是“{{printed}}”，就诊写的是“{{hospital}}”',
      remedy: '请看看材料是不是放错了就诊；是同一家医院的，把它记成别名',
    },
    'hospital-similar': {
      what: '医院名称不完全一样：“{{printed}}”和“{{hospital}}”',
      remedy: '是同一家医院的，请记成别名',
    },
    'paper-date-outside-visit': {
      what: '{{paper}}的日期是 {{printed}}，不在这次就诊的日子里',
      remedy: '请核对日期，或把它移到对的那次就诊',
    },
    'page-left-out': {
      what: '{{paper}}有一页你选了不放进材料包：{{file}} 第 {{page}} 页（{{reason}}）',
      remedy: '是有意的就不用管；要放回去，到“预览和核对”里放回',
    },
    'scan-unreadable': {
      what: '{{paper}}第 {{page}} 页可能看不清（{{trouble}}）',
      remedy: '请把这一页重新拍照或扫描',
    },
    'scan-blank': {
      what: '{{paper}}第 {{page}} 页像是空白页',
      remedy: '没拍上的请重新拍照；本来就没有内容的，把这一页移走',
    },
    'scan-turned': {
      what: '{{paper}}第 {{page}} 页好像没放正',
      remedy: '打开这一页，按一下“转正”',
    },
    'scan-confirmed': {
      what: '{{paper}}第 {{page}} 页提示过“{{trouble}}”，{{confirmedOn}}你看过，说看得清',
      remedy: '不放心的话，再看一眼或重新拍照',
    },
  },
  {
    'paper-missing': {
      what: 'Missing: {{paper}}',
      remedy: 'Add it; if you do not have it, ask the hospital for it or for a reprint',
    },
    'person-paper-missing': {
      what: 'Missing: {{paper}}',
      remedy: 'Scan it once; every claim of this person can use it',
    },
    'original-wanted': {
      what: 'The original is wanted, and a copy is here: {{paper}}',
      remedy: 'Find the original; if you have it, mark the paper as "original"',
    },
    'original-elsewhere': {
      what: 'The original is with {{where}}: {{paper}}',
      remedy: 'Get it back before you hand in the claim',
    },
    'original-lost': {
      what: 'The original is lost: {{paper}}',
      remedy:
        'Ask the hospital for a stamped copy of its stub or a statement, then ask the insurance office whether it is taken',
    },
    'stamp-missing': { what: '{{paper}}: lacks {{stamp}}', remedy: 'Have it stamped at the hospital' },
    'stamp-not-confirmed': {
      what: '{{paper}}: not confirmed yet that it has {{stamp}}',
      remedy: 'Look at the original; if it is there, choose "stamped"',
    },
    'print-stamp-ask': {
      what: 'Whether the print of an e-receipt needs {{stamp}} differs from place to place',
      remedy: 'Keep the e-receipt file, and ask the insurance office before you go',
    },
    'copies-wanted': {
      what: '{{paper}}: {{count}} copies are wanted, {{made}} made',
      remedy: 'Make {{count}} copies, then confirm',
    },
    'signature-wanted': {
      what: '{{paper}}: has to {{signed}}',
      remedy: 'Have the insured person sign the print or the original',
    },
    'emergency-proof-missing': {
      what: 'An emergency without proof of it',
      remedy: 'Ask the hospital for the emergency diagnosis or record and add it to this visit',
    },
    'papers-unknown': {
      what: 'Which papers {{place}} asks for is not known',
      remedy: 'Prepare the usual four, and call 12393 to ask the office of the insured place',
    },
    'standing-paper-expired': {
      what: '{{paper}}: expired on {{date}}',
      remedy: 'Replace it with a valid one',
    },
    'standing-paper-expires-soon': {
      what: '{{paper}}: expires on {{date}}',
      remedy: 'Hand in before that day, or renew it first',
    },
    'list-missing-categories-only': {
      what: 'The invoice shows only categories, and there is no itemized list',
      remedy: 'Have the hospital print the list with every single item',
    },
    'list-total-differs': {
      what: 'The list adds up to {{summed}} yuan, the invoice says {{stated}}: {{difference}} apart',
      remedy:
        'Check for a slip of typing; if the papers themselves differ, have the hospital print the list again',
    },
    'prescription-not-matched': {
      what: 'Not on the prescription: {{medicines}}',
      remedy: 'Find the other prescription, or ask the hospital to write one for these',
    },
    'name-differs': {
      what: '{{paper}}: the name is "{{printed}}", the insured person is "{{name}}"',
      remedy: 'Have the hospital correct the name, or check that the paper is of the right person',
    },
    'name-character-unclear': {
      what: '{{paper}}: a character of the name "{{printed}}" was not printed',
      remedy: 'It is usually understood; bring the ID card, and have the hospital note it if asked',
    },
    'hospital-differs': {
      what: '{{paper}}: the hospital is "{{printed}}", the visit says "{{hospital}}"',
      remedy:
        'Check that the paper is of this visit; if it is the same hospital, record the name as an alias',
    },
    'hospital-similar': {
      what: 'The hospital is written in two ways: "{{printed}}" and "{{hospital}}"',
      remedy: 'If it is the same hospital, record the name as an alias',
    },
    'paper-date-outside-visit': {
      what: '{{paper}}: dated {{printed}}, outside the days of this visit',
      remedy: 'Check the date, or move the paper to the right visit',
    },
    'page-left-out': {
      what: '{{paper}}: you left a page out of the packet: {{file}}, page {{page}} ({{reason}})',
      remedy: 'If that is as you want it, nothing is to do; it can be put back in the preview',
    },
    'scan-unreadable': {
      what: '{{paper}}: page {{page}} may not be readable ({{trouble}})',
      remedy: 'Photograph or scan this page again',
    },
    'scan-blank': {
      what: '{{paper}}: page {{page}} looks blank',
      remedy: 'Photograph it again if it did not come out; take the page out if there is nothing on it',
    },
    'scan-turned': {
      what: '{{paper}}: page {{page}} looks turned the wrong way',
      remedy: 'Open this page and press “Turn upright”',
    },
    'scan-confirmed': {
      what: '{{paper}}: page {{page}} had the hint “{{trouble}}”; you looked on {{confirmedOn}}: it can be read',
      remedy: 'If in doubt, look once more or photograph it again',
    },
  },
);

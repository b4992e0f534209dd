// Outpatient chronic and special diseases (门诊慢特病病种) with their national M-codes, in both languages.

import type { Language } from './domain.ts';

export type Disease = { code: string; names: Record<Language, string> };

const disease = (code: string, chinese: string, english: string): Disease => ({
  code,
  names: { 'zh-CN': chinese, en: english },
});

/**
 * The common ones first. Code shape M + 5 digits, from the national table of outpatient chronic and special diseases as
 * public code tables repeat it; a disease not here is typed by name and has no code.
 */
export const diseases: readonly Disease[] = [
  disease('M03900', '高血压', 'Hypertension'),
  disease('M01600', '糖尿病', 'Diabetes mellitus'),
  disease('M04600', '冠心病', 'Coronary heart disease'),
  disease('M04803', '脑血管病后遗症', 'Sequelae of cerebrovascular disease'),
  disease('M05300', '慢性阻塞性肺疾病', 'Chronic obstructive pulmonary disease'),
  disease('M00503', '恶性肿瘤放化疗等治疗', 'Cancer: radiotherapy, chemotherapy and the like'),
  disease('M00504', '恶性肿瘤非放化疗治疗', 'Cancer: other treatment'),
  disease('M07803', '血液透析', 'Haemodialysis'),
  disease('M07804', '腹膜透析', 'Peritoneal dialysis'),
  disease('M07800', '慢性肾功能不全（非透析）', 'Chronic kidney failure without dialysis'),
  disease('M08300', '器官移植抗排异治疗', 'Anti-rejection treatment after transplant'),
  disease('M04301', '慢性心功能不全', 'Chronic heart failure'),
  disease('M06900', '类风湿关节炎', 'Rheumatoid arthritis'),
  disease('M07200', '强直性脊柱炎', 'Ankylosing spondylitis'),
  disease('M07101', '系统性红斑狼疮', 'Systemic lupus erythematosus'),
  disease('M05400', '支气管哮喘', 'Bronchial asthma'),
  disease('M00201', '慢性乙型肝炎', 'Chronic hepatitis B'),
  disease('M00202', '慢性丙型肝炎', 'Chronic hepatitis C'),
  disease('M06201', '肝硬化（失代偿期）', 'Cirrhosis, decompensated'),
  disease('M02300', '帕金森病', 'Parkinson’s disease'),
  disease('M02500', '癫痫', 'Epilepsy'),
  disease('M02900', '多发性硬化', 'Multiple sclerosis'),
  disease('M06700', '银屑病', 'Psoriasis'),
  disease('M06000', '克罗恩病', 'Crohn’s disease'),
  disease('M06501', '溃疡性结肠炎', 'Ulcerative colitis'),
  disease('M01102', '再生障碍性贫血', 'Aplastic anaemia'),
  disease('M01103', '地中海贫血', 'Thalassaemia'),
  disease('M01200', '血友病', 'Haemophilia'),
  disease('M04000', '肺动脉高压', 'Pulmonary arterial hypertension'),
  disease('M01908', '肢端肥大症', 'Acromegaly'),
  disease('M00105', '肺结核', 'Pulmonary tuberculosis'),
  disease('M00300', '艾滋病', 'HIV/AIDS'),
];

/**
 * The ten outpatient diseases that can be settled directly across provinces (the last five since 医保办发〔2024〕19号), by
 * the codes of the national platform as one province lists them.
 */
const directly: readonly string[] = [
  ...['M03900', 'M01600', 'M00503', 'M07803', 'M07804', 'M08300'],
  ...['M05300', 'M06900', 'M04600', 'M00201', 'M00202', 'M07200'],
];
/** Whether the hospital may settle this disease directly for people of another province. */
export const isSettledDirectly = (code: string): boolean => directly.includes(code);

/** The disease a code or a name in either language stands for; undefined when it is not in the table. */
export function findDisease(codeOrName: string): Disease | undefined {
  const wanted = codeOrName.trim();
  return diseases.find(
    ({ code, names }) => code === wanted.toUpperCase() || Object.values(names).includes(wanted),
  );
}

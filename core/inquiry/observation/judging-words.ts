// A hint, never a block: words that judge rather than tell what was seen. Small on purpose: a long list would cry wolf.
const judging: readonly string[] = [
  '不配合',
  '懒',
  '不听话',
  '叛逆',
  '没礼貌',
  '不懂事',
  '自私',
  '冷漠',
  '不负责任',
  '溺爱',
  '笨',
  '脾气差',
  '脾气不好',
  '态度不好',
  '态度恶劣',
  '性格内向',
  '自卑',
  '问题儿童',
  '素质低',
  '应付',
  '明显是',
  '显然',
]
const judgingInEnglish: readonly string[] = [
  'uncooperative',
  'lazy',
  'naughty',
  'rude',
  'selfish',
  'stupid',
  'spoilt',
  'spoiled',
  'irresponsible',
  'manipulative',
  'attention-seeking',
  'stubborn',
  'indifferent',
  'moody',
  'bad-tempered',
  'obviously',
  'clearly wants',
  'refuses to cooperate',
]

const inEnglish = judgingInEnglish.map((word) => ({
  word,
  pattern: new RegExp(`(?<![a-z])${word}(?![a-z])`),
}))

/**
 * OBS-2: judging words that stand among the facts, each once. “He was silent for about a quarter of an hour and looked at the
 * floor” says what a reader can weigh; “uncooperative” says what the writer felt. Words in quotation marks were said by
 * somebody and are facts.
 */
export function findJudgingWords(facts: string): readonly string[] {
  const own = facts.replaceAll(/“[^”]*”|"[^"]*"|「[^」]*」|‘[^’]*’/gu, ' ')
  const lower = own.toLowerCase()
  return [
    ...judging.filter((word) => own.includes(word)),
    ...inEnglish.filter(({ pattern }) => pattern.test(lower)).map(({ word }) => word),
  ]
}

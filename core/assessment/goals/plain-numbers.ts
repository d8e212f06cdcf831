// Words for numbers and times in both languages become digits and a period, so that one grammar reads them.

const chineseDigits = '零一二三四五六七八九'
const chineseNumber = /[一二三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九]/
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const counted =
  '次|回|遍|通|件|句|顿|封|节|天|周|星期|礼拜|分钟|小时|%|个(?!人)(?:月|星期|礼拜|学期)?'

export interface PlainNumbers {
  /** In small letters, with digits, without the period. */
  readonly words: string
  /** Days in the period that is counted over; null where none is named. */
  readonly days: number | null
}

/** Only for the order of levels: rates over different periods are not compared more closely. */
const periods = [
  { days: 1, zh: '天|日', en: 'day|night', adverb: 'daily' },
  { days: 7, zh: '周|星期|礼拜', en: 'week', adverb: 'weekly' },
  { days: 30.4, zh: '月', en: 'month', adverb: 'monthly' },
  { days: 140, zh: '学期', en: 'term', adverb: 'termly' },
  { days: 365, zh: '年', en: 'year', adverb: 'yearly' },
] as const

/** The same words with digits for numbers; the period stays where it is. */
export function writeDigits(written: string): string {
  return writeEnglishDigits(writeChineseDigits(written.normalize('NFKC').trim()))
}

export function readPlainNumbers(written: string): PlainNumbers {
  const plain = written.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const words = writeEnglishDigits(writeChineseDigits(writeNever(plain)))
  for (const { days, zh, en, adverb } of periods) {
    const found =
      new RegExp(`(?:平均)?每(\\d*)个?(?:${zh})(?:里|内)?`).exec(words) ??
      new RegExp(`(\\d+)个?(?:${zh})(?=\\D{0,8}\\d)`).exec(words) ??
      new RegExp(`(?:\\b(?:a|per|each|every)\\b|/) ?(\\d*|other) ?\\b(?:${en})s?\\b`).exec(words) ??
      new RegExp(`\\b${adverb}\\b`).exec(words)
    if (found === null) continue
    const [whole, many = ''] = found
    const times = many === 'other' ? 2 : many === '' ? 1 : Number(many)
    return { words: words.replace(whole, ' ').replace(/ +/g, ' ').trim(), days: days * times }
  }
  return { words, days: null }
}

function writeNever(words: string): string {
  return words
    .replace(/[一1](?:次|回|天)[也都](?:没有|没|不)|从来?(?:不|没有|没)|^[没无]有?$/g, '0次')
    .replace(/\bnever\b|\bnot once\b|\bnone\b|\bno (?=calls?\b|times?\b|contacts?\b)/g, '0 ')
}

/** Only before what can be counted: 一起, 一样 and 第一 are no numbers. */
function writeChineseDigits(words: string): string {
  const number = chineseNumber.source
  const dash = '(?:到|至|或者?|[-–—~])'
  const before = `(?<!第)(?:(${number}|\\d+)\\s*(${dash})?\\s*)?(${number})(?=${counted})`
  return words.replace(
    new RegExp(before, 'g'),
    (_whole, from: string | undefined, between: string | undefined, last: string) => {
      if (from === undefined) return numberOf(last)
      // 十二 is one number, 两三 are two.
      const isOne = between === undefined && `${from}${last}`.includes('十')
      return isOne ? numberOf(`${from}${last}`) : `${numberOf(from)}-${numberOf(last)}`
    },
  )
}

function numberOf(word: string): string {
  if (/^\d+$/.test(word)) return word
  if (word === '两') return '2'
  if (!word.includes('十')) return String(chineseDigits.indexOf(word))
  const [tens = '', ones = ''] = word.split('十')
  const digit = (one: string): number => (one === '' ? 0 : chineseDigits.indexOf(one))
  return String((tens === '' ? 1 : digit(tens)) * 10 + digit(ones))
}

function writeEnglishDigits(words: string): string {
  return words
    .replace(/\bonce\b/g, '1')
    .replace(/\btwice\b/g, '2')
    .replace(new RegExp(`(?<!\\bno )\\b(${english.join('|')})\\b`, 'g'), (word) =>
      String(english.indexOf(word)),
    )
}

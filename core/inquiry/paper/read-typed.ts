import type { Answer } from '../check-answers.ts'
import { joinChosen } from '../chosen.ts'
import { limitsOf } from '../read-limits.ts'
import type { Item, Scale } from '../scale.ts'

type TypedScale = Pick<Scale, 'items' | 'responseSets'>

/** What was typed from paper, as an answer; empty is a gap. What cannot be one stays as it was typed, to be refused. */
export function readTyped(scale: TypedScale, item: Item, words: string): Answer {
  const plain = words.normalize('NFKC').trim()
  if (plain === '') return null
  switch (item.response.kind) {
    case 'text':
      return plain
    case 'date':
      return readTypedDay(plain)
    case 'multi': {
      const parts = isOneDigit(scale, item)
        ? plain.replace(/\D+/g, '').split('')
        : plain.split(/\D+/)
      return joinChosen(parts.filter((part) => part !== '').map(Number))
    }
    case 'choice':
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain
  }
}

/** 20260301, 2026-3-1 and 2026年3月1日 are the same day. */
function readTypedDay(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\D*(\d{1,2})\D+(\d{1,2})\D*$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Every answer is one key: then the key alone goes on to the next question. */
export function isOneDigit(scale: TypedScale, { id, response }: Item): boolean {
  if (response.kind === 'multi') {
    const options = scale.responseSets.find((set) => set.id === response.set)?.options ?? []
    return options.every(({ value }) => value >= 0 && value <= 9)
  }
  const limits = limitsOf(scale, id)
  return limits !== null && Number.isInteger(limits.min) && limits.min >= 0 && limits.max <= 9
}
